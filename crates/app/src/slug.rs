/// The letters and digits of a name, as a file can have them: `Acme & Co.` becomes `acme-co`. Empty when it has none; a slug is its own slug.
///
/// Small letters come first: `İ` becomes a letter and a mark, and a mark parts words as any other sign does.
pub(crate) fn slug(name: &str) -> String {
    let lower = name.to_lowercase();
    lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_slug_is_its_own_slug() {
        for (name, expected) in
            [("Acme & Co., API", "acme-co-api"), ("../../etc", "etc"), ("Zürich Pay", "zürich-pay"), ("İstanbul", "i-stanbul"), ("???", "")]
        {
            assert_eq!(slug(name), expected, "{name}");
            assert_eq!(slug(expected), expected);
        }
    }
}
