use crate::folder::{PROFILE_FILE, path};
use crate::planning::Planned;
use crate::profile::{self, Profile};
use crate::{App, Trouble};
use footbridge_diagnostic::{Diagnostic, Severity};
use footbridge_journal::{Act, DaysOff, DiskCause, Event, Journal, State};
use footbridge_verdict::ExerciseId;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use std::cell::RefCell;
use std::sync::Arc;

/// What the folder says, read once and kept while the folder stays as it is.
pub(crate) struct Learner {
    public: Journal,
    private: Journal,
    /// Every event of both journals; `state` is their fold.
    events: Vec<Event>,
    pub(crate) state: State,
    pub(crate) profile: Profile,
    /// The profile as it may leave `private/`.
    pub(crate) masked: Profile,
    /// What a person should know about the folder.
    pub(crate) findings: Vec<Diagnostic>,
    profile_text: String,
    companies_text: Option<String>,
    /// A change of the profile could not be recorded yet, because somebody else was writing.
    waits: bool,
    /// The plan made last of this state and profile.
    pub(crate) planned: RefCell<Option<Arc<Planned>>>,
}

impl Learner {
    pub(crate) fn record(&mut self, act: Act, private: bool, now: Timestamp) -> Result<(), Trouble> {
        let journal = if private { &mut self.private } else { &mut self.public };
        // One order over both journals: an event is dated after everything this folder has seen.
        let after = |last: Timestamp| last.checked_add(SignedDuration::from_millis(1)).unwrap_or(last);
        let now = self.state.last_at.map_or(now, |last| now.max(after(last)));
        let appended = journal.append(act, now)?;
        self.events.push(appended.event.clone());
        self.planned.take();
        if let footbridge_journal::Applied::TooLate(_) = self.state.apply(appended.event) {
            self.state = State::fold(self.events.clone());
        }
        Ok(())
    }

    /// Whether an exercise was ever passed.
    pub(crate) fn has_passed(&self, id: &ExerciseId) -> bool {
        self.state.work(id).is_some_and(|work| work.best_proof().is_some())
    }

    /// The state as it was before an instant.
    pub(crate) fn state_before(&self, instant: Timestamp) -> State {
        State::fold(self.events.iter().filter(|event| event.at < instant).cloned().collect())
    }
}

impl App {
    /// Now, in the learner's time zone, as a date.
    pub(crate) fn today(&self) -> Date {
        (self.world.clock)().date()
    }

    /// Whether the folder is one of ours.
    pub fn onboarded(&self) -> Result<bool, Trouble> {
        Ok(self.world.disk.exists(&path(PROFILE_FILE))?)
    }

    /// Looks at the learner as the folder says now.
    pub(crate) fn with_learner<T>(&self, look: impl FnOnce(&Learner) -> T) -> Result<T, Trouble> {
        self.with_learner_mut(|learner| look(learner))
    }

    pub(crate) fn with_learner_mut<T>(&self, act: impl FnOnce(&mut Learner) -> T) -> Result<T, Trouble> {
        let mut kept = self.learner.lock().unwrap_or_else(|poisoned| {
            // An act that panicked may have left half of itself: read the folder anew.
            self.learner.clear_poison();
            let mut kept = poisoned.into_inner();
            *kept = None;
            kept
        });
        let current = match &*kept {
            Some(learner) => self.is_current(learner)?,
            None => false,
        };
        if !current {
            // Forget first: when reading fails, the next attempt must not see what was there before.
            *kept = None;
            *kept = Some(self.read_learner()?);
        }
        let learner = kept.as_mut().expect("it was read just now");
        Ok(act(learner))
    }

    fn is_current(&self, learner: &Learner) -> Result<bool, Trouble> {
        Ok(!learner.waits
            && learner.public.is_current()?
            && learner.private.is_current()?
            && self.text(PROFILE_FILE)?.as_deref() == Some(&learner.profile_text)
            && self.text(profile::COMPANIES_FILE)? == learner.companies_text)
    }

    /// The text of a file in the folder; `None` when it is missing. Bytes that are no text are refused: read with replacements, they would
    /// be written back with them.
    pub(crate) fn text(&self, name: &str) -> Result<Option<String>, Trouble> {
        match self.world.disk.read(&path(name)) {
            Ok(bytes) => String::from_utf8(bytes).map(Some).map_err(|error| {
                Trouble::asked(format!("`{name}` is not UTF-8 text."))
                    .help("Save it as UTF-8 in your editor, then do it again.")
                    .because(error)
            }),
            Err(error) if error.cause() == DiskCause::Missing => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    fn read_learner(&self) -> Result<Learner, Trouble> {
        let Some(profile_text) = self.text(PROFILE_FILE)? else {
            return Err(Trouble::asked(format!("{} is not a learner's folder yet.", self.folder_name()))
                .help("`footbridge init` makes it one; `footbridge serve` asks the same questions in the browser."));
        };
        let (public, read) = Journal::open(self.world.disk.clone(), path("journal"), self.world.device)?;
        let (private, read_private) = Journal::open(self.world.disk.clone(), path("private/journal"), self.world.device)?;
        let mut events = read.events;
        events.extend(read_private.events);
        let mut findings = read.findings;
        findings.extend(read_private.findings);
        findings.extend(public.clock_finding((self.world.clock)().timestamp()));
        let state = State::fold(events.clone());
        let companies_text = self.text(profile::COMPANIES_FILE)?;
        let (companies, unreadable) = match companies_text.as_deref().map(Profile::read_companies) {
            Some(Err(finding)) => (None, Some(finding)),
            Some(Ok(companies)) => (Some(companies), None),
            None => (None, None),
        };
        let names_unknown = companies.is_none();
        let companies = companies.unwrap_or_default();
        let (profile, is_ours) = match Profile::read_toml(PROFILE_FILE, &profile_text) {
            Ok(profile) => (Profile { companies, ..profile }, true),
            Err(finding) => {
                let Some(kept) = &state.profile else {
                    let mut trouble = Trouble::asked(format!("`{PROFILE_FILE}` cannot be used as it is."));
                    trouble.findings.push(finding);
                    return Err(trouble);
                };
                let message =
                    format!("`{PROFILE_FILE}` cannot be used as it is, so what you said before still counts. {}", finding.message);
                findings.push(Diagnostic { message, ..finding });
                (Profile { companies, ..Profile::from_journal(kept, &state.days_off) }, false)
            }
        };
        let masked = profile.masked(state.profile.as_ref().filter(|_| names_unknown));
        // Without the names nothing new may reach the public journal: it could hold one of them.
        let changed = is_ours && unreadable.is_none() && state.profile.as_ref() != Some(&masked.to_journal());
        findings.extend(unreadable.map(|finding| {
            let message = format!(
                "`{}` cannot be used as it is, so changes of the profile are not recorded. {}",
                profile::COMPANIES_FILE,
                finding.message
            );
            Diagnostic { message, severity: Severity::Warning, ..finding }
        }));
        let mut learner = Learner {
            public,
            private,
            events,
            state,
            profile,
            masked,
            findings,
            profile_text,
            companies_text,
            waits: false,
            planned: RefCell::default(),
        };
        self.record_profile(&mut learner, changed);
        Ok(learner)
    }

    /// What was changed by hand in `footbridge.toml` becomes a line of the journal.
    fn record_profile(&self, learner: &mut Learner, changed: bool) {
        let (wanted, had) = (&learner.profile.days_off, &learner.state.days_off);
        let added: Vec<Date> = wanted.difference(had).copied().collect();
        let removed: Vec<Date> = had.difference(wanted).copied().collect();
        let days = !added.is_empty() || !removed.is_empty();
        if !changed && !days {
            return;
        }
        let now = (self.world.clock)().timestamp();
        let record = || {
            let Some(_lock) = self.try_lock()? else {
                learner.waits = true;
                return Ok(());
            };
            if changed {
                learner.record(Act::ProfileSet(Box::new(learner.masked.to_journal())), false, now)?;
            }
            if days {
                learner.record(Act::DaysOff(Box::new(DaysOff { added, removed })), false, now)?;
            }
            Ok(())
        };
        // A folder that cannot be written can still be read.
        let recorded: Result<(), Trouble> = record();
        if let Err(trouble) = recorded {
            learner.findings.push(Diagnostic::warning("folder-read-only", format!("Changes are not recorded: {}", trouble.message)));
        }
    }
}
