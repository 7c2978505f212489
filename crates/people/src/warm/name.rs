//! A company's name as it is compared.

use crate::fold::folded;

/// A name, parsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// Words without legal forms.
    pub(super) words: Vec<String>,
    /// Those words, joined by spaces: equal when two names are the same.
    pub(super) exact: String,
    /// Without words that say what kind of firm it is or where, and without spaces: `Google India` and `google`.
    pub(super) core: String,
}

/// Legal forms, which stand last. Longer ones come first.
const LEGAL: [&[&str]; 55] = [
    &["sp", "z", "o", "o"],
    &["sp", "z", "oo"],
    &["and", "co"],
    &["sdn", "bhd"],
    &["inc"],
    &["incorporated"],
    &["llc"],
    &["llp"],
    &["lp"],
    &["ltd"],
    &["limited"],
    &["plc"],
    &["pbc"],
    &["corp"],
    &["corporation"],
    &["co"],
    &["company"],
    &["gmbh"],
    &["mbh"],
    &["ag"],
    &["se"],
    &["kg"],
    &["kgaa"],
    &["ug"],
    &["ohg"],
    &["ev"],
    &["sa"],
    &["sas"],
    &["sasu"],
    &["sarl"],
    &["sl"],
    &["slu"],
    &["srl"],
    &["spa"],
    &["sro"],
    &["spzoo"],
    &["zrt"],
    &["kft"],
    &["bv"],
    &["nv"],
    &["ab"],
    &["as"],
    &["asa"],
    &["aps"],
    &["oy"],
    &["oyj"],
    &["pty"],
    &["pvt"],
    &["private"],
    &["pte"],
    &["bhd"],
    &["kk"],
    &["ltda"],
    &["opc"],
    &["p"],
];

/// What kind of firm, or where: a company with one of these behind its name is most often the same. Words such as Consulting, Capital,
/// Bank, Global or Network are not among them: with those it is most often another.
const KIND_OR_PLACE: [&[&str]; 70] = [
    &["r", "and", "d"],
    &["technologies"],
    &["technology"],
    &["tech"],
    &["software"],
    &["labs"],
    &["platforms"],
    &["internet"],
    &["payments"],
    &["com"],
    &["io"],
    &["ai"],
    &["dev"],
    &["hq"],
    &["development"],
    &["engineering"],
    &["center"],
    &["centre"],
    &["research"],
    &["india"],
    &["usa"],
    &["us"],
    &["uk"],
    &["gb"],
    &["ireland"],
    &["dublin"],
    &["germany"],
    &["deutschland"],
    &["berlin"],
    &["munich"],
    &["france"],
    &["paris"],
    &["spain"],
    &["italy"],
    &["netherlands"],
    &["amsterdam"],
    &["poland"],
    &["portugal"],
    &["sweden"],
    &["switzerland"],
    &["london"],
    &["europe"],
    &["emea"],
    &["apac"],
    &["asia"],
    &["pacific"],
    &["americas"],
    &["canada"],
    &["toronto"],
    &["mexico"],
    &["brazil"],
    &["brasil"],
    &["singapore"],
    &["japan"],
    &["korea"],
    &["australia"],
    &["sydney"],
    &["israel"],
    &["uae"],
    &["dubai"],
    &["bangalore"],
    &["bengaluru"],
    &["hyderabad"],
    &["pune"],
    &["mumbai"],
    &["chennai"],
    &["gurgaon"],
    &["gurugram"],
    &["noida"],
    &["delhi"],
];

impl Name {
    pub(super) fn read(text: &str) -> Self {
        let mut words = words(text);
        if words.len() > 1 && words[0] == "the" {
            words.remove(0);
        }
        without_legal_forms(&mut words);
        let exact = words.join(" ");
        let mut core = words.clone();
        while !is_bound(&core) && cut_one_of(&mut core, &KIND_OR_PLACE) {
            without_legal_forms(&mut core);
        }
        Self { words, exact, core: core.concat() }
    }
}

impl Name {
    /// The first letters of its words without the small ones: `ge` for General Electric. `None` for a name of one word.
    pub(super) fn initials(&self) -> Option<String> {
        let words = self.words.iter().filter(|word| !["of", "for", "in", "the", "and"].contains(&word.as_str()));
        let initials: String = words.filter_map(|word| word.chars().next()).collect();
        (initials.chars().count() > 1).then_some(initials)
    }

    /// Whether a text is a name of capital letters alone, such as `GE`, as initials are written.
    pub(super) fn is_of_initials(&self, written: &str) -> bool {
        let Some(letters) = self.words.first().filter(|_| self.words.len() == 1) else { return false };
        let capitals = letters.to_uppercase();
        (2..=5).contains(&letters.chars().count())
            && letters.chars().all(char::is_alphabetic)
            && (written.contains(&capitals) || written.replace('.', "").contains(&capitals))
    }
}

/// A name that ends in `of India` is not cut: the place belongs to it.
fn is_bound(words: &[String]) -> bool {
    words.len() > 1 && ["of", "for", "in", "the"].contains(&words[words.len() - 2].as_str())
}

fn without_legal_forms(words: &mut Vec<String>) {
    while cut_one_of(words, &LEGAL) {}
}

/// Cuts one ending off, as long as something remains before it.
fn cut_one_of(words: &mut Vec<String>, endings: &[&[&str]]) -> bool {
    let ends_with = |ending: &&&[&str]| {
        let before = words.len().checked_sub(ending.len()).filter(|before| *before > 0);
        before.is_some_and(|before| words[before..].iter().map(String::as_str).eq(ending.iter().copied()))
    };
    let found = endings.iter().find(ends_with).map(|ending| ending.len());
    if let Some(length) = found {
        words.truncate(words.len() - length);
    }
    found.is_some()
}

/// Folded words. Dots inside an acronym vanish (`I.B.M.` is `ibm`), other marks part words, `&` is `and`.
fn words(text: &str) -> Vec<String> {
    let text = folded(text).replace('&', " and ");
    let mut words: Vec<String> = Vec::new();
    for token in text.split(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '.' | '\''))) {
        if is_dotted(token) {
            words.push(token.replace('.', ""));
        } else {
            let parts = token.replace('\'', "");
            words.extend(parts.split('.').filter(|part| !part.is_empty()).map(str::to_owned));
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// `i.b.m.`, `l.l.c`, `j.p`: single letters between dots.
fn is_dotted(token: &str) -> bool {
    let parts: Vec<&str> = token.trim_end_matches('.').split('.').collect();
    parts.len() > 1 && parts.iter().all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_what_does_not_tell_them_apart() {
        for (written, exact, core) in [
            ("Google LLC", "google", "google"),
            ("GOOGLE, INC.", "google", "google"),
            ("Google India Pvt. Ltd.", "google india", "google"),
            ("I.B.M. Corp.", "ibm", "ibm"),
            ("AT&T", "at and t", "atandt"),
            ("Procter & Gamble Co.", "procter and gamble", "procterandgamble"),
            ("Müller GmbH & Co. KG", "muller", "muller"),
            ("The Trade Desk", "trade desk", "tradedesk"),
            ("Amazon.com, Inc.", "amazon com", "amazon"),
            ("Digital Ocean", "digital ocean", "digitalocean"),
            ("J.P. Morgan", "jp morgan", "jpmorgan"),
            ("State Bank of India", "state bank of india", "statebankofindia"),
            ("L'Oréal S.A.", "loreal", "loreal"),
            ("Uber Technologies Inc", "uber technologies", "uber"),
            ("Co", "co", "co"),
            ("India", "india", "india"),
            ("…", "", ""),
        ] {
            let name = Name::read(written);
            assert_eq!((name.exact.as_str(), name.core.as_str()), (exact, core), "{written}");
        }
    }
}
