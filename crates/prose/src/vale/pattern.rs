//! Patterns of a style. They come from a file that anybody may have written, so that neither their size nor their search is without limit.

use fancy_regex::{Regex, RegexBuilder};
use std::ops::Range;

/// Steps of a search that looks around; beyond them the rule is given up for this text.
const MOST_STEPS: usize = 200_000;

/// Bytes of one compiled pattern.
const LARGEST: usize = 4 * 1024 * 1024;

/// A search took too many steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooCostly;

/// Several patterns searched at once; each match knows which of them it is.
#[derive(Debug)]
pub(super) struct Pattern {
    /// All that do not look around, as groups of one expression.
    joined: Option<Regex>,
    joined_indices: Vec<usize>,
    /// Those that look around, one by one: joined they would slow down all others.
    alone: Vec<(usize, Regex)>,
}

/// How patterns become one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner {
    /// Only whole words.
    pub(super) word: bool,
    pub(super) ignore_case: bool,
}

impl Pattern {
    /// The error says which pattern is wrong and why.
    pub(super) fn new(patterns: &[String], manner: Manner) -> Result<Self, (String, String)> {
        let mut pattern = Self { joined: None, joined_indices: Vec::new(), alone: Vec::new() };
        let mut joined = Vec::new();
        for (index, written) in patterns.iter().enumerate() {
            let group = without_groups(written);
            // Each is compiled alone first, so that a wrong one can be named.
            let single = compile(&format!("(?:{group})"), manner).map_err(|why| (written.clone(), why))?;
            if looks_around(written) {
                pattern.alone.push((index, single));
            } else {
                joined.push(format!("({group})"));
                pattern.joined_indices.push(index);
            }
        }
        if !joined.is_empty() {
            let whole = compile(&joined.join("|"), manner).map_err(|why| (joined.join("|").chars().take(60).collect(), why))?;
            pattern.joined = Some(whole);
        }
        Ok(pattern)
    }

    /// All matches that are not empty, in order, none overlapping, each with the number of its pattern.
    pub(super) fn find_all(&self, text: &str) -> Result<Vec<(usize, Range<usize>)>, TooCostly> {
        let mut found = Vec::new();
        if let Some(joined) = &self.joined
            && joined.is_match(text).map_err(|_| TooCostly)?
        {
            for captures in joined.captures_iter(text) {
                let captures = captures.map_err(|_| TooCostly)?;
                let group = (1..captures.len()).find_map(|group| captures.get(group).map(|found| (group, found.range())));
                if let Some((group, range)) = group.filter(|(_, range)| !range.is_empty()) {
                    found.extend(self.joined_indices.get(group - 1).map(|index| (*index, range)));
                }
            }
        }
        for (index, regex) in &self.alone {
            for single in regex.find_iter(text) {
                let range = single.map_err(|_| TooCostly)?.range();
                if !range.is_empty() {
                    found.push((*index, range));
                }
            }
        }
        found.sort_by_key(|(index, range)| (range.start, std::cmp::Reverse(range.end), *index));
        let mut free_from = 0;
        found.retain(|(_, range)| {
            let is_free = range.start >= free_from;
            free_from = if is_free { range.end } else { free_from };
            is_free
        });
        Ok(found)
    }

    /// Whether one of them matches anywhere.
    pub(super) fn is_match(&self, text: &str) -> Result<bool, TooCostly> {
        let joined = self.joined.as_ref().map_or(Ok(false), |joined| joined.is_match(text)).map_err(|_| TooCostly)?;
        let mut alone = self.alone.iter().map(|(_, regex)| regex.is_match(text).map_err(|_| TooCostly));
        Ok(joined || alone.try_fold(false, |any, one| one.map(|one| any || one))?)
    }
}

/// One pattern as it stands, with its groups.
pub(super) fn single(written: &str, ignore_case: bool) -> Result<Regex, String> {
    compile(&format!("(?:{written})"), Manner { word: false, ignore_case })
}

fn compile(expression: &str, manner: Manner) -> Result<Regex, String> {
    let case = if manner.ignore_case { "(?i)" } else { "" };
    let whole = if manner.word { format!("{case}(?m)\\b(?:{expression})\\b") } else { format!("{case}(?m)(?:{expression})") };
    let built = RegexBuilder::new(&whole).backtrack_limit(MOST_STEPS).delegate_size_limit(LARGEST).max_prog_size(LARGEST).build();
    built.map_err(|error| {
        let said = error.to_string();
        // The engine counts places in the expression that was made of the pattern.
        let why = said.lines().last().unwrap_or_default().rsplit(": ").next().unwrap_or_default().trim();
        let mut characters = why.chars();
        characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
    })
}

fn looks_around(pattern: &str) -> bool {
    let back_reference = pattern.as_bytes().windows(2).any(|pair| pair[0] == b'\\' && (b'1'..=b'9').contains(&pair[1]));
    back_reference || ["(?=", "(?!", "(?<=", "(?<!", "(?>", "\\k<"].iter().any(|mark| pattern.contains(mark))
}

/// The same pattern with groups that count nothing, so that the groups of one expression are its patterns. A pattern with back references
/// keeps its groups.
fn without_groups(pattern: &str) -> String {
    if looks_around(pattern) {
        return pattern.to_owned();
    }
    let mut plain = String::with_capacity(pattern.len());
    let mut rest = pattern;
    let mut in_class = false;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            '(' if !in_class && !rest.starts_with("(?") => {
                plain.push_str("(?:");
                rest = &rest[1..];
                continue;
            }
            '(' if !in_class && (rest.starts_with("(?P<") || rest.starts_with("(?<")) => {
                plain.push_str("(?:");
                rest = rest.find('>').map_or("", |end| &rest[end + 1..]);
                continue;
            }
            _ => c.len_utf8(),
        };
        in_class = match c {
            '[' => true,
            ']' => false,
            _ => in_class,
        };
        plain.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{Manner, Pattern, TooCostly, without_groups};

    #[test]
    fn matches_know_their_pattern() {
        let patterns: Vec<String> = ["uti(lize|lise)", "in order to", r"(?<!\w )very(?= \w)"].map(str::to_owned).into();
        let pattern = Pattern::new(&patterns, Manner { word: true, ignore_case: true }).unwrap();
        let text = "Utilise it in order to be. Very good, not very good.";
        let found: Vec<(usize, &str)> = pattern.find_all(text).unwrap().into_iter().map(|(index, at)| (index, &text[at])).collect();
        assert_eq!(found, [(0, "Utilise"), (1, "in order to"), (2, "Very")]);
    }

    #[test]
    fn groups_are_taken_away_where_they_are_groups() {
        for (pattern, plain) in [(r"(a)\(b[(](?:c)", r"(?:a)\(b[(](?:c)"), ("(?P<n>a)", "(?:a)"), (r"(a)\1", r"(a)\1"), ("é(", "é(?:")] {
            assert_eq!(without_groups(pattern), plain, "{pattern:?}");
        }
    }

    #[test]
    fn a_wrong_pattern_is_named_and_a_costly_one_given_up() {
        let manner = Manner { word: false, ignore_case: false };
        assert_eq!(Pattern::new(&["a".to_owned(), "(b".to_owned()], manner).unwrap_err().0, "(b");
        let costly = Pattern::new(&[r"(?:(a+)\1?)+b".to_owned()], manner).unwrap();
        assert_eq!(costly.find_all(&format!("{}!", "a".repeat(60))), Err(TooCostly));
    }
}
