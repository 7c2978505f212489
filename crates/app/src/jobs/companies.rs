use super::company_files::{FOLDER, Kept};
use super::{line, long_text, opaque};
use crate::guide_companies::companies_with;
use crate::view::{CardPartView, CompaniesView, CompanyBody, CompanyLineView, CompanyPathsView, CompanyView, PathToView, UnreadableView};
use crate::view_sql::finding_view;
use crate::words::count;
use crate::{App, Fault, Trouble};
use footbridge_diagnostic::Diagnostic;
use footbridge_jobs::{Card, CardError, CardPart, LONGEST_CARD, with_parts};
use footbridge_verdict::AnswerHash;

/// Companies to know before applying.
const GOAL: u32 = 20;

/// What makes a card count.
const COUNTS: &str = "A company counts when its card says in a sentence each what they sell, what their API does and who uses it, and \
    names one recent change with its date and address.";

/// A company, wherever it is known from.
struct Aim {
    name: String,
    from: Vec<String>,
}

impl App {
    /// The companies the learner aims at, and those of the Guide. Weak paths only when asked for.
    pub fn companies(&self, weak: bool) -> Result<CompaniesView, Trouble> {
        let (cards, mut unreadable) = self.cards()?;
        let aims = self.aims(&cards)?;
        let names: Vec<String> = aims.iter().map(|aim| aim.name.clone()).collect();
        // Contacts that cannot be read are told, and stand in nobody's way here.
        let paths = self.paths_to(&names, weak).unwrap_or_else(|trouble| {
            unreadable.push(unreadable_contacts(&trouble));
            Vec::new()
        });
        let companies: Vec<CompanyLineView> = aims.iter().map(|aim| line_view(aim, &cards, people_at(aim, &paths))).collect();
        let researched = count(companies.iter().filter(|company| company.state == "researched").count());
        Ok(CompaniesView {
            answer: format!("{researched} of {GOAL} companies researched"),
            counts: COUNTS.to_owned(),
            goal: GOAL,
            researched,
            file: FOLDER.to_owned(),
            companies,
            unreadable,
        })
    }

    /// Those the learner aims at: named in the settings, with a card, or applied to. What cannot be read is told where it is shown.
    pub(crate) fn aimed_at(&self) -> Result<Vec<String>, Trouble> {
        let (cards, _) = self.cards()?;
        Ok(self.own_aims(&cards)?.into_iter().map(|aim| aim.name).collect())
    }

    /// One company: its card, and who is known there, weak paths too: their strength tells.
    pub fn company(&self, id: &str) -> Result<CompanyView, Trouble> {
        let (cards, _) = self.cards()?;
        let aims = self.aims(&cards)?;
        let aim = aims.iter().find(|aim| id_of(&aim.name) == id).ok_or_else(nowhere)?;
        let kept = card_of(&aim.name, &cards);
        let there = self.paths_to(std::slice::from_ref(&aim.name), true).unwrap_or_default();
        let paths: Vec<PathToView> = there.into_iter().flat_map(|company| company.paths).collect();
        let (weak, sure): (Vec<_>, Vec<_>) = paths.iter().partition(|path| path.strength == "weak");
        let part = |part: CardPart| CardPartView {
            id: part_id(part).to_owned(),
            title: part.heading().to_owned(),
            asks: part.asks().to_owned(),
            text: kept.map_or_else(String::new, |kept| kept.card.part(part).to_owned()),
        };
        Ok(CompanyView {
            line: line_view(aim, &cards, sure.into_iter().map(|path| path.contact.name.clone()).collect()),
            version: kept.map_or_else(String::new, version),
            parts: CardPart::ALL.into_iter().map(part).collect(),
            weak_paths: count(weak.len()),
            paths,
            file: kept.map(|kept| kept.name.clone()),
        })
    }

    /// Keeps a card, unless it was changed since it was read.
    pub fn keep_company(&self, body: &CompanyBody) -> Result<CompanyView, Trouble> {
        self.with_learner(|_| ())?;
        let name = line("name", &body.name)?;
        if name.is_empty() {
            return Err(Trouble::asked("A company needs a name."));
        }
        let texts = [&body.product, &body.api, &body.users, &body.changes, &body.people, &body.notes];
        let mut parts: [String; 6] = Default::default();
        for (part, text) in parts.iter_mut().zip(texts) {
            *part = long_text("text", text)?;
        }
        let lock = self.lock()?;
        let (cards, _) = self.cards()?;
        let there = card_of(&name, &cards);
        if there.is_some() && body.version.is_empty() {
            let message = format!("There is a card of this company in `{FOLDER}` already, so it is left as it is.");
            return Err(Trouble::new(Fault::Changed, message)
                .help("Open it, then make your change; `footbridge company show` says which file it is."));
        }
        if there.map_or_else(String::new, version) != body.version {
            return Err(Trouble::new(Fault::Changed, format!("This card in `{FOLDER}` was changed since it was read."))
                .help("Read it again, then make your change."));
        }
        let card = Card { name: there.map_or_else(|| name.clone(), |kept| kept.card.name.clone()), parts };
        let text = with_parts(there.map_or("", |kept| &kept.text), &card).map_err(|error| no_card(error).because(error))?;
        self.keep_card(there, &name, &text)?;
        drop(lock);
        self.plan_follows()?;
        self.company(&id_of(&name))
    }

    /// The id of the one company that a name, or a part of it, means.
    pub fn company_called(&self, text: &str) -> Result<String, Trouble> {
        let aims = self.aims(&self.cards()?.0)?;
        let wanted = text.trim().to_lowercase();
        let whole = aims.iter().find(|aim| aim.name.to_lowercase() == wanted || id_of(&aim.name) == wanted);
        let part: Vec<&Aim> = aims.iter().filter(|aim| aim.name.to_lowercase().contains(&wanted)).collect();
        match (whole.or_else(|| part.first().copied().filter(|_| part.len() == 1)), part.len()) {
            (Some(one), _) => Ok(id_of(&one.name)),
            (None, 0) => Err(nowhere()),
            (None, several) => {
                Err(Trouble::asked(format!("{several} companies fit.")).help("`footbridge company list` shows their names."))
            }
        }
    }

    /// Everything in the list: the learner's own aims before those that only the Guide names.
    fn aims(&self, cards: &[Kept]) -> Result<Vec<Aim>, Trouble> {
        let mut aims = self.own_aims(cards)?;
        companies_with(&self.course.pack, "group").for_each(|(name, group)| add(&mut aims, name, group));
        Ok(aims)
    }

    fn own_aims(&self, cards: &[Kept]) -> Result<Vec<Aim>, Trouble> {
        let named = self.with_learner(|learner| learner.profile.companies.clone())?;
        let applied = self.shelf()?.applications();
        let mut aims = Vec::new();
        named.iter().for_each(|name| add(&mut aims, name, "you aim at it"));
        cards.iter().for_each(|kept| add(&mut aims, &kept.card.name, ""));
        applied.iter().for_each(|application| add(&mut aims, &application.company, "you applied"));
        Ok(aims)
    }
}

/// Adds a company, or one more reason to a company that is there.
fn add(aims: &mut Vec<Aim>, name: &str, from: &str) {
    match aims.iter_mut().find(|aim| same(&aim.name, name)) {
        Some(aim) if from.is_empty() || aim.from.iter().any(|known| known == from) => {}
        Some(aim) => aim.from.push(from.to_owned()),
        None => aims.push(Aim { name: name.to_owned(), from: (!from.is_empty()).then(|| from.to_owned()).into_iter().collect() }),
    }
}

fn no_card(error: CardError) -> Trouble {
    match error {
        CardError::Heading => {
            Trouble::asked("A line that begins with `# ` or `## ` would begin another part of the card.").help("Begin it with `### `.")
        }
        CardError::TooLong => Trouble::asked(format!("The card would be longer than {} kB.", LONGEST_CARD / 1000))
            .help("Keep long texts in files of their own, and name them in the notes."),
        CardError::OtherCompany => Trouble::asked("The card names another company.").help("Mend its first line in your editor."),
    }
}

/// The file of contacts, as it stands among the cards that cannot be read.
fn unreadable_contacts(trouble: &Trouble) -> UnreadableView {
    let told = Diagnostic::warning("contacts-unread", format!("Who is known where is not shown. {}", trouble.message));
    let told = trouble.help.iter().fold(told, |told, help| told.help(help.clone()));
    UnreadableView { file: "private/contacts.toml".to_owned(), findings: vec![finding_view(&told, None, None, "")] }
}

/// Names nothing: what was looked for may be a company.
fn nowhere() -> Trouble {
    Trouble::not_found("There is no such company in the list.")
        .help("`footbridge company list` shows all; `footbridge company add` adds one.")
}

/// Names of those who are known at a company.
fn people_at(aim: &Aim, paths: &[CompanyPathsView]) -> Vec<String> {
    let there = paths.iter().filter(|company| company.company == aim.name);
    there.flat_map(|company| &company.paths).map(|path| path.contact.name.clone()).collect()
}

fn line_view(aim: &Aim, cards: &[Kept], people: Vec<String>) -> CompanyLineView {
    let kept = card_of(&aim.name, cards);
    let missing = kept.map_or_else(|| Card::default().missing(), |kept| kept.card.missing());
    let state = match (kept, missing.is_empty()) {
        (None, _) => "no card",
        (Some(_), true) => "researched",
        (Some(_), false) => "begun",
    };
    CompanyLineView {
        id: id_of(&aim.name),
        name: aim.name.clone(),
        from: aim.from.join(", "),
        state: state.to_owned(),
        missing: missing.into_iter().map(|part| part.heading().to_owned()).collect(),
        people,
    }
}

fn part_id(part: CardPart) -> &'static str {
    match part {
        CardPart::Product => "product",
        CardPart::Api => "api",
        CardPart::Users => "users",
        CardPart::Changes => "changes",
        CardPart::People => "people",
        CardPart::Notes => "notes",
    }
}

fn card_of<'a>(name: &str, cards: &'a [Kept]) -> Option<&'a Kept> {
    cards.iter().find(|kept| same(&kept.card.name, name))
}

fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

fn id_of(name: &str) -> String {
    opaque(&name.trim().to_lowercase())
}

fn version(kept: &Kept) -> String {
    AnswerHash::of(kept.text.as_bytes()).to_string()
}
