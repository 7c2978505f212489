pub(crate) use footbridge_diagnostic::{counted, listed};

use footbridge_verdict::HelpUsed;
use jiff::civil::Date;

/// Text as HTML or XML text, or as the value of a quoted attribute. Control characters, which neither may hold, become U+FFFD.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 16);
    push_escaped(&mut escaped, text);
    escaped
}

/// Appends what [`escape`] gives.
pub(crate) fn push_escaped(to: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '"' => to.push_str("&quot;"),
            '\'' => to.push_str("&#39;"),
            '\n' | '\t' => to.push(c),
            '\r' => {}
            // Not characters: HTML calls them errors, XML refuses them.
            '\u{fffe}' | '\u{ffff}' => to.push('\u{fffd}'),
            c if c.is_control() => to.push('\u{fffd}'),
            c => to.push(c),
        }
    }
}

pub(crate) fn time(day: Date) -> String {
    format!("<time datetime=\"{day}\">{}</time>", day.strftime("%-d %B %Y"))
}

pub(crate) fn help_words(help: HelpUsed) -> String {
    let hints = match help.hints {
        0 => None,
        hints => Some(counted(usize::from(hints), "hint", "hints")),
    };
    match (hints, help.solution) {
        (None, false) => "no help used".to_owned(),
        (Some(hints), false) => format!("{hints} used"),
        (None, true) => "solution opened before".to_owned(),
        (Some(hints), true) => format!("{hints} used, solution opened before"),
    }
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn escaped_text_can_end_neither_an_element_nor_an_attribute() {
        assert_eq!(escape("<a b=\"1\" c='2'>&amp;\u{0}\r\n\u{ffff}"), "&lt;a b=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;\u{fffd}\n\u{fffd}");
    }
}
