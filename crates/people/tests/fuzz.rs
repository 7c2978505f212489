//! Readers of what comes from outside, on spoiled input: nothing panics, and what was read keeps its laws.

use footbridge_people::{Import, Written, contact, linkedin, role_of, vcard, warm_paths};
use std::collections::BTreeSet;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const ROUNDS: usize = 600;

const LISTS: [&str; 3] = [
    "Notes:\n\"some \"\"text\"\",\nmore\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nJosé,Nuñez,https://www.linkedin.com/in/jose,j@x.org,\"Acme, Inc\",PM,15 Mar 2024\n,,,,,,\nAnn,Lee,,,Stripe,\"a\nb\",3/4/24\n",
    "\u{feff}Name;E-mail;Firma;Verknüpft am\r\nAnn Lee;a@x.org;Acme;15. März 2024\r\n;;;\r\nBo;;;13/13/13\r\n",
    "x\ty\nName\tURL\nAnn\tlinkedin.com/in/a\n\"\tb\n",
];

const CARDS: [&str; 2] = [
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Nu=C3=B1ez;Jos=C3=A9;;;\r\nEMAIL;INTERNET:j@x.org\r\nPHOTO;ENCODING=BASE64:AAAA\r\n BBBB\r\nEND:VCARD\r\n",
    "BEGIN:VCARD\nVERSION:4.0\nKIND:individual\nFN:Ann\\, Lee\nitem1.ORG:Acme;A\\;B\nCATEGORIES:a,b\nBDAY:--0412\nURL;VALUE=uri:https://linkedin.com/in/a\nADR;LABEL=\"x;y\":;;z;;;;\nEND:VCARD\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\n",
];

/// Marsaglia's xorshift: the same bytes in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end.max(1) as u64).expect("small")
    }

    /// Bytes changed, cut out, doubled or put in, one to six times.
    fn spoiled(&mut self, bytes: &[u8]) -> Vec<u8> {
        const ODD: [&[u8]; 16] = [
            b"\"",
            b",",
            b"\n",
            b"\r",
            b";",
            b"\t",
            b"\0",
            b"\xff\xfe",
            b"\xef\xbb\xbf",
            b"=\n",
            b"BEGIN:VCARD\n",
            b"END:VCARD\n",
            b"\xe2\x80\xae",
            b"999999999999",
            b"PK\x01\x02",
            b"CHARSET=utf-16:",
        ];
        let mut bytes = bytes.to_vec();
        for _ in 0..=self.below(6) {
            let at = self.below(bytes.len() + 1);
            match self.below(5) {
                0 => drop(bytes.splice(at..at, ODD[self.below(ODD.len())].iter().copied())),
                1 => drop(bytes.drain(at..(at + self.below(40)).min(bytes.len()))),
                2 => {
                    let piece = bytes[at..(at + self.below(60)).min(bytes.len())].to_vec();
                    let to = self.below(bytes.len() + 1);
                    bytes.splice(to..to, piece);
                }
                3 => bytes.truncate(at),
                _ => {
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte = u8::try_from(self.below(256)).expect("a byte");
                    }
                }
            }
        }
        bytes
    }
}

fn laws(import: &Import) {
    let ids: BTreeSet<_> = import.contacts.iter().map(|contact| contact.id.as_str()).collect();
    assert_eq!(ids.len(), import.contacts.len(), "nobody stands twice");
    assert!(import.contacts.len() <= import.rows);
    for contact in &import.contacts {
        let texts =
            [Some(&contact.name), contact.profile.as_ref(), contact.mail.as_ref(), contact.company.as_ref(), contact.position.as_ref()];
        for text in texts.into_iter().flatten() {
            assert!(!text.is_empty() && text.len() <= 400 && !text.contains(char::is_control), "{text:?}");
        }
    }
    for finding in &import.findings {
        let place = finding.place.as_ref().expect("every finding has a place");
        assert!(import.text.get(place.span.clone()).is_some(), "{finding:?}");
        assert!(finding.code.starts_with("contacts-") && finding.message.ends_with('.'), "{finding:?}");
    }
}

#[test]
fn no_list_does_harm() {
    let mut chance = Chance(0x2545_F491_4F6C_DD1D);
    let mut read = 0;
    for round in 0..ROUNDS {
        let bytes = chance.spoiled(LISTS[round % LISTS.len()].as_bytes());
        let import = linkedin::read(&bytes, "Connections.csv");
        laws(&import);
        assert_eq!(import, linkedin::read(&bytes, "Connections.csv"), "the same bytes give the same import");
        read += import.contacts.len();
    }
    assert!(read > ROUNDS / 2, "only {read} contacts were read: the spoiled lists are too far from real ones");
}

#[test]
fn no_card_does_harm() {
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    let mut read = 0;
    for round in 0..ROUNDS {
        let bytes = chance.spoiled(CARDS[round % CARDS.len()].as_bytes());
        let import = vcard::read(&bytes, "contacts.vcf");
        laws(&import);
        read += import.contacts.len();
    }
    assert!(read > ROUNDS / 2, "only {read} contacts were read");
}

#[test]
fn no_zip_does_harm() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["a/messages.csv", "a/Connections.csv"] {
        writer.start_file(name, SimpleFileOptions::default()).expect("a file begins");
        writer.write_all(LISTS[0].as_bytes()).expect("memory is written");
    }
    let whole = writer.finish().expect("the directory is written").into_inner();
    let mut chance = Chance(0xD1B5_4A32_D192_ED03);
    for _ in 0..ROUNDS {
        let bytes = chance.spoiled(&whole);
        laws(&linkedin::read(&bytes, "export.zip"));
    }
}

#[test]
fn no_name_of_an_employer_does_harm() {
    const NAMES: [&str; 6] = [
        "Google (Alphabet) | ex-Stripe, a Twilio company - Acme & Co. KG / I.B.M. · Auth0 by Okta",
        "Self-employed (formerly known as Société Générale [x))",
        "Stealth — İSTANBUL ﬁnance ＧＯＯＧＬＥ ẞ",
        "of India the Inc.",
        "...&&..r&d",
        "ex-",
    ];
    let companies = ["Google", "Stripe", "Okta", "IBM", "X", "", "The Inc", "R&D"].map(str::to_owned);
    let mut chance = Chance(0x0A5A_5A5A_1234_5678);
    for round in 0..ROUNDS {
        let text = String::from_utf8_lossy(&chance.spoiled(NAMES[round % NAMES.len()].as_bytes())).into_owned();
        let written = Written {
            name: text.clone(),
            company: text.clone(),
            position: text.clone(),
            profile: text.clone(),
            mail: text.clone(),
            ..Written::default()
        };
        role_of(&text);
        let Some(contact) = contact(&written).0 else { continue };
        let paths = warm_paths(&[contact], &companies);
        let distinct: BTreeSet<_> = paths.iter().map(|path| path.company.as_str()).collect();
        assert_eq!(distinct.len(), paths.len(), "one path to a company: {text:?}");
        assert!(paths.iter().all(|path| !path.company.is_empty() && !path.why.is_empty()), "{text:?}");
    }
}
