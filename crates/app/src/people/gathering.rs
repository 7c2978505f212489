use super::gatherings_file::{GATHERINGS_FILE, GatheringsFile, kind, kind_id, kinds};
use super::{Book, note};
use crate::folder::path;
use crate::profile::{date, day_or_today};
use crate::view::{GatheringBody, GatheringView, PeopleView};
use crate::{App, Fault, Trouble};
use footbridge_people::{ContactId, Gathering};
use footbridge_verdict::AnswerHash;
use jiff::civil::Date;

/// Longest name, in characters.
const LONGEST_NAME: usize = 200;

impl App {
    pub(super) fn gatherings(&self) -> Result<GatheringsFile, Trouble> {
        GatheringsFile::read(self.text(GATHERINGS_FILE)?).map_err(|finding| {
            let message = format!("`{GATHERINGS_FILE}` cannot be read, so it is left as it is. {}", finding.message);
            Trouble::asked(message).help("Mend it in your editor, then do it again.").findings(vec![finding])
        })
    }

    /// For showing: a file that cannot be read holds no gathering and one finding, so that a slip in it takes nothing else down.
    pub(super) fn gatherings_shown(&self) -> Result<GatheringsFile, Trouble> {
        let text = self.text(GATHERINGS_FILE)?;
        Ok(GatheringsFile::read(text.clone()).unwrap_or_else(|finding| GatheringsFile::unread(text.unwrap_or_default(), finding)))
    }

    /// Writes a gathering down, or changes the one whose version is given.
    pub fn keep_gathering(&self, body: &GatheringBody) -> Result<PeopleView, Trouble> {
        self.with_learner(|_| ())?;
        let mut gathering = sound(body, self.today())?;
        let lock = self.lock()?;
        let file = self.gatherings()?;
        let at = match body.version.as_str() {
            "" => None,
            read => Some(file.gatherings.iter().position(|there| version(there) == read).ok_or_else(changed)?),
        };
        gathering.met = self.met(&body.met, at.map_or(&[], |at| &file.gatherings[at].met))?;
        let same = |(other, there): (usize, &Gathering)| Some(other) != at && there.on == gathering.on && there.name == gathering.name;
        if file.gatherings.iter().enumerate().any(same) {
            return Err(Trouble::asked("This gathering is written down already.").help("Change its entry instead."));
        }
        let text = file.with(at, &gathering)?;
        if !gathering.met.is_empty() {
            self.settle()?;
        }
        if text != file.text {
            self.world.disk.create_folder_all(&path("private"))?;
            self.world.disk.write_atomically(&path(GATHERINGS_FILE), text.as_bytes())?;
        }
        drop(lock);
        self.people(true)
    }

    /// The ids of those who were met, everybody once. Whom the entry names already may be no contact any more.
    fn met(&self, written: &[String], before: &[ContactId]) -> Result<Vec<ContactId>, Trouble> {
        let mut ids: Vec<ContactId> = Vec::new();
        for who in written.iter().map(|who| who.trim()).filter(|who| !who.is_empty()) {
            let id = match before.iter().find(|id| id.as_str() == who) {
                Some(id) => id.clone(),
                None => self.id_called(who)?,
            };
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        Ok(ids)
    }
}

fn changed() -> Trouble {
    Trouble::new(Fault::Changed, format!("This entry of `{GATHERINGS_FILE}` was changed since it was read."))
        .help("Read it again, then make your change.")
}

/// Everything but whom one met.
fn sound(body: &GatheringBody, today: Date) -> Result<Gathering, Trouble> {
    let name = body.name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return Err(Trouble::asked(format!("A gathering has a name of at most {LONGEST_NAME} characters.")));
    }
    let Some(kind) = kind(&body.kind) else {
        return Err(Trouble::asked("There is no such kind of gathering.").help(format!("There are {}.", kinds())));
    };
    let on = day_or_today(&body.on, today)?;
    let until = if body.until.trim().is_empty() { on } else { date(&body.until)? };
    if until < on {
        return Err(Trouble::asked("A gathering cannot end before it begins.").help("Look which of the two days is right."));
    }
    Ok(Gathering { name, kind, on, until, came_of_it: note(&body.came_of_it)?, met: Vec::new() })
}

pub(super) fn gathering_view(gathering: &Gathering, book: &Book<'_>, today: Date) -> GatheringView {
    GatheringView {
        version: version(gathering),
        name: gathering.name.clone(),
        kind: kind_id(gathering.kind).to_owned(),
        kind_words: gathering.kind.words().to_owned(),
        on: gathering.on.to_string(),
        until: gathering.until.to_string(),
        came_of_it: gathering.came_of_it.clone(),
        met: gathering.met.iter().map(|id| book.line(id)).collect(),
        wants_outcome: gathering.wants_outcome(today),
    }
}

/// Of one entry, so that a change elsewhere in the file stands in nobody's way.
fn version(gathering: &Gathering) -> String {
    let Gathering { name, kind, on, until, came_of_it, met } = gathering;
    let met: Vec<&str> = met.iter().map(ContactId::as_str).collect();
    let all = [name, kind_id(*kind), &on.to_string(), &until.to_string(), came_of_it, &met.join("\n")].join("\n\n");
    AnswerHash::of(all.as_bytes()).to_string()
}
