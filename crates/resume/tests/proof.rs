//! What is on paper can be read back: thirteen difficult résumés in every theme on every paper, and what a proof says when it cannot.

use footbridge_resume::{FieldKind, Layout, Paper, Pdf, Proof, READERS, Resume, Theme, pdf, prove, read};

const DIFFICULT: [(&str, &str, usize); 13] = [
    ("long-names", include_str!("difficult/long-names.json"), 25),
    ("accents", include_str!("difficult/accents.json"), 30),
    ("rupee", include_str!("difficult/rupee.json"), 30),
    ("one-employer", include_str!("difficult/one-employer.json"), 40),
    ("hyphenated-places", include_str!("difficult/hyphenated-places.json"), 30),
    ("six-pages", include_str!("difficult/six-pages.json"), 200),
    ("transliterated", include_str!("difficult/transliterated.json"), 25),
    ("ligatures", include_str!("difficult/ligatures.json"), 25),
    ("non-breaking", include_str!("difficult/non-breaking.json"), 20),
    ("long-urls", include_str!("difficult/long-urls.json"), 25),
    ("empty-sections", include_str!("difficult/empty-sections.json"), 30),
    ("dates", include_str!("difficult/dates.json"), 60),
    ("devanagari", include_str!("difficult/devanagari.json"), 24),
];

fn resume(source: &str) -> Resume {
    let (resume, found) = read(source, "resume.json");
    assert!(found.iter().all(|finding| !finding.is_error()), "{found:?}");
    resume.expect("a résumé")
}

fn set(resume: &Resume, theme: Theme, paper: Paper) -> Pdf {
    pdf(resume, &Layout { paper, theme }).expect("a résumé can be set")
}

/// The fields that are missing, for a message.
fn missing(proof: &Proof) -> Vec<String> {
    let line = |field: &footbridge_resume::FieldProof| {
        format!("{} {:?}: {:?}, read as {:?}", field.label, field.found_by, field.expected, field.read_as)
    };
    proof.missing().map(line).collect()
}

#[test]
fn every_field_of_the_difficult_ones_comes_back_through_both_readers() {
    let prove_all = |paper: Paper| {
        for (name, source, at_least) in DIFFICULT {
            let resume = resume(source);
            for theme in Theme::ALL {
                let pdf = set(&resume, theme, paper);
                let proof = prove(&resume, &pdf);
                assert!(proof.passed(), "{name} in {theme:?} on {paper:?}: {:#?}", missing(&proof));
                assert!(proof.fields.len() >= at_least, "{name}: only {} fields", proof.fields.len());
                assert!(name != "six-pages" || pdf.pages >= 5, "{name} has {} pages", pdf.pages);
            }
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(|| prove_all(Paper::Letter));
        prove_all(Paper::A4);
    });
}

#[test]
fn a_field_that_is_not_in_the_pdf_is_told_by_name() {
    let source = include_str!("difficult/one-employer.json");
    let source_of = |from: &str, to: &str| source.replacen(from, to, 1);
    for (from, to, expected) in [
        ("meera.nair@example.org", "meera.nayar@example.org", vec![FieldKind::Mail]),
        ("+91 99860 55555", "+91 99860 55556", vec![FieldKind::Phone]),
        ("Meera Nair", "Meera Nai r", vec![FieldKind::Name]),
        ("\"city\": \"Kochi\"", "\"city\": \"Cochin\"", vec![FieldKind::Place]),
        ("\"Setway\"", "\"Setways\"", vec![FieldKind::Organisation, FieldKind::EntryPlace]),
        ("\"Group Product Manager\"", "\"Product Manager\"", vec![FieldKind::Title, FieldKind::Organisation, FieldKind::EntryPlace]),
        ("2023-04", "2023-05", vec![FieldKind::Dates]),
        ("99.95 %", "99.96 %", vec![FieldKind::Bullet]),
        ("Cochin University", "Kochi University", vec![FieldKind::Organisation]),
    ] {
        let pdf = set(&resume(&source_of(from, to)), Theme::Modern, Paper::A4);
        let proof = prove(&resume(source), &pdf);
        let fields: Vec<FieldKind> = proof.missing().map(|field| field.field).collect();
        assert_eq!(fields, expected, "{from} became {to}: {:#?}", missing(&proof));
        assert!(proof.missing().all(|field| field.found_by == [false, false]), "{from}");
    }
}

#[test]
fn a_title_beside_another_employer_is_not_found() {
    let job =
        |name: &str, position: &str| format!(r#"{{"name": "{name}", "position": "{position}", "startDate": "2020", "endDate": "2021"}}"#);
    let with = |first: &str, second: &str| {
        resume(&format!(r#"{{"basics": {{"name": "A B", "email": "a@b.example"}}, "work": [{first}, {second}]}}"#))
    };
    let source = with(&job("One", "Analyst"), &job("Two", "Manager"));
    let swapped = with(&job("Two", "Analyst"), &job("One", "Manager"));
    let proof = prove(&source, &set(&swapped, Theme::Classic, Paper::A4));
    let labels: Vec<&str> = proof.missing().map(|field| field.label.as_str()).collect();
    assert_eq!(labels, ["Employer of job 1", "Employer of job 2"], "{:#?}", missing(&proof));
}

#[test]
fn what_the_fonts_cannot_show_is_no_proof() {
    let source = r#"{"basics": {"name": "மீரா நாயர்", "email": "meera@example.org"}, "work": [{"name": "招商银行", "position": "Manager"}]}"#;
    let resume = resume(source);
    let proof = prove(&resume, &set(&resume, Theme::Modern, Paper::A4));
    let labels: Vec<&str> = proof.missing().map(|field| field.label.as_str()).collect();
    // To the first reader the name is not there at all, so that the next line is taken for it.
    assert_eq!(labels, ["Name", "Mail address", "Employer of job 1"], "{:#?}", missing(&proof));
}

/// Everything that can stand on paper beside heads and bullets.
const TEXTS: &str = r#"{
  "basics": {"name": "A B", "label": "Manager", "email": "a@b.example", "summary": "Two years beside API customers.\nNow on the other side.",
    "profiles": [{"network": "Codeberg", "username": "ab"}]},
  "work": [{"name": "Setway", "position": "Analyst", "startDate": "2020", "description": "Payments for shops", "summary": "First of two analysts.",
    "highlights": ["Cut it."]}],
  "projects": [{"name": "Ledger", "roles": ["Author"], "url": "https://ledger.example/about", "description": "A ledger in the open.",
    "keywords": ["double entry"]}],
  "education": [{"institution": "Cochin University", "studyType": "BTech", "endDate": "2019", "score": "8.1", "courses": ["Databases"]}],
  "publications": [{"name": "On retries", "publisher": "A journal", "url": "https://retries.example", "summary": "Why to wait."}],
  "references": [{"name": "C D", "reference": "Asks before building."}]
}"#;

#[test]
fn every_text_on_paper_is_a_field_and_missed_when_the_fonts_cannot_show_it() {
    let whole = resume(TEXTS);
    for theme in Theme::ALL {
        let proof = prove(&whole, &set(&whole, theme, Paper::A4));
        assert!(proof.passed(), "{theme:?}: {:#?}", missing(&proof));
    }
    for (word, expected) in [
        ("Two years beside API customers.", &["Summary"][..]),
        ("Now on the other side.", &["Summary"]),
        ("Codeberg", &["Profile 1"]),
        ("First of two analysts.", &["Text of job 1"]),
        // To the first reader an empty line is left where a whole line stood, so that what follows belongs to no project.
        ("Author", &["Roles of project 1", "Address of project 1", "Text of project 1"]),
        ("ledger.example/about", &["Address of project 1", "Text of project 1"]),
        ("A ledger in the open.", &["Text of project 1"]),
        ("double entry", &["Text of project 1"]),
        ("8.1", &["Text of education 1"]),
        ("Databases", &["Text of education 1"]),
        ("retries.example", &["Address of publication 1", "Text of publication 1"]),
        ("Why to wait.", &["Text of publication 1"]),
        ("Asks before building.", &["Text of reference 1"]),
    ] {
        let unshowable = resume(&TEXTS.replacen(word, "மீரா", 1));
        let proof = prove(&unshowable, &set(&unshowable, Theme::Modern, Paper::A4));
        let labels: Vec<&str> = proof.missing().map(|field| field.label.as_str()).collect();
        assert_eq!(labels, expected, "{word}: {:#?}", missing(&proof));
    }
}

#[test]
fn a_file_that_is_no_pdf_proves_nothing() {
    let resume = resume(include_str!("difficult/rupee.json"));
    let whole = set(&resume, Theme::Modern, Paper::A4);
    for bytes in [Vec::new(), b"%PDF-1.7".to_vec(), whole.bytes[..whole.bytes.len() / 2].to_vec()] {
        let proof = prove(&resume, &Pdf { bytes, pages: 1 });
        assert!(!proof.passed());
    }
    assert_eq!(READERS.len(), 2);
}

/// Texts that would do something if any of them were read as markup, as code or as a path.
const HOSTILE: &str = r##"{
  "basics": {
    "name": "#panic(\"name\") *bold* _it_ $x^2$",
    "label": "= Heading #import \"@preview/cetz:0.4.2\": * <script>alert(1)</script>",
    "email": "a#b@example.org",
    "phone": "+91 98450 12345",
    "url": "javascript:alert(1)",
    "summary": "#read(\"/etc/passwd\") \\ #sys.inputs // comment /* more */ @label <label>",
    "location": {"city": "[#]{}`raw`", "countryCode": "IN"}
  },
  "work": [
    {"name": "#let x = 1; \"quoted\" 'single' ~ -- ---", "position": "#set page(width: 1cm) \\u{1F600} &amp; </title>", "startDate": "2020",
     "highlights": ["- nested #link(\"https://evil.example\")[click]", "+ 1. /term: x $ 1 / 0 $", "#plugin(\"a.wasm\") #image(\"x.png\") %PDF (\\) endstream endobj"]},
    {"name": "\\", "position": "\"", "highlights": ["#"]}
  ],
  "education": [{"institution": "](https://evil.example)", "studyType": "\\0 #{}", "endDate": "2019"}]
}"##;

#[test]
fn hostile_texts_stand_on_paper_as_they_were_written() {
    let resume = resume(HOSTILE);
    for theme in Theme::ALL {
        let pdf = set(&resume, theme, Paper::Letter);
        let proof = prove(&resume, &pdf);
        assert!(proof.passed(), "{theme:?}: {:#?}", missing(&proof));
        let contains = |needle: &[u8]| pdf.bytes.windows(needle.len()).any(|window| window == needle);
        assert!(!contains(b"/JavaScript") && !contains(b"javascript:"), "{theme:?} carries a script");
        assert!(!contains(b"https://evil.example"), "{theme:?} carries a link from a text");
    }
}

#[test]
fn a_pdf_is_tagged_one_file_always_the_same_and_free_of_photos() {
    let resume =
        resume(&include_str!("difficult/accents.json").replacen("\"label\"", "\"image\": \"https://a.example/photo.jpg\", \"label\"", 1));
    for theme in Theme::ALL {
        let pdf = set(&resume, theme, Paper::A4);
        let contains = |needle: &str| pdf.bytes.windows(needle.len()).any(|window| window == needle.as_bytes());
        assert!(contains("/StructTreeRoot") && contains("/Lang"), "{theme:?} is not tagged");
        assert!(!contains("photo.jpg") && !contains("/Subtype/Image") && !contains("/XObject"), "{theme:?} has a picture");
        assert_eq!(pdf, set(&resume, theme, Paper::A4), "the same résumé gives the same bytes");
        assert!(pdf.bytes.len() < 120_000, "{theme:?} has {} bytes", pdf.bytes.len());
    }
}

#[test]
fn user_names_stand_after_their_network_and_a_hundred_addresses_are_found_one_by_one() {
    let addresses = (0..100).map(|number| format!(r#"{{"url": "https://x.example/{number}"}}"#)).collect::<Vec<_>>().join(",");
    let source = format!(
        r#"{{"basics": {{"name": "A B", "email": "a@b.example", "profiles": [{{"network": "Code: Berg", "username": "ab: c"}}, {addresses}]}}}}"#
    );
    let resume = resume(&source);
    let pdf = set(&resume, Theme::Classic, Paper::A4);
    let proof = prove(&resume, &pdf);
    assert!(proof.passed() && proof.fields.len() == 103, "{:#?}", missing(&proof));
    let other = self::resume(&source.replace("x.example/57\"", "x.example/557\""));
    assert_eq!(prove(&other, &pdf).missing().map(|field| field.label.as_str()).collect::<Vec<_>>(), ["Profile 59"]);
}

#[test]
fn an_empty_resume_is_an_empty_page() {
    let resume = resume("{}");
    let pdf = set(&resume, Theme::Compact, Paper::A4);
    assert_eq!(pdf.pages, 1);
    assert!(prove(&resume, &pdf).fields.is_empty());
}
