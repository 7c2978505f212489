//! LinkedIn exports, as they come and as they are spoiled on the way.

use footbridge_diagnostic::{Source, render_text};
use footbridge_people::{Import, LARGEST_FILE, MOST_ROWS, linkedin};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const NOTES: &str = "Notes:\n\"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see \"\"shared\"\" ones.\"\n\n";
const HEADER: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
const ROWS: &str = "Ann,Lee,https://www.linkedin.com/in/ann-lee,,\"Stripe, Inc.\",Technical Product Manager,15 Mar 2024\n\
    José,Nuñez,https://www.linkedin.com/in/jose,jose@example.org,Twilio,\"PM, \"\"APIs\"\"\",02 Jan 2023\n";

fn read(text: &str) -> Import {
    linkedin::read(text.as_bytes(), "Connections.csv")
}

/// Who was read: name, company, position and day.
fn people(import: &Import) -> Vec<String> {
    import
        .contacts
        .iter()
        .map(|contact| {
            let or_dash = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".to_owned());
            let day = contact.connected_on.map_or_else(|| "–".to_owned(), |day| day.to_string());
            format!("{} · {} · {} · {day}", contact.name, or_dash(&contact.company), or_dash(&contact.position))
        })
        .collect()
}

fn codes(import: &Import) -> Vec<&str> {
    import.findings.iter().map(|finding| finding.code.as_str()).collect()
}

fn said(import: &Import, text: &str) -> String {
    let source = Source { file: "Connections.csv", text };
    import.findings.iter().map(|finding| render_text(finding, Some(&source), false)).collect::<Vec<_>>().join("\n\n")
}

fn both() -> [String; 2] {
    [
        "Ann Lee · Stripe, Inc. · Technical Product Manager · 2024-03-15".to_owned(),
        "José Nuñez · Twilio · PM, \"APIs\" · 2023-01-02".to_owned(),
    ]
}

#[test]
fn an_export_is_read_whatever_stands_around_it() {
    let crlf = |text: &str| text.replace('\n', "\r\n");
    let padded = format!(",,,,,,\n{NOTES}\n\n{HEADER}\n,,,,,,\n{ROWS},,,,,,\n\n");
    let quoted = HEADER.trim().split(',').map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(",");
    for (what, text) in [
        ("as it comes", format!("{NOTES}{HEADER}{ROWS}")),
        ("without notes", format!("{HEADER}{ROWS}")),
        ("with a mark", format!("\u{feff}{NOTES}{HEADER}{ROWS}")),
        ("with a mark before a quoted header", format!("\u{feff}{quoted}\n{ROWS}")),
        ("with other line ends", crlf(&format!("{NOTES}{HEADER}{ROWS}"))),
        ("with the line ends of old Macintoshes", format!("{HEADER}{ROWS}").replace('\n', "\r")),
        ("with empty rows", padded),
        ("without a last line end", format!("{HEADER}{}", ROWS.trim_end())),
        ("with longer notes", format!("Notes:\n{}{HEADER}{ROWS}", "\"more\nof\nit\"\n".repeat(30))),
        ("with semicolons", format!("{}\nAnn;Lee;https://www.linkedin.com/in/ann-lee;;Stripe, Inc.;Technical Product Manager;15 Mar 2024\nJosé;Nuñez;linkedin.com/in/jose;jose@example.org;Twilio;\"PM, \"\"APIs\"\"\";02 Jan 2023\n", HEADER.trim().replace(',', ";"))),
        ("in another order", "Connected On,Position,Company,Email Address,URL,Last Name,First Name\n2024-03-15,Technical Product Manager,\"Stripe, Inc.\",,linkedin.com/in/ann-lee,Lee,Ann\n2 janvier 2023,\"PM, \"\"APIs\"\"\",Twilio,jose@example.org,linkedin.com/in/jose,Nuñez,José\n".to_owned()),
        ("with renamed and more columns", "Full Name,Profile URL,E-mail,Organization,Job Title,Followers,Connection Date\nAnn Lee,linkedin.com/in/ann-lee,,\"Stripe, Inc.\",Technical Product Manager,7,3/15/24\nJosé Nuñez,linkedin.com/in/jose,jose@example.org,Twilio,\"PM, \"\"APIs\"\"\",8,1/2/23\n".to_owned()),
        ("in German", "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verknüpft am\nAnn,Lee,https://www.linkedin.com/in/ann-lee,,\"Stripe, Inc.\",Technical Product Manager,15. März 2024\nJosé,Nuñez,https://www.linkedin.com/in/jose,jose@example.org,Twilio,\"PM, \"\"APIs\"\"\",2. Januar 2023\n".to_owned()),
    ] {
        let import = read(&text);
        assert_eq!(people(&import), both(), "{what}: {:?}", import.findings);
        let unexpected: Vec<&str> = codes(&import).into_iter().filter(|code| *code != "contacts-date-order").collect();
        assert!(unexpected.is_empty(), "{what}: {unexpected:?}");
        assert_eq!(import.rows, 2, "{what}");
        assert_eq!(import.contacts[1].mail.as_deref(), Some("jose@example.org"), "{what}");
        assert_eq!(import.contacts[0].profile.as_deref(), Some("linkedin.com/in/ann-lee"), "{what}");
    }
}

#[test]
fn other_encodings_are_read() {
    let text = format!("{NOTES}{HEADER}{ROWS}");
    let utf16 = |order: fn(u16) -> [u8; 2]| "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(order).collect::<Vec<u8>>();
    for bytes in [utf16(u16::to_le_bytes), utf16(u16::to_be_bytes)] {
        let import = linkedin::read(&bytes, "Connections.csv");
        assert_eq!((people(&import), codes(&import)), (both().to_vec(), vec![]));
    }
    let western: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).expect("Latin-1")).collect();
    let import = linkedin::read(&western, "Connections.csv");
    assert_eq!((people(&import), codes(&import)), (both().to_vec(), vec!["contacts-encoding"]));
}

#[test]
fn every_fault_is_told_with_its_row_and_the_others_are_kept() {
    let text = format!(
        "{NOTES}{HEADER}\
        ,,,,,,15 Mar 2024\n\
        Bo,Kim,not an address,nobody,Acme,PM,soon\n\
        Cy,Roe,https://linkedin.com/in/cy,,,Acme Inc,extra,PM,1 Feb 2024\n\
        Di,Fox,https://linkedin.com/in/di,Acme,PM,1 Feb 2024\n\
        {ROWS}\
        Annie,Lee,https://in.linkedin.com/in/Ann-Lee/,,Stripe,TPM,15 Mar 2024\n"
    );
    let import = read(&text);
    let mut expected = vec!["Bo Kim · Acme · PM · –".to_owned()];
    expected.extend(both());
    assert_eq!((people(&import), import.rows), (expected, 7));
    insta::assert_snapshot!(said(&import, &text));
}

#[test]
fn a_place_is_counted_in_the_decoded_text() {
    let fault = ",,,,,,15 Mar 2024";
    let text = format!("{NOTES}{HEADER}{ROWS}{fault}\n");
    let marked: Vec<u8> = "\u{feff}".bytes().chain(text.bytes()).collect();
    let utf16: Vec<u8> = "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let western: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).expect("Latin-1")).collect();
    for bytes in [text.clone().into_bytes(), marked, utf16, western, zipped(&[("Connections.csv", text.as_bytes())])] {
        let import = linkedin::read(&bytes, "Connections.csv");
        let nobody = import.findings.iter().find(|finding| finding.code == "contacts-nobody").expect("a row of nobody");
        assert_eq!(&import.text[nobody.place.clone().expect("a place").span], fault);
    }
}

#[test]
fn an_open_quotation_spoils_only_its_row() {
    let text = format!(
        "{HEADER}Bo,\"Kim,https://linkedin.com/in/bo,,Acme,PM,1 Feb 2024\n{ROWS}Cy,Roe,https://linkedin.com/in/cy,,\"Acme, Inc,PM,3 Feb 2024\nDi,Fox,https://linkedin.com/in/di,,Acme,PM,4 Feb 2024\n"
    );
    let import = read(&text);
    let mut expected = both().to_vec();
    expected.push("Di Fox · Acme · PM · 2024-02-04".to_owned());
    assert_eq!(people(&import), expected);
    assert_eq!(codes(&import), ["contacts-row-quotation", "contacts-row-quotation"]);
    assert!(import.findings[1].message.starts_with("Row 5 "), "{}", import.findings[1].message);
    let last = read(&format!("{HEADER}{ROWS}Bo,\"Kim,https://linkedin.com/in/bo,,Acme,PM,1 Feb 2024"));
    assert_eq!((people(&last), codes(&last)), (both().to_vec(), vec!["contacts-row-quotation"]));
    let legitimate = read(&format!("{HEADER}Bo,Kim,,,\"Acme\nInc\",\"PM\nAPIs\",1 Feb 2024\n{ROWS}"));
    assert_eq!((people(&legitimate)[0].as_str(), codes(&legitimate)), ("Bo Kim · Acme Inc · PM APIs · 2024-02-01", vec![]));
}

#[test]
fn a_date_is_settled_by_the_others_or_left_out() {
    let rows = |dates: &[&str]| {
        let row = |(number, date): (usize, &&str)| format!("A{number},Lee,https://linkedin.com/in/a{number},,,,\"{date}\"\n");
        format!("{HEADER}{}", dates.iter().enumerate().map(row).collect::<String>())
    };
    let days = |import: &Import| import.contacts.iter().map(|contact| contact.connected_on.map(|day| day.to_string())).collect::<Vec<_>>();
    let some = |days: &[&str]| days.iter().map(|day| (!day.is_empty()).then(|| (*day).to_owned())).collect::<Vec<_>>();
    for (dates, read_as, found) in [
        (&["3/4/24", "3/15/24"][..], &["2024-03-04", "2024-03-15"][..], &["contacts-date-order"][..]),
        (&["3/4/24", "15/3/24"], &["2024-04-03", "2024-03-15"], &["contacts-date-order"]),
        (&["3/4/24", "5 Mar 2024"], &["", "2024-03-05"], &["contacts-date-two-ways"]),
        (&["3/4/24", "3/15/24", "15/3/24"], &["", "2024-03-15", "2024-03-15"], &["contacts-date-two-ways"]),
        (&["4/4/24"], &["2024-04-04"], &[]),
        (&["", "yesterday"], &["", ""], &["contacts-date"]),
    ] {
        let import = read(&rows(dates));
        assert_eq!((days(&import), codes(&import)), (some(read_as), found.to_vec()), "{dates:?}");
    }
    let text = rows(&["3/4/24", "3/15/24", "15/3/24"]);
    insta::assert_snapshot!(said(&read(&text), &text));
}

#[test]
fn a_file_that_is_none_says_what_to_do() {
    for (text, code) in [
        ("", "contacts-empty-file"),
        ("\u{feff} \n\n", "contacts-empty-file"),
        ("From,To,Date\na,b,c\n", "contacts-no-header"),
        ("{\"a\": 1}", "contacts-no-header"),
        ("%PDF-1.7\n", "contacts-no-text"),
        ("Name\0Company\n", "contacts-no-text"),
    ] {
        assert_eq!(codes(&read(text)), [code], "{text:?}");
    }
    let picture = linkedin::read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "me.csv");
    assert_eq!(
        (codes(&picture), picture.findings[0].message.as_str()),
        (vec!["contacts-no-text"], "The file is a picture, and contacts are read from text.")
    );
    let only_names = read("Name,Company,Company\nAnn Lee,Acme,Other\n");
    assert_eq!(codes(&only_names), ["contacts-missing-columns", "contacts-doubled-column"]);
    assert_eq!(people(&only_names), ["Ann Lee · Acme · – · –"]);
}

#[test]
fn sizes_have_ceilings() {
    let large = vec![b'a'; LARGEST_FILE + 1];
    assert_eq!(codes(&linkedin::read(&large, "Connections.csv")), ["contacts-file-too-large"]);
    let mut many = HEADER.to_owned();
    for number in 0..=MOST_ROWS + 1 {
        many.push_str(&format!("A,B,linkedin.com/in/{number},,,,\n"));
    }
    let import = read(&many);
    assert_eq!((import.contacts.len(), codes(&import)), (MOST_ROWS, vec!["contacts-too-many"]));
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)).expect("a file begins");
        writer.write_all(bytes).expect("memory is written");
    }
    writer.finish().expect("the directory is written").into_inner()
}

#[test]
fn the_list_is_found_in_a_zip() {
    let csv = format!("{NOTES}{HEADER}{ROWS}");
    for name in ["Connections.csv", "Basic_LinkedInDataExport_11-26-2026/Connections.csv", "connections.CSV", "Connections (1).csv"] {
        let import = linkedin::read(&zipped(&[("messages.csv", b"a,b\n"), (name, csv.as_bytes())]), "export.zip");
        assert_eq!((people(&import), codes(&import)), (both().to_vec(), vec![]), "{name}");
    }
    let faulty = linkedin::read(&zipped(&[("Connections.csv", format!("{csv},,,,,,15 Mar 2024\n").as_bytes())]), "export.zip");
    assert_eq!(faulty.findings[0].place.as_ref().expect("a place").file, "export.zip/Connections.csv");
}

#[test]
fn a_zip_that_is_none_or_does_harm_is_refused() {
    let many: Vec<(String, &[u8])> = (0..2_100).map(|number| (format!("{number}.csv"), &b""[..])).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let repeated = vec![b'a'; 5_000_000];
    let large = vec![b'a'; LARGEST_FILE + 1];
    // Random enough not to shrink a hundredfold: a linear congruential generator (Knuth's MMIX).
    let mut state = 1_u64;
    let mut letter = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        b'a' + u8::try_from((state >> 33) % 26).expect("a letter")
    };
    let noisy: Vec<u8> = (0..=LARGEST_FILE).map(|_| letter()).collect();
    let whole = zipped(&[("Connections.csv", HEADER.as_bytes())]);
    for (what, bytes, code) in [
        ("another export", zipped(&[("messages.csv", b"a")]), "contacts-zip-without-list"),
        ("two lists", zipped(&[("connections a.csv", b"a"), ("connections b.csv", b"a")]), "contacts-zip-without-list"),
        ("cut off", whole[..whole.len() / 2].to_vec(), "contacts-zip-broken"),
        ("nothing", b"PK\x05\x06".to_vec(), "contacts-zip-broken"),
        ("a bomb", zipped(&[("Connections.csv", &repeated)]), "contacts-zip-suspicious"),
        ("a larger bomb", zipped(&[("Connections.csv", &large)]), "contacts-zip-suspicious"),
        ("too large", zipped(&[("Connections.csv", &noisy)]), "contacts-file-too-large"),
        ("too many files", zipped(&many), "contacts-zip-suspicious"),
    ] {
        let import = linkedin::read(&bytes, "export.zip");
        assert_eq!((codes(&import), import.contacts.len()), (vec![code], 0), "{what}");
    }
}

/// A mail address, a name or an employer must not get into an error text.
#[test]
fn no_finding_repeats_what_is_private() {
    let text = format!(
        "{HEADER}Zaphod,Beeblebrox,not an address zz,zaphod(at)heart,Magrathea,Ruler,soon\nTrillian,Astra,,,,\"{}\",\n,,x,,,,\n",
        "Q".repeat(500)
    );
    for finding in read(&text).findings {
        let said = format!("{} {} {}", finding.message, finding.notes.join(" "), finding.help.join(" "));
        for private in ["Zaphod", "Beeblebrox", "zaphod", "Magrathea", "Ruler", "zz", "Trillian", "QQQ"] {
            assert!(!said.contains(private), "{said}");
        }
    }
}
