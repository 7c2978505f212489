use super::fields::Fields;
use super::pattern::{Manner, Pattern, TooCostly, single};
use super::rule::{Hit, exceptions, is_excepted, pattern};
use super::scope::Scoped;
use fancy_regex::Regex;

/// Words for which others are preferred.
#[derive(Debug)]
pub(super) struct Substitution {
    pattern: Pattern,
    preferred: Vec<Preferred>,
    exceptions: Option<Pattern>,
    capitalize: bool,
}

/// What to write instead.
#[derive(Debug)]
struct Preferred {
    text: String,
    /// The acceptable forms, when `text` is a pattern.
    accepts: Option<Regex>,
    /// The pattern of the word, when `text` takes groups of it over.
    groups: Option<Regex>,
    /// Several words to choose from.
    options: Vec<String>,
}

impl Substitution {
    /// `replaces`: the words to write are text and no patterns.
    pub(super) fn read(fields: &mut Fields<'_>, replaces: bool) -> Option<Self> {
        let mut swap = fields.pairs("swap");
        let (ignore_case, nonword, capitalize) = (fields.flag("ignorecase"), fields.flag("nonword"), fields.flag("capitalize"));
        fields.know("pos");
        if swap.is_empty() {
            fields.advice("vale-unreadable", "swap", "The rule has no pairs in `swap`; it is passed over.".to_owned());
            return None;
        }
        // The longer first: "in order to" before "in order".
        swap.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        let words: Vec<String> = swap.iter().map(|(word, _)| word.clone()).collect();
        let pattern = pattern(fields, "swap", &words, Manner { word: !nonword, ignore_case })?;
        let preferred = swap.into_iter().map(|(word, text)| preferred(&word, text, ignore_case, replaces)).collect();
        Some(Self { pattern, preferred, exceptions: exceptions(fields)?, capitalize })
    }

    pub(super) fn find(&self, text: &Scoped<'_>) -> Result<Vec<Hit>, TooCostly> {
        let mut hits = Vec::new();
        for (index, at) in self.pattern.find_all(text.str())? {
            let observed = &text.str()[at.clone()];
            let Some(preferred) = self.preferred.get(index) else { continue };
            let expected = preferred.for_word(observed);
            let is_fine = expected == observed
                || preferred.options.iter().any(|option| option == observed)
                || preferred.accepts.as_ref().map_or(Ok(false), |accepts| accepts.is_match(observed)).map_err(|_| TooCostly)?;
            if is_fine || is_excepted(self.exceptions.as_ref(), text.str(), &at)? {
                continue;
            }
            let begins_high = self.capitalize && observed.starts_with(char::is_uppercase);
            let expected = if begins_high { capitalized(&expected) } else { expected };
            hits.push(Hit { span: text.origin(at.clone()), words: vec![expected, observed.to_owned()] });
        }
        Ok(hits)
    }
}

fn preferred(word: &str, text: String, ignore_case: bool, replaces: bool) -> Preferred {
    let takes_groups = text.as_bytes().windows(2).any(|pair| pair[0] == b'$' && pair[1].is_ascii_digit());
    let options: Vec<String> =
        if replaces { text.split('|').filter(|option| !option.is_empty()).map(str::to_owned).collect() } else { Vec::new() };
    let is_pattern = !replaces && text.contains(['[', '(', '|', '\\', '+', '*', '?', '^', '$']);
    Preferred {
        accepts: if is_pattern { single(&format!("^(?:{text})$"), false).ok() } else { None },
        groups: if takes_groups { single(word, ignore_case).ok() } else { None },
        options,
        text,
    }
}

impl Preferred {
    fn for_word(&self, observed: &str) -> String {
        if let Some(groups) = &self.groups
            && let Ok(Some(captures)) = groups.captures(observed)
        {
            let mut text = self.text.clone();
            for index in (0..captures.len()).rev() {
                text = text.replace(&format!("${index}"), captures.get(index).map_or("", |group| group.as_str()));
            }
            return text;
        }
        match self.options.as_slice() {
            [] | [_] => self.text.clone(),
            [first @ .., last] => format!("{} or {last}", first.join(", ")),
        }
    }
}

fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
