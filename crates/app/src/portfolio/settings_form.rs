//! `portfolio.toml` as a form: what is written is what a person would write there by hand, and all else of the file stays.

use super::settings::{FILE, Settings, TEMPLATE};
use crate::folder::path as inside;
use crate::view::{NamedView, PortfolioLinkView, PortfolioPieceView, PortfolioSettingsBody, PortfolioSettingsView, PortfolioWordsView};
use crate::{App, Fault, Trouble};
use footbridge_portfolio::{Site, at_the_top};
use footbridge_verdict::AnswerHash;
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, Value, value};

/// Pieces that stand at the top at most when they are chosen here.
const MOST_AT_THE_TOP: usize = 3;

/// The looks, with what a person reads of them.
const THEMES: [(&str, &str); 2] =
    [("workbench", "Workbench: sans-serif, thin lines, one accent"), ("paper", "Paper: serif, narrow lines, like an essay")];

impl App {
    /// What the owner says about themselves, to be changed.
    pub fn portfolio_words(&self) -> Result<PortfolioSettingsView, Trouble> {
        let text = self.text(FILE)?.unwrap_or_default();
        let settings = self.portfolio_settings()?;
        let (site, _) = self.built(&settings)?;
        Ok(PortfolioSettingsView {
            hash: hash(&text),
            file: FILE.to_owned(),
            words: PortfolioWordsView {
                headline: settings.headline.clone(),
                about: settings.about.clone(),
                address: settings.address.clone().unwrap_or_default(),
                theme: settings.theme_name().to_owned(),
                featured: settings.featured.clone(),
                reviews: settings.reviews,
                links: settings.links().into_iter().map(|link| PortfolioLinkView { label: link.label, address: link.address }).collect(),
            },
            headline_without: self.with_learner(|learner| learner.masked.headline())?,
            themes: THEMES.map(|(id, name)| NamedView { id: id.to_owned(), name: name.to_owned() }).to_vec(),
            pieces: self.to_choose_from(&site, &settings),
            most_at_the_top: u32::try_from(MOST_AT_THE_TOP).expect("a few"),
        })
    }

    /// Writes what the owner says about themselves, unless the file was changed since it was read.
    pub fn set_portfolio_words(&self, body: &PortfolioSettingsBody) -> Result<PortfolioSettingsView, Trouble> {
        let lock = self.lock()?;
        let there = self.text(FILE)?;
        if hash(there.as_deref().unwrap_or_default()) != body.base_hash {
            return Err(Trouble::new(Fault::Changed, format!("`{FILE}` was changed outside since it was read here."))
                .help("Copy what you wrote here, load it again, then make your change."));
        }
        let settings = self.portfolio_settings()?;
        let text = there.unwrap_or_else(|| TEMPLATE.to_owned());
        let written = with_words(&text, &settings, &as_meant(&body.words, &settings)?)?;
        toml::from_str::<Settings>(&written).map_err(|error| {
            let finding = footbridge_content::toml_finding(FILE, &error, 0);
            Trouble::asked(format!("This cannot be written into `{FILE}`: {}", finding.message))
        })?;
        if written != text {
            self.world.disk.write_atomically(&inside(FILE), written.as_bytes())?;
        }
        drop(lock);
        self.portfolio_words()
    }

    /// The pieces that are shown, those at the top first, and those that were chosen and are not shown.
    fn to_choose_from(&self, site: &Site, settings: &Settings) -> Vec<PortfolioPieceView> {
        let top = at_the_top(site);
        let chosen = |id: &str| {
            let piece = self.course.named(id).ok().map(|named| named.piece());
            settings.featured.iter().find(|featured| piece.is_some_and(|piece| self.course.means(featured, piece))).cloned()
        };
        let mut pieces: Vec<PortfolioPieceView> = Vec::new();
        for entry in &site.entries {
            let (id, at_the_top) = (entry.id.to_string(), top.contains(&entry.id));
            let id = chosen(&id).unwrap_or(id);
            match pieces.iter_mut().find(|piece| piece.id == id) {
                Some(piece) => piece.at_the_top |= at_the_top,
                None => pieces.push(PortfolioPieceView { id, title: entry.title.clone(), at_the_top, shown: true }),
            }
        }
        pieces.sort_by_key(|piece| !piece.at_the_top);
        let absent: Vec<&String> = settings.featured.iter().filter(|id| pieces.iter().all(|piece| piece.id != **id)).collect();
        pieces.extend(absent.into_iter().map(|id| PortfolioPieceView {
            id: id.clone(),
            title: id.clone(),
            at_the_top: false,
            shown: false,
        }));
        pieces
    }
}

fn hash(text: &str) -> String {
    AnswerHash::of(text.as_bytes()).to_string()
}

/// The words as they are written: without space around them and without links that were left empty.
fn as_meant(words: &PortfolioWordsView, there: &Settings) -> Result<PortfolioWordsView, Trouble> {
    let trimmed = |text: &str| text.trim().replace("\r\n", "\n");
    let links = words.links.iter().map(|link| PortfolioLinkView { label: trimmed(&link.label), address: trimmed(&link.address) });
    let links: Vec<PortfolioLinkView> = links.filter(|link| !link.label.is_empty() || !link.address.is_empty()).collect();
    if let Some(link) = links.iter().find(|link| link.label.is_empty() || link.address.is_empty()) {
        let message = if link.label.is_empty() {
            format!("The link to `{}` has no words.", link.address)
        } else {
            format!("The link “{}” has no address.", link.label)
        };
        return Err(Trouble::asked(message).help("A link is what is read, such as LinkedIn, and where it leads. Empty both to remove it."));
    }
    if words.featured.len() > MOST_AT_THE_TOP.max(there.featured.len()) {
        return Err(Trouble::asked(format!("{} pieces are chosen for the top; {MOST_AT_THE_TOP} may stand there.", words.featured.len())));
    }
    if !THEMES.iter().any(|(id, _)| *id == words.theme) {
        return Err(Trouble::asked(format!("`{}` is no theme.", words.theme)).help("It is `workbench` or `paper`."));
    }
    Ok(PortfolioWordsView {
        headline: trimmed(&words.headline),
        about: trimmed(&words.about),
        address: trimmed(&words.address),
        links,
        ..words.clone()
    })
}

/// The text of the file with these words. Only what differs is written anew; comments and all other keys stay.
fn with_words(text: &str, there: &Settings, words: &PortfolioWordsView) -> Result<String, Trouble> {
    let mut document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| Trouble::asked(error.message().to_owned()))?;
    let differ = [
        ("headline", there.headline != words.headline, Value::from(words.headline.as_str())),
        ("about", there.about.trim() != words.about, Value::from(words.about.as_str())),
        ("address", there.address.as_deref().unwrap_or_default() != words.address, Value::from(words.address.as_str())),
        ("theme", there.theme_name() != words.theme, Value::from(words.theme.as_str())),
        ("featured", there.featured != words.featured, Value::from(words.featured.iter().map(String::as_str).collect::<Array>())),
        ("reviews", there.reviews != words.reviews, Value::from(words.reviews)),
    ];
    for (key, _, new) in differ.into_iter().filter(|(_, differs, _)| *differs) {
        match document.get_mut(key).and_then(Item::as_value_mut) {
            Some(old) => {
                let decor = old.decor().clone();
                *old = new;
                *old.decor_mut() = decor;
            }
            None => {
                document.insert(key, Item::Value(new));
            }
        }
    }
    let links = there.links();
    let same = links.len() == words.links.len()
        && links.iter().zip(&words.links).all(|(old, new)| old.label == new.label && old.address == new.address);
    if !same {
        put_links(&mut document, &words.links);
    }
    Ok(document.to_string())
}

/// A link that is there keeps its table, with whatever a person wrote beside it.
fn put_links(document: &mut DocumentMut, links: &[PortfolioLinkView]) {
    let mut old: Vec<Table> = match document.remove("link") {
        Some(Item::ArrayOfTables(tables)) => tables.into_iter().collect(),
        _ => Vec::new(),
    };
    let mut tables = ArrayOfTables::new();
    for link in links {
        let is = |table: &Table, key: &str, text: &str| table.get(key).and_then(Item::as_str) == Some(text);
        let known = old.iter().position(|table| is(table, "address", &link.address));
        let known = known.or_else(|| old.iter().position(|table| is(table, "label", &link.label)));
        let mut table = known.map_or_else(Table::new, |at| old.remove(at));
        for (key, text) in [("label", &link.label), ("address", &link.address)] {
            if !is(&table, key, text) {
                table.insert(key, value(text.as_str()));
            }
        }
        // Tables are written in the order of their places, which is not that of the list once one was moved.
        table.set_position(None);
        tables.push(table);
    }
    if !tables.is_empty() {
        document.insert("link", Item::ArrayOfTables(tables));
    }
}
