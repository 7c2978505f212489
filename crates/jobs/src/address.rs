/// Whether a text is the address of a page on the web, so that a browser asks nobody else when it is opened: without `https://` or `http://`
/// it would ask the server that shows it.
pub fn is_address(text: &str) -> bool {
    let is_web = |(scheme, rest): (&str, &str)| ["https", "http"].iter().any(|web| scheme.eq_ignore_ascii_case(web)) && rest.contains('.');
    text.split_once("://").is_some_and(is_web) && !text.contains(|letter: char| letter.is_whitespace() || letter.is_control())
}
