use crate::site::Entry;
use footbridge_verdict::{HelpUsed, Proof};
use jiff::civil::Date;

/// Text as HTML text or as the value of a quoted attribute. Control characters, which HTML may not hold, become U+FFFD.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' | '\t' => escaped.push(c),
            '\r' => {}
            c if c.is_control() => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}

/// A whole page. `root` leads from the page to the top of the site: empty or `../`. `body` is HTML already.
pub(crate) fn page(title: &str, root: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'; object-src 'none'; img-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{}</title>\n<link rel=\"stylesheet\" href=\"{root}style.css\">\n</head>\n<body>\n{body}</body>\n</html>\n",
        escape(title)
    )
}

pub(crate) fn time(day: Date) -> String {
    format!("<time datetime=\"{day}\">{}</time>", day.strftime("%-d %B %Y"))
}

/// The label every piece carries wherever it is named: dashed, and in words, when nobody but its author vouches for it.
pub(crate) fn proof_tag(proof: Proof) -> &'static str {
    match proof {
        Proof::Verified => "<span class=\"tag pass\">verified</span>",
        Proof::SelfReported => "<span class=\"tag self\">self-reported</span>",
    }
}

pub(crate) fn help_words(help: HelpUsed) -> String {
    let hints = match help.hints {
        0 => None,
        1 => Some("1 hint".to_owned()),
        hints => Some(format!("{hints} hints")),
    };
    match (hints, help.solution) {
        (None, false) => "no help used".to_owned(),
        (Some(hints), false) => format!("{hints} used"),
        (None, true) => "solution opened before".to_owned(),
        (Some(hints), true) => format!("{hints} used, solution opened before"),
    }
}

pub(crate) fn counted(number: usize, unit: &str, units: &str) -> String {
    if number == 1 { format!("1 {unit}") } else { format!("{number} {units}") }
}

/// "9 verified and 3 self-reported", leaving out what there is none of.
pub(crate) fn proof_counts(entries: &[&Entry]) -> String {
    let verified = entries.iter().filter(|entry| entry.proof == Proof::Verified).count();
    match (verified, entries.len() - verified) {
        (verified, 0) => format!("{verified} verified"),
        (0, reported) => format!("{reported} self-reported"),
        (verified, reported) => format!("{verified} verified and {reported} self-reported"),
    }
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn escaped_text_can_end_neither_an_element_nor_an_attribute() {
        assert_eq!(escape("<a b=\"1\" c='2'>&amp;\u{0}\r\n"), "&lt;a b=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;\u{fffd}\n");
    }
}
