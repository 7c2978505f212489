//! vCards of three versions, as address books write them.

use footbridge_people::{Import, vcard};

fn read(text: &str) -> Import {
    vcard::read(text.as_bytes(), "contacts.vcf")
}

fn people(import: &Import) -> Vec<String> {
    let or_dash = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".to_owned());
    import
        .contacts
        .iter()
        .map(|contact| {
            format!(
                "{} · {} · {} · {} · {}",
                contact.name,
                or_dash(&contact.mail),
                or_dash(&contact.company),
                or_dash(&contact.position),
                or_dash(&contact.profile)
            )
        })
        .collect()
}

fn codes(import: &Import) -> Vec<&str> {
    import.findings.iter().map(|finding| finding.code.as_str()).collect()
}

#[test]
fn three_versions_say_the_same() {
    let expected = "José Nuñez · jose@example.org · Twilio · Product Manager, APIs · linkedin.com/in/jose";
    for (what, card) in [
        (
            "2.1",
            "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Nu=C3=B1ez;Jos=C3=A9;;;\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jos=C3=A9 Nu=C3=\r\n=B1ez\r\nORG:Twilio;Messaging\r\nTITLE:Product Manager, APIs\r\nEMAIL;INTERNET:jose@example.org\r\nURL:https://www.linkedin.com/in/jose\r\nEND:VCARD\r\n",
        ),
        (
            "3.0",
            "BEGIN:VCARD\nVERSION:3.0\nFN:José Nuñez\nN:Nuñez;José;;;\nORG:Twilio;Messaging\nTITLE:Product Manager\\, APIs\nEMAIL;TYPE=INTERNET,WORK:jose@example.org\nEMAIL:other@example.org\nURL:https://example.org\nX-SOCIALPROFILE;TYPE=linkedin:https://www.linkedin.com/in/jose\nEND:VCARD\n",
        ),
        (
            "4.0, folded",
            "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:José N\r\n uñez\r\nORG:Twi\r\n\tlio\r\nROLE:Product Manager\\, APIs\r\nEMAIL:jose@exa\r\n mple.org\r\nSOCIALPROFILE:https://www.linkedin.com/in/jo\r\n se\r\nEND:VCARD\r\n",
        ),
        (
            "no FN",
            "BEGIN:VCARD\nVERSION:3.0\nN:Nuñez;José;;Dr.;\nORG:Twilio\nTITLE:Product Manager\\, APIs\nEMAIL:jose@example.org\nitem1.URL:https://www.linkedin.com/in/jose/\nEND:VCARD",
        ),
        (
            "a mark and old line ends",
            "\u{feff}begin:vcard\rversion:3.0\rFN:José Nuñez\rORG:Twilio\rTITLE:Product Manager\\, APIs\rEMAIL:jose@example.org\rURL:linkedin.com/in/jose\rend:vcard\r",
        ),
    ] {
        let import = read(card);
        assert_eq!((people(&import), codes(&import)), (vec![expected.to_owned()], vec![]), "{what}");
    }
}

#[test]
fn stated_and_unstated_charsets_are_read() {
    let latin = |text: &str| text.chars().map(|letter| u8::try_from(u32::from(letter)).expect("Latin-1")).collect::<Vec<u8>>();
    let mut mixed = "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=UTF-8:Zoë\nORG;CHARSET=SHIFT_JIS:".as_bytes().to_vec();
    mixed.extend(b"\x93\x8c\x8b\x9e");
    mixed.extend(b"\nEND:VCARD\n");
    for (bytes, name, company, found) in [
        (latin("BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=ISO-8859-1:José\nORG:Acme\nEND:VCARD\n"), "José", "Acme", vec![]),
        (latin("BEGIN:VCARD\nVERSION:2.1\nFN:José\nORG:Acme\nEND:VCARD\n"), "José", "Acme", vec!["contacts-encoding"]),
        (mixed, "Zoë", "東京", vec![]),
    ] {
        let import = vcard::read(&bytes, "contacts.vcf");
        let contact = &import.contacts[0];
        assert_eq!((contact.name.as_str(), contact.company.as_deref(), codes(&import)), (name, Some(company), found));
    }
}

#[test]
fn many_cards_and_every_fault_of_them() {
    let text = "junk\nBEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee\nCATEGORIES:TPM,Mentor\nEND:VCARD\n\
        BEGIN:VCARD\nVERSION:3.0\nNOTE:nobody\nEND:VCARD\n\
        BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:The team\nEND:VCARD\n\
        BEGIN:VCARD\nVERSION:3.0\nFN:Bo Kim\nEMAIL:not one\n\
        BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee\nEND:VCARD\n\
        BEGIN:VCARD\nVERSION:3.0\nFN:Cy Roe\n";
    let import = read(text);
    let names: Vec<&str> = import.contacts.iter().map(|contact| contact.name.as_str()).collect();
    assert_eq!((names, import.rows), (vec!["Ann Lee", "Bo Kim", "Cy Roe"], 6));
    assert_eq!(import.contacts[0].tags.iter().map(String::as_str).collect::<Vec<_>>(), ["mentor", "tpm"]);
    let said: Vec<String> = import.findings.iter().map(|finding| format!("{}: {}", finding.code, finding.message)).collect();
    assert_eq!(
        said,
        [
            "contacts-nobody: Card 2 has neither a name nor a mail address; it is left out.",
            "contacts-card-no-person: Card 3 is of a group or an organisation; it is left out.",
            "contacts-card-unended: Card 4 has no line END:VCARD; what stands in it was read.",
            "contacts-mail-shape: The mail address of card 4 is none, such as name@example.org; it is left out.",
            "contacts-same-person: Card 5 is the same person as card 1; the first is kept.",
            "contacts-card-unended: Card 6 has no line END:VCARD; what stands in it was read.",
        ]
    );
    for finding in &import.findings {
        let span = finding.place.as_ref().expect("a place").span.clone();
        assert!(text[span].starts_with("BEGIN:VCARD"));
    }
    let marked = vcard::read(format!("\u{feff}{text}").as_bytes(), "contacts.vcf");
    assert_eq!(marked, import, "a mark of the encoding moves no place");
    assert_eq!(codes(&read("FN:Ann\n")), ["contacts-no-card"]);
}
