//! One document in the forms of all places. `tests/exports/<case>.md` beside `<case>.<place>.txt`; `FOOTBRIDGE_PROSE_BLESS=1` writes them.

use crate::{Target, export};
use std::path::Path;

#[test]
fn every_document_is_exported_as_its_expected_files_say() {
    let bless = std::env::var_os("FOOTBRIDGE_PROSE_BLESS").is_some();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports");
    let mut faults = Vec::new();
    let mut cases = 0;
    for entry in std::fs::read_dir(&root).expect("there are exports") {
        let path = entry.expect("the folder can be read").path();
        if path.extension().is_none_or(|extension| extension != "md") {
            continue;
        }
        cases += 1;
        let markdown = std::fs::read_to_string(&path).expect("a case can be read");
        for target in Target::ALL {
            let exported = export(&markdown, target);
            let limit = exported.limit.map_or("no limit".to_owned(), |limit| format!("limit {limit}"));
            let said = format!("{}\n==\n{} characters, {limit}\n{}\n", exported.text, exported.characters, exported.lost.join("\n"));
            let expected_path = path.with_extension(format!("{}.txt", target.id()));
            if bless {
                std::fs::write(&expected_path, &said).expect("the expected file can be written");
            }
            let expected = std::fs::read_to_string(&expected_path).unwrap_or_default();
            if said != expected {
                faults.push(format!("== {}: expected\n{expected}\n== but got\n{said}", expected_path.display()));
            }
        }
    }
    assert!(cases > 0 && faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn places_are_known_by_their_id() {
    for target in Target::ALL {
        assert_eq!(Target::from_id(target.id()), Some(target));
    }
    assert_eq!(Target::from_id("myspace"), None);
}

#[test]
fn a_reference_that_cannot_be_read_is_told() {
    for (text, told) in [
        ("It fails 4.2 % {{query:sql-a:rate}}.", "1 reference is left out; its figure stays."),
        (
            "It fails 4.2 % {{query:sql-a}}.",
            "1 reference cannot be read and goes out as it stands: mend it, or take it out. `{{query:exercise:column}}` stands behind its figure.",
        ),
        (
            "It fails {{query:sql-a}} and {{query:sql-b}}.",
            "2 references cannot be read and go out as they stand: mend them, or take them out. `{{query:exercise:column}}` stands behind its figure.",
        ),
    ] {
        for target in Target::ALL {
            assert_eq!(export(text, target).lost, [told], "{text}");
        }
    }
}
