//! `cards.toml`: cards of one's own, written by hand or taken in from Anki.

use crate::folder::path;
use crate::view::{CardsImportedView, LineTroubleView};
use crate::words::count;
use crate::{App, Trouble};
use footbridge_diagnostic::counted;
use footbridge_recall::{AnkiCard, BadLine, read_anki};
use footbridge_verdict::AnswerHash;
use std::collections::{BTreeMap, BTreeSet};
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, value};

/// The file, from the learner's folder.
pub(super) const FILE: &str = "cards.toml";

const HEAD: &str = "# Cards of your own, as `footbridge recall` asks them. Edit them as you like; the guid of a card keeps its history.\n";

/// How the guid of a card begins that was exported from here and is not one's own.
pub(super) const OURS: &str = "footbridge:";

/// How the guid of a card begins that came without one: the rest is made of its front.
const BY_FRONT: &str = "own:";

/// The key under which a card keeps the guid of its note in Anki besides the one that its history hangs on.
const ANKI: &str = "anki";

/// Cards of one's own that one file may hold.
const MOST: usize = 20_000;

/// A card of one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OwnCard {
    pub(super) card: AnkiCard,
    /// The guid of the note in Anki that it is, when it was there before the note came.
    anki: String,
}

impl OwnCard {
    /// Its id: from its guid or, without one, from its front, so that neither the front nor a foreign name stands in the journal.
    pub(super) fn id(&self) -> String {
        format!("own-{}", AnswerHash::of(key(&self.card).as_bytes()).short())
    }

    /// Whether a person means it by these words: the guid that stands in the file, here or in Anki.
    pub(super) fn is_called(&self, name: &str) -> bool {
        !name.is_empty() && (self.card.guid == name || self.anki == name)
    }

    /// As a note of Anki, which knows it by its own guid.
    pub(super) fn note(&self) -> AnkiCard {
        let guid = if self.anki.is_empty() { &self.card.guid } else { &self.anki };
        AnkiCard { guid: guid.clone(), ..self.card.clone() }
    }
}

/// What tells a card from all others.
fn key(card: &AnkiCard) -> &str {
    if card.guid.is_empty() { &card.front } else { &card.guid }
}

/// The cards of the file's text. The error says what is wrong with it, with the line.
pub(super) fn read(text: &str) -> Result<Vec<OwnCard>, String> {
    let document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| error.to_string())?;
    let Some(item) = document.get("card") else { return Ok(Vec::new()) };
    let tables = item.as_array_of_tables().ok_or_else(|| "`card` is a list of tables: each begins with `[[card]]`.".to_owned())?;
    let own = |(number, table): (usize, &Table)| {
        let tags = table.get("tags").and_then(Item::as_array);
        let tags = tags.map_or_else(Vec::new, |tags| tags.iter().filter_map(|tag| tag.as_str().map(str::to_owned)).collect());
        let card = AnkiCard { guid: value_of(table, "guid"), front: value_of(table, "front"), back: value_of(table, "back"), tags };
        let is_whole = !card.front.is_empty() && !card.back.is_empty();
        if is_whole {
            Ok(OwnCard { card, anki: value_of(table, ANKI) })
        } else {
            Err(format!("Card {} has no `front` or no `back`.", number + 1))
        }
    };
    tables.iter().enumerate().map(own).collect()
}

fn value_of(table: &Table, name: &str) -> String {
    table.get(name).and_then(Item::as_str).unwrap_or_default().trim().to_owned()
}

impl App {
    /// One's own cards, and what is wrong with the file when it cannot be read: then it is left as it is.
    pub(super) fn own_cards(&self) -> (Vec<OwnCard>, Option<String>) {
        let read_text = |text: Option<String>| text.map_or_else(|| Ok(Vec::new()), |text| read(&text));
        match self.text(FILE).map_err(|trouble| trouble.message).and_then(read_text) {
            Ok(cards) => (cards, None),
            Err(wrong) => (Vec::new(), Some(format!("`{FILE}` cannot be read, so its cards are left out. {}", wrong.trim()))),
        }
    }

    /// Takes in cards from Anki's text. A card that is there, by its guid or its front, is changed and keeps its history.
    pub fn import_cards(&self, bytes: &[u8]) -> Result<CardsImportedView, Trouble> {
        self.with_learner(|_| ())?;
        let (cards, bad) = read_anki(bytes).map_err(|error| {
            Trouble::asked(format!("Nothing was taken in: {error}."))
                .help("In Anki choose Export, “Notes in Plain Text (.txt)”; it writes UTF-8.")
        })?;
        if cards.is_empty() && bad.is_empty() {
            return Err(Trouble::asked("Nothing was taken in: the file holds no card.")
                .help("Write a front and a back on each line, with a tab or a semicolon between them."));
        }
        let _lock = self.lock()?;
        let text = self.text(FILE)?.unwrap_or_else(|| HEAD.to_owned());
        read(&text).map_err(|wrong| {
            Trouble::asked(format!("`{FILE}` cannot be read, so it is left as it is. {}", wrong.trim()))
                .help("Mend it in your editor, then do it again.")
        })?;
        let mut document: DocumentMut =
            text.parse().map_err(|_| Trouble::asked(format!("`{FILE}` cannot be read, so it is left as it is.")))?;
        let mut view = CardsImportedView { file: FILE.to_owned(), ..CardsImportedView::default() };
        // Comments of a file without a card belong at its top, not after what is added.
        let head = if document.is_empty() { document.to_string() } else { String::new() };
        if !head.is_empty() {
            document = DocumentMut::new();
        }
        view.bad_lines = bad.into_iter().map(|BadLine { line, says }| LineTroubleView { line: count(line), says }).collect();
        put(&mut document, cards, &mut view)?;
        let fresh = format!("{head}{document}");
        if fresh != text {
            self.world.disk.write_atomically(&path(FILE), fresh.as_bytes())?;
        }
        view.answer = answer(&view);
        Ok(view)
    }
}

/// Where the cards of the file stand.
#[derive(Default)]
struct Known {
    by_guid: BTreeMap<String, usize>,
    by_front: BTreeMap<String, usize>,
    /// By their fronts those that are no note of Anki's yet. Each is one note there, so it is found once.
    without_guid: BTreeMap<String, usize>,
}

impl Known {
    fn of(tables: &ArrayOfTables) -> Self {
        let mut known = Self::default();
        for (at, table) in tables.iter().enumerate() {
            let (anki, front) = (value_of(table, ANKI), value_of(table, "front"));
            if anki.is_empty() {
                known.add(&value_of(table, "guid"), &front, at);
            } else {
                known.by_guid.insert(anki, at);
                known.by_front.insert(front, at);
            }
        }
        known
    }

    fn add(&mut self, guid: &str, front: &str, at: usize) {
        if guid.is_empty() || guid.starts_with(BY_FRONT) {
            self.without_guid.insert(front.to_owned(), at);
        }
        self.by_guid.insert(guid.to_owned(), at);
        self.by_front.insert(front.to_owned(), at);
    }

    fn find(&mut self, card: &AnkiCard) -> Option<usize> {
        if card.guid.is_empty() {
            return self.by_front.get(&card.front).copied();
        }
        let at = self.by_guid.get(&card.guid).copied().or_else(|| self.without_guid.remove(&card.front))?;
        self.by_guid.insert(card.guid.clone(), at);
        Some(at)
    }
}

/// Changes the cards that are there and adds the others.
fn put(document: &mut DocumentMut, cards: Vec<AnkiCard>, view: &mut CardsImportedView) -> Result<(), Trouble> {
    let item = document.entry("card").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    let Some(tables) = item.as_array_of_tables_mut() else { return Ok(()) };
    let mut known = Known::of(tables);
    let mut met = BTreeSet::new();
    for mut card in cards {
        if card.guid.starts_with(OURS) {
            view.ours += 1;
            continue;
        }
        let there = known.find(&card);
        let mut anki = String::new();
        if there.is_some() {
            // The guid that stands there stays: the history hangs on it.
            anki = std::mem::take(&mut card.guid);
        } else if card.guid.is_empty() {
            // So that a later change of the front, here or in Anki, does not begin its history anew.
            card.guid = format!("{BY_FRONT}{}", AnswerHash::of(card.front.as_bytes()).short());
        }
        let at = there.unwrap_or(tables.len());
        if there.is_none() {
            if tables.len() >= MOST {
                return Err(Trouble::asked(format!("`{FILE}` would hold more than {MOST} cards, so nothing was taken in.")));
            }
            tables.push(Table::new());
            known.add(&card.guid, &card.front, at);
        }
        let Some(table) = tables.get_mut(at) else { continue };
        keep_history(table, &card.front, &anki);
        let is_changed = write(table, &card);
        match (there.is_none(), is_changed && met.insert(at)) {
            (true, _) => _ = (met.insert(at), view.new += 1),
            (false, true) => view.changed += 1,
            (false, false) => view.same += 1,
        }
    }
    Ok(())
}

/// Ties a card that is there to its note in Anki, so that it is found when its front changes, and to the front that its history hangs on.
fn keep_history(table: &mut Table, front: &str, anki: &str) {
    let (guid, before) = (value_of(table, "guid"), value_of(table, "front"));
    if !anki.is_empty() && anki != guid {
        table.insert(ANKI, value(anki));
    }
    if guid.is_empty() && before != front {
        table.insert("guid", value(before));
    }
}

/// Writes what differs, so that everything else in the file stays as somebody wrote it.
fn write(table: &mut Table, card: &AnkiCard) -> bool {
    let mut is_changed = false;
    for (name, new) in [("front", &card.front), ("back", &card.back), ("guid", &card.guid)] {
        let there = table.get(name).and_then(Item::as_str).unwrap_or_default();
        if there.trim() != new && !new.is_empty() {
            table.insert(name, value(new.as_str()));
            is_changed = true;
        }
    }
    let tags = table.get("tags").and_then(Item::as_array);
    let there: Vec<&str> = tags.map_or_else(Vec::new, |tags| tags.iter().filter_map(toml_edit::Value::as_str).collect());
    if there != card.tags && !(card.tags.is_empty() && there.is_empty()) {
        table.insert("tags", value(Array::from_iter(card.tags.iter().map(String::as_str))));
        is_changed = true;
    }
    is_changed
}

fn answer(view: &CardsImportedView) -> String {
    let cards = |number: u32| counted(number as usize, "card", "cards");
    let mut parts = vec![format!("{} new, {} changed, {} as before", cards(view.new), view.changed, view.same)];
    if view.ours > 0 {
        parts.push(format!("{} left out because Footbridge has them itself", view.ours));
    }
    if !view.bad_lines.is_empty() {
        parts.push(format!("{} not read", counted(view.bad_lines.len(), "line", "lines")));
    }
    parts.join(", ")
}
