//! Headings of a job description, and what stands under them.

use super::clean::Clean;
use super::denial::{denies, is_denied_label, says_no};
use super::headings::{Borne, headings};
use super::sentence::Line;
use std::ops::Range;

/// What a part of a description is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    /// No heading that we know has come yet, or one that says nothing.
    Unknown,
    /// What is required.
    Must,
    /// What would be nice.
    Nice,
    /// The work to be done.
    Work,
    /// The company, pay, benefits, law, how to apply: nothing is asked for here.
    Ignored,
    /// A single fact: place, experience, notice.
    Fact,
}

/// Most words of a heading.
const MOST_WORDS: usize = 9;

/// Most words of a single fact.
const MOST_WORDS_OF_A_FACT: usize = 12;

/// What a line says about the section, and the bytes of it that are content.
pub(super) enum Read {
    /// A heading; nothing else stands in the line.
    Heading(Section),
    /// A label and, behind its colon, content. A fact holds for its line only.
    Labelled(Section, Range<usize>),
    Content,
    /// A line that names what is not needed, and nothing else: `Not required: an MBA`.
    Denied,
    /// Content that opens something new, under words that are no heading we know: `The person:`.
    Opening,
}

/// How a line stands among the others.
#[derive(Clone, Copy)]
pub(super) struct Stands {
    /// No item itself, and an item comes next.
    pub(super) above_items: bool,
    /// An empty line stands above it.
    pub(super) below_a_gap: bool,
}

pub(super) fn read(clean: &Clean, line: &Line, stands: Stands) -> Read {
    let text = &clean.text[line.span.clone()];
    if is_denied_label(text, folded_words) || says_no(text) && !stands.above_items {
        return Read::Denied;
    }
    if let Some((section, content)) = labelled(text, line.is_item) {
        return Read::Labelled(section, line.span.start + content..line.span.end);
    }
    if let Some(section) = heading(text, line.is_item).or_else(|| heading_by_its_words(text, line.is_item, stands)) {
        return Read::Heading(section);
    }
    let opens = !line.is_item && text.trim_end_matches(['*', ' ', '_']).ends_with(':') && text.split_whitespace().count() <= MOST_WORDS;
    if opens { Read::Opening } else { Read::Content }
}

/// Furthest that a label reaches, in bytes.
const LONGEST_LABEL: usize = 60;

/// The section of a label and the byte at which its content begins: `Nice to have: Kafka`, `Bonus – Kafka`.
fn labelled(text: &str, is_item: bool) -> Option<(Section, usize)> {
    let dash = [" - ", " – ", " — "].iter().filter_map(|dash| Some((text.find(dash)?, dash.len(), true))).min();
    let colon = text.find(':').filter(|colon| !text[*colon..].starts_with("://")).map(|colon| (colon, 1, false));
    let (end, mark, is_dash) = [colon, dash].into_iter().flatten().min()?;
    let content = text[end + mark..].trim_start_matches(['*', '_', ' ']);
    if end > LONGEST_LABEL || !content.contains(char::is_alphanumeric) || heading(content, is_item).is_some() {
        return None;
    }
    // What is not needed, and would be welcome all the same, is told by its sentence.
    let section = heading(&format!("{}:", &text[..end]), is_item).filter(|_| !denies(&folded_words(&text[..end])))?;
    // A dash stands in sentences too: only behind a whole heading is it a label's.
    let is_label = !is_dash || headings().any(|(_, words, _)| folded_words(&text[..end]).join(" ") == *words);
    // "Experience: three years with digital products. Experience in …" is more than a fact.
    let is_told = section == Section::Fact && content.split_whitespace().count() > MOST_WORDS_OF_A_FACT && content.contains(". ");
    is_label.then_some((if is_told { Section::Must } else { section }, text.len() - content.len()))
}

fn heading(text: &str, is_item: bool) -> Option<Section> {
    let words = folded_words(text);
    if words.is_empty() || words.len() > MOST_WORDS {
        return None;
    }
    let joined = words.join(" ");
    let ends_like_one = text.trim_end_matches(['*', ' ', '_']).ends_with([':', '?', '…']);
    if denies(&words) && (ends_like_one || !is_item) {
        return Some(Section::Ignored);
    }
    let looks_like_one = ends_like_one || is_loud(text) || text.starts_with(['#', '*']);
    // A sentence or an item may hold the words of a heading; only a line that looks like one may hold more than its words.
    let loose = (!is_item || ends_like_one)
        && !text.trim_end().ends_with(['.', ',', ';'])
        && (looks_like_one || !(text.contains(',') || names_something(text)));
    // An item of one word such as `Education` is an item; one that reads `You need` and nothing else begins a list.
    let may_be_whole = !is_item || ends_like_one || words.len() > 1;
    // Of several that fit, the longest decides: `preferred qualifications` are not `qualifications`.
    let known = headings().filter(|(_, words, borne)| match borne {
        Borne::Whole => joined == *words && may_be_whole,
        Borne::Part => joined == *words || (loose && is_edge(&joined, words, looks_like_one)),
    });
    let known: Vec<(Section, &str)> = known.map(|(section, words, _)| (section, words)).collect();
    if let Some((section, longest)) = known.iter().max_by_key(|(_, words)| words.len()) {
        // `Preferred skills and experience` begins with what is nice, whatever its longest name is.
        let begins_nice = known.iter().any(|(section, words)| *section == Section::Nice && joined.starts_with(words));
        return Some(if begins_nice && !joined.starts_with(longest) { Section::Nice } else { *section });
    }
    if is_praise(&joined) && ends_like_one {
        return Some(Section::Nice);
    }
    if is_item {
        return None;
    }
    // "About Ledgerline", "What is Kanaal?": the company.
    if words.len() <= 5 && (joined.starts_with("about ") || joined.starts_with("what is ") || joined.starts_with("why ")) {
        return Some(Section::Ignored);
    }
    let opens_something = words.len() > 1 || SAYS_NOTHING.contains(&joined.as_str());
    (is_loud(text) && opens_something && !joined.contains(|letter: char| letter.is_ascii_digit())).then_some(Section::Unknown)
}

/// Whether a heading says that what stands below it would please: `Would be awesome:`, `It'd be lovely if`.
fn is_praise(heading: &str) -> bool {
    const PLEASES: [&str; 16] = [
        "awesome",
        "amazing",
        "brilliant",
        "cool",
        "dreamy",
        "excellent",
        "fantastic",
        "great",
        "ideal",
        "lovely",
        "nice",
        "rad",
        "super",
        "sweet",
        "terrific",
        "wonderful",
    ];
    let praised = ["would be ", "'d be "].iter().find_map(|words| heading.split_once(words));
    praised.is_some_and(|(_, praise)| praise.split(' ').take(2).any(|word| PLEASES.contains(&word)))
}

/// Single words in capitals that open something new and do not say what.
const SAYS_NOTHING: [&str; 7] = ["other", "others", "miscellaneous", "general", "note", "notes", "additional"];

/// Words by which a heading that we do not know tells what it is about; of several, the first.
const SPEAKS: [(Section, &[&str]); 4] = [
    (
        Section::Nice,
        &[
            "bonus",
            "plus",
            "nice",
            "extra",
            "preferred",
            "advantage",
            "optional",
            "desirable",
            "desired",
            "asset",
            "assets",
            "welcome",
            "helpful",
            "credit",
            "not necessary",
            "not required",
            "not needed",
            "not a must",
            "smile",
            "would love",
            "impress",
            "apart",
            "stand out",
            "even better",
        ],
    ),
    (
        Section::Ignored,
        &[
            "offer",
            "benefits",
            "perks",
            "perk",
            "pay",
            "salary",
            "compensation",
            "culture",
            "values",
            "apply",
            "process",
            "why",
            "treatment",
            "get",
        ],
    ),
    (
        Section::Must,
        &[
            "need",
            "require",
            "required",
            "requirements",
            "qualifications",
            "qualification",
            "must",
            "essential",
            "bring",
            "looking",
            "look",
            "skills",
            "expect",
            "ask",
            "profile",
            "candidate",
            "criteria",
            "see",
            "fit",
            "right for",
            "you have",
            "you know",
            "you are",
            "you're",
            "you've",
            "who you",
            "experience",
            "background",
            "should",
            "budge",
            "compromise",
            "negotiable",
        ],
    ),
    (
        Section::Work,
        &[
            "responsible",
            "responsibilities",
            "duties",
            "tasks",
            "role",
            "job",
            "do",
            "doing",
            "work",
            "own",
            "mission",
            "assignments",
            "awaits",
            "deliver",
            "day",
            "week",
            "month",
            "year",
            "accountable",
            "activities",
        ],
    ),
];

/// What a line that stands as a heading, and is none that we know, seems to be about. Of several, what would be nice goes first: `Not
/// needed, but nice`.
fn heading_by_its_words(text: &str, is_item: bool, stands: Stands) -> Option<Section> {
    let words = folded_words(text);
    let short = !words.is_empty() && words.len() <= MOST_WORDS && !text.trim_end().ends_with(['.', ',', ';', '!']);
    let asks =
        words.first().is_some_and(|first| matches!(first.as_str(), "what" | "who" | "how" | "your" | "you" | "nice" | "not" | "bonus"));
    if is_item || !short || !(stands.above_items || (stands.below_a_gap && asks)) {
        return None;
    }
    let joined = format!(" {} ", words.join(" "));
    let speaks_of = |of: &&(Section, &[&str])| of.1.iter().any(|word| joined.contains(&format!(" {word} ")));
    SPEAKS.iter().find(speaks_of).map(|(section, _)| *section)
}

/// Whether a line begins or ends with a heading's words. Without any sign of a heading, little else may stand in it.
fn is_edge(line: &str, heading: &str, looks_like_one: bool) -> bool {
    let begins = line.strip_prefix(heading).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let ends = line.strip_suffix(heading).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '));
    let more = line.split(' ').count() - heading.split(' ').count().min(line.split(' ').count());
    let most = if looks_like_one {
        6
    } else if heading.contains(' ') {
        2
    } else {
        0
    };
    (begins || ends) && more <= most
}

/// `Nice to have Kafka, GraphQL` names something behind small words; in `Nice To Have Skills` and `What you'll bring` nothing stands out.
fn names_something(text: &str) -> bool {
    let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.len() > 1).collect();
    let is_small = |word: &&str| word.starts_with(char::is_lowercase);
    let last_is_name = words.last().is_some_and(|last| last.starts_with(char::is_uppercase));
    words.len() > 2 && last_is_name && words[1..].iter().filter(|word| word.len() > 3).any(is_small)
}

/// All capitals.
fn is_loud(text: &str) -> bool {
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    letters > 3 && !text.contains(char::is_lowercase)
}

/// Lower-case words; apostrophes stay, `&` is `and`.
fn folded_words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace('&', " and ");
    text.split(|letter: char| !(letter.is_alphanumeric() || letter == '\'')).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::Section::{Ignored, Must, Nice, Unknown, Work};
    use super::*;

    #[test]
    fn headings_are_told_from_what_stands_under_them() {
        for (line, section) in [
            ("Requirements", Some(Must)),
            ("REQUIREMENTS:", Some(Must)),
            ("**Basic qualifications**", Some(Must)),
            ("Preferred Qualifications", Some(Nice)),
            ("Desired Candidate Profile :", Some(Must)),
            ("What we're looking for", Some(Must)),
            ("What do you bring?", Some(Must)),
            ("You have", Some(Must)),
            ("You have shipped APIs", None),
            ("Good to have :", Some(Nice)),
            ("Roles & Responsibilities :", Some(Work)),
            ("What you'll do", Some(Work)),
            ("About us", Some(Ignored)),
            ("About Ledgerline", Some(Ignored)),
            ("About the role", Some(Work)),
            ("About you", Some(Must)),
            ("What is Kanaal?", Some(Ignored)),
            ("COMPENSATION & BENEFITS", Some(Ignored)),
            ("THE REST", Some(Unknown)),
            ("OTHER", Some(Unknown)),
            ("KAFKA", None),
            ("Not required (really!)", Some(Ignored)),
            ("We do not care about:", Some(Ignored)),
            ("Not required, but nice", Some(Nice)),
            ("Would be awesome:", Some(Nice)),
            ("It'd be really cool if:", Some(Nice)),
            ("What we are NOT looking for", Some(Ignored)),
            ("Not a fit if", Some(Ignored)),
            ("You don't need Python", None),
            ("Was wir bieten", Some(Ignored)),
            ("Dein Profil", Some(Must)),
            ("Tech stack", Some(Work)),
            ("Python / pandas", None),
            ("SQL", None),
            ("Excellent communication skills", None),
            ("Experience with SQL required", None),
            ("Bachelor's degree required", None),
            ("Gather requirements", None),
        ] {
            assert_eq!(heading(line, false), section, "{line}");
        }
        for (item, section) in [
            ("Must have good knowledge of SQL", None),
            ("Responsibilities:", Some(Work)),
            ("SQL (preferred)", None),
            ("Python a plus", None),
        ] {
            assert_eq!(heading(item, true), section, "{item}");
        }
    }
}
