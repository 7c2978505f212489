//! Plain text of the HTML that fields hold.

const NAMED: [(&str, char); 10] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("rarr", '→'),
];

/// Longest entity that is looked for, in bytes between `&` and `;`.
const LONGEST_ENTITY: usize = 10;

/// What fields of cards are marked up with. Another name in angle brackets, as in `List<String>`, is text.
const ELEMENTS: &str = "a abbr audio b big blockquote body br center cite code col colgroup dd del details div dl dt em figure figcaption font \
h1 h2 h3 h4 h5 h6 head hr html i img input ins kbd label li link mark meta ol p pre q rp rt ruby s samp script section small source span strike strong \
style sub summary sup svg table tbody td tfoot th thead tr tt u ul var video wbr";

/// Text without tags: those that begin a line begin one, a picture leaves its name, and what only a browser reads goes.
pub(super) fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let taken = if rest.starts_with('<') { tag(rest, &mut text) } else { entity(rest, &mut text) };
        if taken == 0 {
            text.push_str(&rest[..1]);
            rest = &rest[1..];
        } else {
            rest = &rest[taken..];
        }
    }
    text.push_str(rest);
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let mut kept: Vec<&str> = Vec::new();
    for line in lines {
        if !(line.is_empty() && kept.last().is_none_or(|last| last.is_empty())) {
            kept.push(line);
        }
    }
    kept.join("\n").trim().to_owned()
}

/// Bytes of the tag that the text begins with; 0 when it begins with none, as in `a < b`.
fn tag(rest: &str, text: &mut String) -> usize {
    let inside = &rest[1..];
    if inside.starts_with("!--") {
        return rest.find("-->").map_or(0, |end| end + 3);
    }
    if !inside.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '/') {
        return 0;
    }
    let Some(end) = inside.find('>') else { return 0 };
    let body = inside[..end].trim_end_matches('/').trim();
    let name = body.trim_start_matches('/').split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
    let name = name.to_ascii_lowercase();
    if !ELEMENTS.split_ascii_whitespace().any(|known| known == name) || body.contains('<') {
        return 0;
    }
    let whole = end + 2;
    match name.as_str() {
        "br" | "div" | "p" | "li" | "tr" | "ul" | "ol" | "h1" | "h2" | "h3" | "pre" | "hr" => text.push('\n'),
        "img" => text.push_str(&format!("[picture {}]", source(body))),
        hidden @ ("style" | "script") if !body.starts_with('/') => {
            let close = format!("</{hidden}");
            let after = &rest[whole..];
            let found = after.as_bytes().windows(close.len()).position(|window| window.eq_ignore_ascii_case(close.as_bytes()));
            return whole + found.unwrap_or(after.len());
        }
        _ => {}
    }
    whole
}

fn source(body: &str) -> &str {
    let after = body.split_once("src=").map_or("", |(_, after)| after);
    let after = after.trim_start();
    match after.chars().next() {
        Some(quote @ ('"' | '\'')) => after[1..].split(quote).next().unwrap_or_default(),
        _ => after.split_whitespace().next().unwrap_or_default(),
    }
}

/// Bytes of the entity that the text begins with; 0 when it begins with none.
fn entity(rest: &str, text: &mut String) -> usize {
    let window = rest.floor_char_boundary((LONGEST_ENTITY + 2).min(rest.len()));
    let Some(end) = rest[..window].find(';') else { return 0 };
    let name = &rest[1..end];
    let number = name.strip_prefix('#').and_then(|digits| {
        let hexadecimal = digits.strip_prefix(['x', 'X']);
        hexadecimal.map_or_else(|| digits.parse().ok(), |digits| u32::from_str_radix(digits, 16).ok())
    });
    let named = || NAMED.iter().find(|(known, _)| *known == name).map(|(_, letter)| *letter);
    match number.and_then(char::from_u32).filter(|letter| !letter.is_control() || *letter == '\n').or_else(named) {
        Some(letter) => {
            text.push(letter);
            end + 1
        }
        None => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn what_a_person_reads_stays() {
        for (html, text) in [
            ("a <b>bold</b> word<br>and a line", "a bold word\nand a line"),
            ("<div>one</div><div>two</div>", "one\n\ntwo"),
            ("if a < b and b > c", "if a < b and b > c"),
            ("What is List<String>, and <T>?", "What is List<String>, and <T>?"),
            ("2 &lt; 3 &amp;amp; &#8377;5 &nope; &", "2 < 3 &amp; ₹5 &nope; &"),
            ("<style>.card { color: red }</style>x<script>alert(1)</SCRIPT>y", "xy"),
            ("<img src=\"map of ports.png\"> where?", "[picture map of ports.png] where?"),
            ("<!-- hidden -->shown", "shown"),
            ("{{c1::Mumbai::city}}", "{{c1::Mumbai::city}}"),
            ("<", "<"),
            ("<style>never closed", ""),
        ] {
            assert_eq!(plain(html), text, "{html}");
        }
    }
}
