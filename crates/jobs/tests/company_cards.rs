//! Cards of companies: written by hand, filled from a form, and counted only when they say something.

use footbridge_jobs::{Card, CardError, CardPart, LONGEST_CARD, read_card, with_parts};
use proptest::prelude::*;

const BY_HAND: &str = "\
Found by Ann.
# Acme & Söhne

## Product
Payments for shops that sell in more than one country.

## Pay
Unknown.

## api
REST, and webhooks for everything that can change later.
## Users
Developers at shops of ten to a hundred people.

## Recent changes
- 2026-11-02: version 3 of the refunds API, https://acme.example/changelog
";

fn read(text: &str) -> Card {
    read_card(text, "a.md").unwrap_or_else(|finding| panic!("{finding:?} in {text}"))
}

fn with(card: &Card, part: CardPart, text: &str) -> Card {
    let mut card = card.clone();
    card.parts[part as usize] = text.to_owned();
    card
}

#[test]
fn a_card_counts_when_it_says_something() {
    let card = read(BY_HAND);
    assert_eq!((card.name.as_str(), card.part(CardPart::Notes)), ("Acme & Söhne", ""));
    assert_eq!(card.missing(), []);
    for (part, text) in [
        (CardPart::Product, "Payments."),
        (CardPart::Api, "- - - - - - - - - -"),
        (CardPart::Users, ""),
        (CardPart::Changes, "2026-11-02: version 3 of the refunds API"),
        (CardPart::Changes, "2026-11-02\nversion 3, https://acme.example/"),
        (CardPart::Changes, "2026-13-02: version 3, https://acme.example/"),
        (CardPart::Changes, "2026-11-02 https://acme.example/"),
        (CardPart::Changes, "2026-11-02: version 3, https://acme"),
    ] {
        assert_eq!(with(&card, part, text).missing(), [part], "{text}");
    }
    let change = with(&card, CardPart::Changes, "* (2026-11-02) [Version 3](https://acme.example/changelog)");
    assert_eq!(change.missing(), []);
    assert_eq!(read("# Acme").missing(), [CardPart::Product, CardPart::Api, CardPart::Users, CardPart::Changes]);
}

#[test]
fn what_is_filled_in_leaves_the_rest_as_it_stood() {
    let card = with(&with(&read(BY_HAND), CardPart::Api, "GraphQL.\n\n### Limits\n100 a second"), CardPart::Notes, "Ask Bo.");
    let text = with_parts(BY_HAND, &card).expect("the parts can be told apart");
    assert_eq!(read(&text), card);
    assert!(text.starts_with("Found by Ann.\n# Acme & Söhne\n\n## Product\nPayments for"), "{text}");
    assert!(text.contains("\n## Pay\nUnknown.\n\n## api\n\nGraphQL.\n\n### Limits\n100 a second\n\n## Users\nDevelopers"), "{text}");
    assert!(text.ends_with("\n## People\n\n## Notes\n\nAsk Bo.\n"), "{text}");
    assert_eq!(with_parts(&text, &card).as_ref(), Ok(&text), "nothing to change");
    assert_eq!(with_parts(BY_HAND, &with(&card, CardPart::Users, "a\n## Notes\nb")), Err(CardError::Heading));
    assert_eq!(with_parts(BY_HAND, &with(&card, CardPart::Users, &"x".repeat(LONGEST_CARD))), Err(CardError::TooLong));
    assert_eq!(with_parts("# Other\n", &card), Err(CardError::OtherCompany), "another company");
}

#[test]
fn a_card_without_a_name_is_told() {
    for text in ["", "## Product\n", "# \n", &"x".repeat(LONGEST_CARD + 1)] {
        assert!(read_card(text, "a.md").is_err(), "{text}");
    }
}

proptest! {
    #[test]
    fn what_is_kept_is_read(text in "(# A\\n)?(## Users\\n|## Product\\r\\n|# B\\n|\\n|[ -~ä]{0,8}\\n?){0,8}", parts in proptest::collection::vec("[ -~\\nä]{0,12}", 6)) {
        let card = Card { name: "A".to_owned(), parts: parts.iter().map(|part| part.trim().to_owned()).collect::<Vec<_>>().try_into().expect("six") };
        if let Ok(kept) = with_parts(&text, &card) {
            prop_assert_eq!(&read(&kept), &card);
        }
        let fresh = with_parts("", &card);
        let is_plain = card.parts.iter().all(|part| part.lines().all(|line| !line.starts_with("# ") && !line.starts_with("## ")));
        prop_assert_eq!(fresh.is_ok(), is_plain);
    }
}
