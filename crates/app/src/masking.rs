/// Names of target companies are private: in free text they are masked, whatever their case.
pub(crate) fn mask(text: &str, companies: &[String]) -> (String, bool) {
    let mut masked = text.to_owned();
    for company in companies.iter().filter(|company| !company.is_empty()) {
        masked = replace_ignoring_case(&masked, company, "[a target company]");
    }
    let changed = masked != text;
    (masked, changed)
}

fn replace_ignoring_case(text: &str, name: &str, with: &str) -> String {
    let name: Vec<char> = name.chars().collect();
    let letters: Vec<char> = text.chars().collect();
    let same = |a: &char, b: &char| a.to_lowercase().eq(b.to_lowercase());
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        let rest = &letters[at..];
        if rest.len() >= name.len() && rest.iter().zip(&name).all(|(a, b)| same(a, b)) {
            out.push_str(with);
            at += name.len();
        } else {
            out.push(letters[at]);
            at += 1;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::mask;

    #[test]
    fn target_companies_never_leave_the_folder() {
        let companies = ["Acme API".to_owned(), "Zürich Pay".to_owned()];
        let (text, masked) = mask("I left ACME api for zürich PAY, not Acme.", &companies);
        assert_eq!(text, "I left [a target company] for [a target company], not Acme.");
        assert!(masked);
        assert_eq!(mask("Nothing here", &companies), ("Nothing here".to_owned(), false));
    }
}
