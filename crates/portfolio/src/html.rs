use footbridge_verdict::{HelpUsed, Proof};
use jiff::civil::Date;

use crate::entry::{Entry, Judged};

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

/// How much a piece is worth as proof: the three labels of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Label {
    Verified,
    StructureVerified,
    SelfReported,
}

impl Label {
    pub(crate) fn of(entry: &Entry) -> Self {
        match (entry.proof, entry.judged) {
            (Proof::Verified, Judged::Substance) => Self::Verified,
            (Proof::Verified, Judged::Structure) => Self::StructureVerified,
            (Proof::SelfReported, _) => Self::SelfReported,
        }
    }

    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::StructureVerified => "structure verified",
            Self::SelfReported => "self-reported",
        }
    }

    /// What it means, in full.
    pub(crate) fn meaning(self) -> &'static str {
        match self {
            Self::Verified => "A program checked the substance of this answer.",
            Self::StructureVerified => "A program checked the structure of this text. Whether it is good was not judged.",
            Self::SelfReported => "Written by the owner of this page. Only its form was looked at; this is never counted as verified.",
        }
    }

    /// The label that a piece carries wherever it is named. Filled, outlined or dashed, and always in words.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Verified => "<span class=\"tag pass\">verified</span>",
            Self::StructureVerified => "<span class=\"tag shape\">structure verified</span>",
            Self::SelfReported => "<span class=\"tag self\">self-reported</span>",
        }
    }
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

pub(crate) fn counted(number: usize, unit: &str, units: &str) -> String {
    if number == 1 { format!("1 {unit}") } else { format!("{number} {units}") }
}

/// "9 verified, 4 structure verified and 3 self-reported", leaving out what there is none of.
pub(crate) fn label_counts<'a>(entries: impl Iterator<Item = &'a Entry>) -> String {
    let mut counts = [0_usize; 3];
    for entry in entries {
        counts[Label::of(entry) as usize] += 1;
    }
    let labels = [Label::Verified, Label::StructureVerified, Label::SelfReported];
    let named: Vec<String> =
        labels.into_iter().zip(counts).filter(|(_, count)| *count > 0).map(|(label, count)| format!("{count} {}", label.words())).collect();
    listed(&named)
}

/// "a, b and c".
pub(crate) fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{escape, listed};

    #[test]
    fn escaped_text_can_end_neither_an_element_nor_an_attribute() {
        assert_eq!(escape("<a b=\"1\" c='2'>&amp;\u{0}\r\n\u{ffff}"), "&lt;a b=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;\u{fffd}\n\u{fffd}");
    }

    #[test]
    fn lists_read_as_a_person_writes_them() {
        let listed = |words: &[&str]| listed(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        assert_eq!((listed(&[]).as_str(), listed(&["a"]).as_str()), ("", "a"));
        assert_eq!((listed(&["a", "b"]).as_str(), listed(&["a", "b", "c"]).as_str()), ("a and b", "a, b and c"));
    }
}
