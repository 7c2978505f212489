//! The page and the plain text.

use footbridge_resume::{Theme, html, read, text};

#[test]
fn plain_text_reads_well_in_eighty_columns() {
    let resume = read(include_str!("sound.json"), "f").0.expect("a résumé");
    let page = text(&resume);
    assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
    insta::assert_snapshot!(page);
}

#[test]
fn the_page_loads_nothing_runs_nothing_and_escapes_what_comes_in() {
    let source = r#"{"basics": {"name": "</title><script>alert(1)</script>", "email": "a\"b@c.example", "url": "javascript:alert(1)",
        "profiles": [{"network": "<b>", "url": "https://a.example/\"onclick=\"x"}]},
        "work": [{"name": "A & B", "position": "<img src=x onerror=y>", "url": "https://a.example", "highlights": ["</li></ul><style>*{}</style>"]}]}"#;
    let resume = read(source, "f").0.expect("a résumé");
    for theme in Theme::ALL {
        let page = html(&resume, theme);
        for tag in ["<script", "<img", "<b>", "onclick=\"", "href=\"javascript", "<link", "@import", "url("] {
            assert!(!page.contains(tag), "{theme:?} has {tag}: {page}");
        }
        assert_eq!((page.matches("<style>").count(), page.matches("</style>").count()), (1, 1));
        assert!(page.contains("A &amp; B") && page.contains("&lt;/li&gt;&lt;/ul&gt;"), "{page}");
        assert!(page.contains("default-src 'none'") && page.contains("@media print"));
    }
}

#[test]
fn page_text_and_paper_say_the_same_in_the_same_order() {
    let resume = read(include_str!("difficult/six-pages.json"), "f").0.expect("a résumé");
    let words =
        |text: &str| text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect::<Vec<_>>();
    let page = html(&resume, Theme::Modern);
    let body = page.split_once("<main>").map(|(_, body)| body).expect("a page has a body");
    let mut visible = String::new();
    let mut inside_tag = false;
    for character in body.chars() {
        match character {
            '<' => inside_tag = true,
            '>' => {
                inside_tag = false;
                visible.push(' ');
            }
            _ if !inside_tag => visible.push(character),
            _ => {}
        }
    }
    assert_eq!(words(&visible), words(&text(&resume)));
}
