use super::AnkiCard;

/// The text that Anki imports into a deck. Importing it again changes the notes that are there, by their guid, and keeps their scheduling.
pub fn write_anki(cards: &[AnkiCard], deck: &str) -> String {
    let deck: String = deck.chars().filter(|letter| !letter.is_control()).collect();
    let mut text = format!(
        "#separator:tab\n#html:false\n#notetype:Basic\n#deck:{deck}\n#columns:guid\tFront\tBack\tTags\n#guid column:1\n#tags column:4\n"
    );
    for card in cards {
        let fields = [&card.guid, &card.front, &card.back].map(|field| quoted(field));
        text.push_str(&format!("{}\t{}\n", fields.join("\t"), quoted(&card.tags.join(" "))));
    }
    text
}

/// In quotes, where every letter may stand.
fn quoted(field: &str) -> String {
    let is_plain = !field.contains(['\t', '\n', '\r', '"']) && !field.starts_with('#');
    if is_plain { field.to_owned() } else { format!("\"{}\"", field.replace('"', "\"\"")) }
}
