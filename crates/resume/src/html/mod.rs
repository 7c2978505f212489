use crate::pdf::Theme;
use crate::resume::Resume;
use crate::sheet::{Block, Item, Sheet, SheetSection, sheet};
use std::fmt::Write as _;

const PAGE: &str = include_str!("page.css");

/// The résumé as one page that loads nothing and runs nothing: for a browser, a mail, or a printer. Every text is escaped; links lead to
/// `https`, `http`, `mailto` and `tel` only.
pub fn html(resume: &Resume, theme: Theme) -> String {
    let sheet = sheet(resume.content());
    let theme = match theme {
        Theme::Classic => include_str!("classic.css"),
        Theme::Modern => include_str!("modern.css"),
        Theme::Compact => include_str!("compact.css"),
    };
    let title = escape(sheet.name.as_deref().unwrap_or("Résumé"));
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{title}</title>\n<style>\n{PAGE}{theme}</style>\n</head>\n<body>\n<main>\n{}</main>\n</body>\n</html>\n",
        body(&sheet)
    )
}

fn body(sheet: &Sheet) -> String {
    let mut page = String::from("<header>\n");
    push(&mut page, "h1", "", sheet.name.as_deref());
    push(&mut page, "p", "role", sheet.label.as_deref());
    for items in [&sheet.contact, &sheet.links].into_iter().filter(|items| !items.is_empty()) {
        let items: Vec<String> = items.iter().map(link).collect();
        let _ = writeln!(page, "<p class=\"contact\">{}</p>", items.join(" · "));
    }
    page.push_str("</header>\n");
    for words in &sheet.summary {
        push(&mut page, "p", "summary", Some(words));
    }
    for section in &sheet.sections {
        push_section(&mut page, section);
    }
    page
}

fn push_section(page: &mut String, section: &SheetSection) {
    let _ = writeln!(page, "<section>\n<h2>{}</h2>", escape(section.heading));
    for block in &section.blocks {
        push_block(page, block);
    }
    for line in &section.lines {
        let label = line.label.as_ref().map(|label| format!("<b>{}:</b> ", escape(label))).unwrap_or_default();
        let _ = writeln!(page, "<p class=\"line\">{label}{}</p>", escape(&line.text));
    }
    page.push_str("</section>\n");
}

fn push_block(page: &mut String, block: &Block) {
    page.push_str("<article>\n");
    push(page, "h3", "", block.title.as_deref());
    push(page, "p", "by", block.by.as_deref());
    push(page, "p", "dates", block.dates.as_deref());
    if let Some(item) = &block.link {
        let _ = writeln!(page, "<p class=\"link\">{}</p>", link(item));
    }
    for words in &block.paragraphs {
        push(page, "p", "", Some(words));
    }
    if !block.bullets.is_empty() {
        page.push_str("<ul>\n");
        for words in &block.bullets {
            push(page, "li", "", Some(words));
        }
        page.push_str("</ul>\n");
    }
    page.push_str("</article>\n");
}

fn push(page: &mut String, tag: &str, class: &str, words: Option<&str>) {
    if let Some(words) = words {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        let _ = writeln!(page, "<{tag}{class}>{}</{tag}>", escape(words));
    }
}

fn link(item: &Item) -> String {
    match &item.target {
        Some(target) => format!("<a href=\"{}\">{}</a>", escape(target), escape(&item.text)),
        None => escape(&item.text),
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
