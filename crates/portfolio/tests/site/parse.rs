//! A strict reader of HTML: every element closed in order, every attribute quoted and named once, every `<` and `&` escaped. Stricter than
//! browsers are, so what passes here is read by all of them alike.

#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
}

impl Element {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

const VOID: [&str; 6] = ["meta", "link", "br", "hr", "input", "img"];

/// All elements in order, or the first fault.
pub(crate) fn parse(html: &str) -> Result<Vec<Element>, String> {
    let mut rest = html.strip_prefix("<!doctype html>\n").unwrap_or(html);
    let mut elements = Vec::new();
    let mut open: Vec<String> = Vec::new();
    while let Some((text, tag)) = rest.split_once('<') {
        text_is_escaped(text)?;
        let (inside, after) = tag_end(tag)?;
        rest = after;
        if let Some(name) = inside.strip_prefix('/') {
            match open.pop() {
                Some(expected) if expected == name => {}
                other => return Err(format!("</{name}> closes {other:?}")),
            }
            continue;
        }
        let element = element(inside.trim_end_matches('/').trim_end())?;
        if !VOID.contains(&element.name.as_str()) {
            open.push(element.name.clone());
        }
        elements.push(element);
    }
    text_is_escaped(rest)?;
    if open.is_empty() { Ok(elements) } else { Err(format!("never closed: {open:?}")) }
}

/// Splits at the `>` that stands outside quotes.
fn tag_end(tag: &str) -> Result<(&str, &str), String> {
    let mut quoted = false;
    for (at, c) in tag.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return Ok((&tag[..at], &tag[at + 1..])),
            '<' => return Err(format!("`<` inside a tag: {}", &tag[..at])),
            _ => {}
        }
    }
    Err(format!("a tag never ends: {tag}"))
}

fn element(inside: &str) -> Result<Element, String> {
    let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
    if name.is_empty() || !name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()) {
        return Err(format!("not an element: <{inside}>"));
    }
    let mut attributes: Vec<(String, String)> = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return Ok(Element { name: name.to_owned(), attributes });
        }
        let (attribute, after) = match rest.split_once("=\"") {
            Some((attribute, after)) if !attribute.contains(' ') => {
                let (value, after) = after.split_once('"').ok_or(format!("an attribute never ends: {rest}"))?;
                text_is_escaped(value)?;
                ((attribute, value), after)
            }
            // The check boxes of task lists have attributes without a value.
            _ => {
                let (attribute, after) = rest.split_once(' ').unwrap_or((rest, ""));
                ((attribute, ""), after)
            }
        };
        rest = after;
        let well_named = attribute.0.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        if !well_named || attributes.iter().any(|(own, _)| own == attribute.0) {
            return Err(format!("attribute {:?} in <{inside}>", attribute.0));
        }
        attributes.push((attribute.0.to_owned(), attribute.1.to_owned()));
    }
}

fn text_is_escaped(text: &str) -> Result<(), String> {
    for (at, _) in text.match_indices('&') {
        let known = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&#x27;"].iter().any(|entity| text[at..].starts_with(entity));
        if !known {
            return Err(format!("`&` stands alone in {text:?}"));
        }
    }
    Ok(())
}

#[test]
fn the_parser_of_these_tests_finds_faults() {
    for fault in ["<p>", "<p></div>", "</p>", "<p class=x></p>", "<p a=\"1\" a=\"2\"></p>", "a < b", "a & b", "<p><a href=\"</p>"] {
        assert!(parse(fault).is_err(), "{fault}");
    }
    let elements: Vec<Element> = parse("<!doctype html>\n<p class=\"a &amp; b\">x<br>y</p>").unwrap();
    assert_eq!(elements[0].attribute("class"), Some("a &amp; b"));
}
