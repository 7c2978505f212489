use super::application_files::{Shelf, Shelved};
use super::sent_files::{UNNAMED_LETTER, UNNAMED_RESUME};
use super::{line, long_text};
use crate::profile::{date, day_so_far};
use crate::view::{ApplicationView, EntryBody, NewApplicationBody, SentBody, TakeBackBody};
use crate::{App, Fault, ResumeOf, ResumeSheet, Trouble};
use footbridge_content::CompanyKind;
use footbridge_jobs::{
    Application, Entry, Interview, Kept, Reason, Rejection, STAGE_ORDER, StageName, application_faults, is_address, stage_taken_back,
    taken_back,
};
use footbridge_planner::spoken;
use jiff::civil::Date;

impl App {
    /// Begins an application.
    pub fn add_application(&self, body: &NewApplicationBody) -> Result<ApplicationView, Trouble> {
        self.with_learner(|_| ())?;
        let (company, role, link) = (line("company", &body.company)?, line("role", &body.role)?, line("address", &body.link)?);
        if !link.is_empty() && !is_address(&link) {
            return Err(Trouble::asked("This is no address of a page on the web.").help("It begins with https:// or http://."));
        }
        if company.is_empty() || role.is_empty() {
            return Err(Trouble::asked("An application needs a company and a role."));
        }
        let stage = if body.stage.trim().is_empty() { StageName::Found } else { stage(&body.stage)? };
        let first = Entry { stage: Some(stage), ..Entry::on(day_so_far(&body.on, self.today())?) };
        let id = self.begin_application(&company, &role, &link, &first)?;
        self.recorded(&id)
    }

    /// Adds what happened: a stage, a follow-up, a reminder, a note. Nothing that stands in the file is changed.
    pub fn add_to_application(&self, id: &str, body: &EntryBody) -> Result<ApplicationView, Trouble> {
        let entry = self.entry_of(body)?;
        self.append_to(id, &entry)
    }

    /// Records exactly what was sent. The letter is kept as it is; the résumé was kept by [`App::keep_sent`], or is the PDF of a variant.
    pub fn record_sent(&self, id: &str, body: &SentBody) -> Result<ApplicationView, Trouble> {
        let mut entry = Entry::on(day_so_far(&body.on, self.today())?);
        self.shelf()?.find(id)?;
        if !body.resume_hash.is_empty() && !body.resume_variant.is_empty() {
            return Err(Trouble::asked("One résumé was sent: it is the file, or the PDF of the variant."));
        }
        if !body.resume_variant.is_empty() {
            let sheet = ResumeSheet { theme: body.resume_theme.clone(), paper: body.resume_paper.clone() };
            let (kept, unread) = self.keep_variant(&body.resume_variant, &sheet)?;
            entry.resume = Some(kept);
            entry.note = unread.unwrap_or_default();
        }
        if !body.resume_hash.is_empty() {
            let name = line("name of the file", &body.resume_name)?;
            let kept =
                Kept { name: if name.is_empty() { UNNAMED_RESUME.to_owned() } else { name }, hash: body.resume_hash.clone(), made: None };
            if self.kept_file(&kept).is_none() {
                return Err(Trouble::asked("The résumé is not kept yet.").help("Keep the file first, then say that it was sent."));
            }
            entry.resume = Some(kept);
        }
        if !body.letter.trim().is_empty() {
            long_text("letter", &body.letter)?;
            let name = line("name of the letter", &body.letter_name)?;
            let kept = self.keep_letter(&body.letter, &name)?;
            entry.letter = Some(Kept { name: if name.is_empty() { UNNAMED_LETTER.to_owned() } else { name }, hash: kept.hash, made: None });
        }
        if entry == Entry::on(entry.on) {
            return Err(Trouble::asked("Nothing is named that was sent.").help("Give a résumé, a letter, or both."));
        }
        self.append_to(id, &entry)
    }

    /// Keeps the PDF of a variant as it is made now: the variant may change tomorrow, what was sent does not. With it what its readers did
    /// not find, when that is so.
    fn keep_variant(&self, variant: &str, sheet: &ResumeSheet) -> Result<(Kept, Option<String>), Trouble> {
        let file = self.resume_pdf(&ResumeOf::Own { variant }, sheet)?;
        let unread = file.proof.and_then(|(passed, says)| (!passed).then_some(says));
        let made = self.made_as(variant, sheet)?;
        let hash = self.keep_sent(&file.bytes, &file.name)?.hash;
        Ok((Kept { name: file.name, hash, made: Some(made) }, unread))
    }

    /// Takes back the last entry, or the last stage, recorded by mistake, of a file that is still as it was read. An entry that was changed by
    /// hand is the person's and stays.
    pub fn take_back_entry(&self, id: &str, body: &TakeBackBody) -> Result<ApplicationView, Trouble> {
        self.with_learner(|_| ())?;
        let lock = self.lock()?;
        let shelf = self.shelf()?;
        let shelved = shelf.find(id)?;
        if shelved.version() != body.version {
            return Err(Trouble::new(
                Fault::Changed,
                "The file of this application was changed since it was read, so nothing is taken back.",
            )
            .help("Look at it again: its last entry may be another one now."));
        }
        let text = if body.stage {
            stage_taken_back(&shelved.text).ok_or_else(|| cannot_take_back_stage(shelved))?
        } else {
            taken_back(&shelved.text).ok_or_else(|| cannot_take_back(shelved))?
        };
        self.write_shelved(shelved, &text)?;
        drop(lock);
        self.recorded(id)
    }

    fn append_to(&self, id: &str, entry: &Entry) -> Result<ApplicationView, Trouble> {
        self.with_learner(|_| ())?;
        let lock = self.lock()?;
        let shelf = self.shelf()?;
        let shelved = shelf.find(id)?;
        let entry = with_the_kind_known(shelved, entry);
        let new = shelved.file.new_in(&entry);
        if new == Entry::on(new.on) {
            let there = footbridge_diagnostic::listed(facts(&entry));
            return Err(Trouble::asked(format!("Its history has {there} already, so nothing is written twice.")));
        }
        refuse_nonsense(shelved, &new, self.today())?;
        self.add_entry(shelved, &new)?;
        drop(lock);
        self.recorded(id)
    }

    fn recorded(&self, id: &str) -> Result<ApplicationView, Trouble> {
        self.plan_follows()?;
        self.application(id)
    }

    fn entry_of(&self, body: &EntryBody) -> Result<Entry, Trouble> {
        let stage = if body.stage.trim().is_empty() { None } else { Some(stage(&body.stage)?) };
        let reason = if body.reason.trim().is_empty() { None } else { Some(reason(&body.reason)?) };
        let said = long_text("text", &body.said)?;
        let rejection = (reason.is_some() || !said.is_empty()).then(|| Rejection { reason: reason.unwrap_or(Reason::NotSaid), said });
        if rejection.is_some() && stage != Some(StageName::Rejected) {
            return Err(Trouble::asked("A reason belongs to the stage “rejected”."));
        }
        let remind_on = if body.remind_on.trim().is_empty() { None } else { Some(date(&body.remind_on)?) };
        let today = self.today();
        if remind_on.is_some_and(|day| day <= today) {
            let help = format!("Take a day to come, such as {}.", today.saturating_add(jiff::ToSpan::days(7)));
            return Err(Trouble::asked("A reminder needs a day after today; nothing was noted.").help(help));
        }
        let entry = Entry {
            stage,
            rejection,
            interview: interview(body, self.today())?,
            followed_up: body.followed_up.as_deref().map(|how| line("follow-up", how)).transpose()?,
            remind_on,
            note: long_text("note", &body.note)?,
            ..Entry::on(day_so_far(&body.on, self.today())?)
        };
        if entry == Entry::on(entry.on) {
            return Err(Trouble::asked("There is nothing to add.")
                .help("Name a stage, a follow-up, a day to be reminded on, the day of an interview, or a note."));
        }
        Ok(entry)
    }

    /// The id of the one application that an id, or a part of a company or a role, means.
    pub fn application_called(&self, text: &str) -> Result<String, Trouble> {
        let shelf = self.shelf()?;
        let wanted = text.trim().to_lowercase();
        if let Some(known) = shelf.known.iter().find(|shelved| shelved.id == wanted) {
            return Ok(known.id.clone());
        }
        if wanted.is_empty() {
            return Err(super::application_files::none());
        }
        let named = named_file(&wanted);
        if let Some(known) = shelf.known.iter().find(|shelved| named_file(&shelved.name) == named) {
            return Ok(known.id.clone());
        }
        let means = |shelved: &&Shelved| {
            let words = format!("{} {}", shelved.file.company, shelved.file.role).to_lowercase();
            words.contains(&wanted) || (!named.is_empty() && named_file(&shelved.name).contains(&named))
        };
        let found: Vec<&Shelved> = shelf.known.iter().filter(means).collect();
        match found.as_slice() {
            [one] => Ok(one.id.clone()),
            [] => Err(super::application_files::none()),
            _ => Err(several(&shelf, found.len())),
        }
    }
}

/// What a file of an application is called, with or without its folder and ending.
fn named_file(name: &str) -> String {
    let name = name.to_lowercase();
    let name = name.rsplit('/').next().unwrap_or_default();
    name.trim_end_matches(".yaml").trim_end_matches(".yml").to_owned()
}

/// Names no file: its name holds the company.
fn its_file(shelved: &Shelved) -> String {
    format!("its file, which `footbridge application show {}` names", shelved.id)
}

fn cannot_take_back_stage(shelved: &Shelved) -> Trouble {
    let its_file = its_file(shelved);
    if shelved.application().stages.len() < 2 {
        return Trouble::asked("The only stage of an application cannot be taken back: it has one at least.")
            .help(format!("Change it in {its_file}, or delete that file when the whole application is a mistake."));
    }
    Trouble::asked("The last stage stands otherwise than it was recorded, so it is not taken back.")
        .help(format!("Take it out in {its_file}."))
}

fn cannot_take_back(shelved: &Shelved) -> Trouble {
    let its_file = its_file(shelved);
    if shelved.file.history.len() < 2 {
        return Trouble::asked("The only entry of an application cannot be taken back: it has a stage at least.")
            .help(format!("Change the entry in {its_file}, or delete that file when the whole application is a mistake."));
    }
    Trouble::asked("The last entry stands otherwise than it was recorded, so it is not taken back.")
        .help(format!("Take it out in {its_file}."))
}

/// A further day of an interview is asked for at the same company: its kind stays unless another one is named.
fn with_the_kind_known(shelved: &Shelved, entry: &Entry) -> Entry {
    let mut entry = entry.clone();
    if let (Some(interview), Some(before)) = (&mut entry.interview, shelved.application().interview)
        && interview.company_kind.is_empty()
    {
        interview.company_kind = before.company_kind;
    }
    entry
}

/// What an entry without a stage says, without its words: a refusal quotes nothing private.
fn facts(entry: &Entry) -> Vec<String> {
    let day = |what: &str, day: Date| format!("{what} {}", spoken(day));
    let facts = [
        entry.interview.as_ref().map(|interview| day("the interview on", interview.on)),
        entry.remind_on.map(|on| day("the reminder for", on)),
        entry.followed_up.as_ref().map(|_| day("this follow-up of", entry.on)),
        entry.resume.as_ref().map(|_| day("this résumé as sent on", entry.on)),
        entry.letter.as_ref().map(|_| day("this letter as sent on", entry.on)),
        (!entry.note.is_empty()).then(|| day("this note of", entry.on)),
    ];
    facts.into_iter().flatten().collect()
}

fn several(shelf: &Shelf, found: usize) -> Trouble {
    Trouble::asked(format!("{found} of {} applications fit.", shelf.known.len()))
        .help("`footbridge application list` shows them with their ids; give the id.")
}

/// What would make the history one that cannot be is refused, with the reason. Faults that stand there already are no reason.
fn refuse_nonsense(shelved: &Shelved, entry: &Entry, today: Date) -> Result<(), Trouble> {
    let before = shelved.application();
    if let (Some(stage), Some(current)) = (entry.stage, before.current())
        && stage == current.name
        && entry.on == current.on
    {
        return Err(Trouble::asked(format!("It stands at “{}” since that day already.", stage.words())));
    }
    let mut file = shelved.file.clone();
    file.history.push(entry.clone());
    let faults = |application: &Application| application_faults(application, today, "");
    let there = faults(&before);
    let fresh = faults(&file.application(&shelved.id)).into_iter().find(|fault| !there.contains(fault));
    match fresh {
        Some(fault) => {
            let help = fault.help.into_iter().chain((fault.code == STAGE_ORDER).then(|| way_to_a_day(shelved)));
            Err(Trouble::asked(fault.message).help(help.collect::<Vec<_>>().join(" ")))
        }
        None => Ok(()),
    }
}

/// How a day is changed that stands in the history.
fn way_to_a_day(shelved: &Shelved) -> String {
    let id = &shelved.id;
    format!(
        "A day that stands there is changed in its file, which `footbridge application show {id}` names; \
         `footbridge application take-back {id}` takes the last entry back."
    )
}

/// The last day on which an interview is prepared for.
pub(super) fn furthest_interview(today: Date) -> Date {
    today.saturating_add(jiff::ToSpan::days(366))
}

fn interview(body: &EntryBody, today: Date) -> Result<Option<Interview>, Trouble> {
    let kind = body.company_kind.trim();
    if body.interview_on.trim().is_empty() {
        let alone = Trouble::asked("A kind of company belongs to the day of an interview.").help("Give the day as well, as 2026-12-10.");
        return if kind.is_empty() { Ok(None) } else { Err(alone) };
    }
    let on = date(&body.interview_on)?;
    if on < today {
        return Err(Trouble::asked("The day of an interview is still to come.").help("What was held is a stage: “interview”."));
    }
    if on > furthest_interview(today) {
        return Err(Trouble::asked("That is more than a year ahead.").help("Look at the year, or note it when it is nearer."));
    }
    let words = CompanyKind::ALL.map(CompanyKind::word);
    if !kind.is_empty() && !words.contains(&kind) {
        return Err(Trouble::asked("There is no such kind of company.")
            .help(format!("There are {}.", words.join(", ")))
            .or_meant(kind, words.into_iter()));
    }
    Ok(Some(Interview { on, company_kind: kind.to_owned() }))
}

fn stage(text: &str) -> Result<StageName, Trouble> {
    let words = StageName::ALL.map(StageName::words);
    StageName::parse(text).ok_or_else(|| {
        Trouble::asked("There is no such stage.").help(format!("There are {}.", words.join(", "))).or_meant(text, words.into_iter())
    })
}

fn reason(text: &str) -> Result<Reason, Trouble> {
    let words = Reason::ALL.map(Reason::words);
    Reason::parse(text).ok_or_else(|| {
        Trouble::asked("There is no such reason.").help(format!("There are {}.", words.join(", "))).or_meant(text, words.into_iter())
    })
}
