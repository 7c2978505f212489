//! Sentences that only say what will be spoken of.

/// Verbs that announce a subject without saying anything of it.
const ANNOUNCES: &str = "discuss consider mention describe explore introduce elaborate highlight tackle";

/// The same, which are things as often: they announce behind one of these. A dead letter list and an address are said of something.
const ANNOUNCES_OR_IS: &str = "talk cover address outline list";
const BEFORE_A_VERB: &str = "i we you i'd we'd i'll we'll will would shall should can could might to and also then first next now let's me us \
about by am are be";

/// Behind one of these the word is no verb.
const BEFORE_A_NOUN: &str = "a an the any each every no this that";

/// What stands between a verb and the person it is done to.
const BEFORE_A_PERSON: &str =
    "to with the a an our my your their his her its each both every all it this that them one two three new other";

/// People and groups of people: whoever talks to one of them does something, and whoever talks about a subject only names it.
const PEOPLE: &str = "him her them me us whoever whom somebody someone everybody everyone nobody people person engineer engineers developer \
developers designer designers analyst analysts tester testers architect architects operator operators owner owners author authors maintainer \
maintainers team teams lead leads manager managers director directors boss chief cto cfo ceo cio board executive executives colleague \
colleagues customer customers client clients buyer buyers user users merchant merchants partner partners supplier suppliers vendor vendors \
seller sellers sales support legal finance lawyer lawyers auditor auditors accountant marketing reviewer reviewers agent agents \
dispatcher dispatchers";

/// Whether a sentence announces.
pub(crate) fn announces(words: &[String]) -> bool {
    let before = |at: usize| at.checked_sub(1).map(|before| words[before].as_str());
    let announces_at = |at: usize| {
        let word = words[at].as_str();
        let is_verb = if is_one_of(word, ANNOUNCES) {
            !before(at).is_some_and(|before| is_one_of(before, BEFORE_A_NOUN))
        } else {
            let touches_on = || is_one_of(word, "touch") && words.get(at + 1).is_some_and(|next| is_one_of(next, "on upon"));
            (is_one_of(word, ANNOUNCES_OR_IS) || touches_on()) && before(at).is_none_or(|before| is_one_of(before, BEFORE_A_VERB))
        };
        is_verb && !is_done_to_somebody(&words[at + 1..])
    };
    (0..words.len()).any(announces_at)
}

/// Whether what follows a verb begins with a person: `talk to the engineer`, `mention it to them`.
fn is_done_to_somebody(behind: &[String]) -> bool {
    behind.iter().find(|word| is_person(word) || !is_one_of(word, BEFORE_A_PERSON)).is_some_and(|word| is_person(word))
}

fn is_person(word: &str) -> bool {
    PEOPLE.split_ascii_whitespace().any(|known| word == known)
}

fn is_one_of(word: &str, list: &str) -> bool {
    list.split_ascii_whitespace().any(|known| word == known || word.strip_suffix("ing") == Some(known))
}
