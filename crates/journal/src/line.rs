//! The form of one event on disk. Only this file knows it.
//!
//! `{"v":1,"id":"…","device":"…","seq":7,"at":"2026-03-02T09:14:05.123Z","kind":"checked","data":{…}}`
//!
//! A new optional field keeps `v`; a new kind keeps `v` and is left alone by older readers; anything an older reader would misread
//! raises `v`.

mod people;
mod pieces;
mod recall;

use crate::act::{Act, AnswerFile, Checked, DaysOff, Profile};
use crate::event::{DeviceId, Event, EventId};
use footbridge_verdict::{AnswerHash, ExerciseId, HelpUsed, Outcome, Proof};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::borrow::Cow;

/// The format this build writes, and the newest it reads.
pub const FORMAT_VERSION: u32 = 1;

/// How every line of ours begins. Inside a JSON string the quotes are escaped, so these bytes always start an object.
pub(crate) const LINE_START: &[u8] = br#"{"v":"#;

/// What one line turned out to be.
#[derive(Debug)]
pub(crate) enum Parsed {
    /// One event.
    Event(Event),
    /// A newer format or a kind this build does not know.
    Newer(Option<Stamp>),
    /// Our envelope, but what it holds cannot be read.
    Damaged { stamp: Option<Stamp>, why: String },
    /// Not ours; `json` says whether it is at least whole JSON.
    Foreign { json: bool },
}

/// Who wrote a line and when; known also of some lines that cannot be read further.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// See [`Event::device`].
    pub device: DeviceId,
    /// See [`Event::seq`].
    pub seq: u64,
    /// See [`Event::at`].
    pub at: Timestamp,
}

#[derive(Serialize, Deserialize)]
struct Envelope<'a> {
    v: u32,
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    device: Cow<'a, str>,
    seq: u64,
    #[serde(borrow)]
    at: Cow<'a, str>,
    #[serde(borrow)]
    kind: Cow<'a, str>,
    #[serde(borrow)]
    data: &'a RawValue,
}

#[derive(Deserialize)]
struct OnlyVersion {
    v: u32,
}

#[derive(Serialize, Deserialize)]
struct ProfileSetLine<'a> {
    #[serde(borrow)]
    blocker: Cow<'a, str>,
    #[serde(borrow)]
    background: Cow<'a, str>,
    #[serde(borrow, default, skip_serializing_if = "str::is_empty")]
    background_note: Cow<'a, str>,
    minutes_by_weekday: [u16; 7],
    start: Date,
    #[serde(borrow)]
    region: Cow<'a, str>,
    targets: Cow<'a, [String]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    target_date: Option<Date>,
}

#[derive(Serialize, Deserialize)]
struct DaysOffLine<'a> {
    #[serde(default, skip_serializing_if = "<[Date]>::is_empty")]
    added: Cow<'a, [Date]>,
    #[serde(default, skip_serializing_if = "<[Date]>::is_empty")]
    removed: Cow<'a, [Date]>,
}

#[derive(Serialize, Deserialize)]
struct ExerciseLine<'a> {
    #[serde(borrow)]
    exercise: Cow<'a, str>,
}

#[derive(Serialize, Deserialize)]
struct StartedLine<'a> {
    #[serde(borrow)]
    exercise: Cow<'a, str>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    variant: Option<Cow<'a, str>>,
}

#[derive(Serialize, Deserialize)]
struct HintShownLine<'a> {
    #[serde(borrow)]
    exercise: Cow<'a, str>,
    level: u8,
}

#[derive(Serialize, Deserialize)]
struct CheckedLine<'a> {
    #[serde(borrow)]
    exercise: Cow<'a, str>,
    outcome: Outcome,
    proof: Proof,
    #[serde(borrow)]
    check_version: Cow<'a, str>,
    #[serde(borrow)]
    answer: Cow<'a, str>,
    files: Vec<AnswerFileLine<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    variant: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "is_without_help")]
    help: HelpUsed,
    #[serde(borrow)]
    summary: Cow<'a, str>,
}

#[derive(Serialize, Deserialize)]
struct AnswerFileLine<'a> {
    #[serde(borrow)]
    name: Cow<'a, str>,
    /// Left out when it is the answer's.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    hash: Option<Cow<'a, str>>,
}

fn is_without_help(help: &HelpUsed) -> bool {
    *help == HelpUsed::default()
}

/// What is wrong with a line of ours; told as a note.
#[derive(Debug, thiserror::Error)]
enum BadData {
    #[error("its data does not have the shape of its kind ({0})")]
    Shape(#[from] serde_json::Error),
    #[error(transparent)]
    Exercise(#[from] footbridge_verdict::BadExerciseId),
    #[error(transparent)]
    Hash(#[from] footbridge_verdict::BadAnswerHash),
    #[error("{0} is no level from 1 to 4")]
    Level(u8),
    #[error("there are {0} parameters in place of 21")]
    Parameters(usize),
}

/// Reads one whole line, without its line break.
pub(crate) fn parse(text: &str) -> Parsed {
    if let Some(event) = parse_as_written(text) {
        return Parsed::Event(event);
    }
    match serde_json::from_str::<Envelope<'_>>(text) {
        Ok(envelope) => open(&envelope),
        Err(_) => without_envelope(text),
    }
}

/// Reads a line exactly as [`write_line`] writes it, which nearly every line is: half the time of reading any order of fields. `None` says
/// nothing about the line but that it has to be read the general way.
fn parse_as_written(text: &str) -> Option<Event> {
    let rest = text.strip_prefix(r#"{"v":1,"id":""#)?;
    let (id, rest) = rest.split_at_checked(32)?;
    let (device, rest) = until(rest.strip_prefix(r#"","device":""#)?, r#"","seq":"#, 16)?;
    let (seq, rest) = until(rest, r#","at":""#, 19)?;
    let (at, rest) = until(rest, r#"","kind":""#, 24)?;
    let (kind, rest) = until(rest, r#"","data":"#, 24)?;
    let data = rest.strip_suffix('}')?;
    let is_plain_number = !seq.starts_with(['0', '+']);
    Some(Event {
        id: EventId::new(id).ok()?,
        device: DeviceId::new(device).ok()?,
        seq: seq.parse().ok().filter(|_| is_plain_number)?,
        at: at.parse().ok()?,
        act: read_act(kind, data).ok()??,
    })
}

/// Splits at the first `mark`, which must begin within `longest` bytes.
fn until<'a>(text: &'a str, mark: &str, longest: usize) -> Option<(&'a str, &'a str)> {
    let mark = mark.as_bytes();
    let window = text.as_bytes().get(..(longest + mark.len()).min(text.len()))?;
    let at = window.windows(mark.len()).position(|bytes| bytes == mark)?;
    Some((text.get(..at)?, text.get(at + mark.len()..)?))
}

/// Reads the event a text starts with, whatever follows it. `None` when it does not start with one of ours.
pub(crate) fn parse_start(text: &str) -> Option<Parsed> {
    let mut reader = serde_json::Deserializer::from_str(text);
    Envelope::deserialize(&mut reader).ok().map(|envelope| open(&envelope))
}

fn without_envelope(text: &str) -> Parsed {
    match serde_json::from_str::<OnlyVersion>(text) {
        Ok(OnlyVersion { v }) if v > FORMAT_VERSION => Parsed::Newer(None),
        _ => Parsed::Foreign { json: serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok() },
    }
}

fn open(envelope: &Envelope<'_>) -> Parsed {
    let stamp = match (DeviceId::new(&envelope.device), envelope.at.parse::<Timestamp>()) {
        (Ok(device), Ok(at)) => Some(Stamp { device, seq: envelope.seq, at }),
        _ => None,
    };
    if envelope.v > FORMAT_VERSION {
        return Parsed::Newer(stamp);
    }
    let Some(Stamp { device, seq, at }) = stamp else {
        return Parsed::Damaged { stamp, why: "its device or its time cannot be read".to_owned() };
    };
    let id = match EventId::new(&envelope.id) {
        Ok(id) => id,
        Err(error) => return Parsed::Damaged { stamp, why: error.to_string() },
    };
    match read_act(&envelope.kind, envelope.data.get()) {
        Ok(Some(act)) => Parsed::Event(Event { id, device, seq, at, act }),
        Ok(None) => Parsed::Newer(stamp),
        Err(error) => Parsed::Damaged { stamp, why: error.to_string() },
    }
}

fn read_act(kind: &str, data: &str) -> Result<Option<Act>, BadData> {
    Ok(Some(match kind {
        "checked" => Act::Checked(Box::new(read_checked(data)?)),
        "started" => {
            let line: StartedLine<'_> = serde_json::from_str(data)?;
            Act::Started { exercise: ExerciseId::new(&line.exercise)?, variant: line.variant.map(Cow::into_owned) }
        }
        "hint-shown" => {
            let line: HintShownLine<'_> = serde_json::from_str(data)?;
            Act::HintShown { exercise: ExerciseId::new(&line.exercise)?, level: line.level }
        }
        "solution-shown" => {
            let line: ExerciseLine<'_> = serde_json::from_str(data)?;
            Act::SolutionShown { exercise: ExerciseId::new(&line.exercise)? }
        }
        "days-off" => {
            let line: DaysOffLine<'_> = serde_json::from_str(data)?;
            Act::DaysOff(Box::new(DaysOff { added: line.added.into_owned(), removed: line.removed.into_owned() }))
        }
        "profile-set" => {
            let line: ProfileSetLine<'_> = serde_json::from_str(data)?;
            Act::ProfileSet(Box::new(line.into_profile()))
        }
        "self-scored" => Act::SelfScored(Box::new(pieces::read_scored(data)?)),
        "reviewed" => Act::Reviewed(Box::new(pieces::read_review(data)?)),
        "published" => Act::Published(Box::new(pieces::read_published(data)?)),
        "published-taken-back" => Act::PublishedTakenBack(Box::new(pieces::read_published(data)?)),
        "touched" => Act::Touched(Box::new(people::read_touched(data)?)),
        "touch-taken-back" => Act::TouchTakenBack(Box::new(people::read_touched(data)?)),
        "touch-planned" => Act::TouchPlanned(Box::new(people::read_planned_touch(data)?)),
        "contacts-imported" => Act::ContactsImported(Box::new(people::read_imported(data)?)),
        "conversation-step" => Act::ConversationStep(Box::new(people::read_conversation_step(data)?)),
        "conversation-step-taken-back" => Act::StepTakenBack(Box::new(people::read_conversation_step(data)?)),
        "recalled" => Act::Recalled(Box::new(recall::read_recalled(data)?)),
        "refitted" => Act::Refitted(Box::new(recall::read_refitted(data)?)),
        _ => return Ok(None),
    }))
}

fn read_checked(data: &str) -> Result<Checked, BadData> {
    let line: CheckedLine<'_> = serde_json::from_str(data)?;
    let answer = AnswerHash::read(&line.answer)?;
    let mut files = Vec::with_capacity(line.files.len());
    for file in line.files {
        let hash = file.hash.map_or_else(|| Ok(answer.clone()), |hash| AnswerHash::read(&hash))?;
        files.push(AnswerFile { name: file.name.into_owned(), hash });
    }
    Ok(Checked {
        exercise: ExerciseId::new(&line.exercise)?,
        outcome: line.outcome,
        proof: line.proof,
        check_version: line.check_version.into_owned(),
        answer,
        files,
        variant: line.variant.map(Cow::into_owned),
        help: line.help,
        summary: line.summary.into_owned(),
    })
}

impl ProfileSetLine<'_> {
    fn into_profile(self) -> Profile {
        Profile {
            blocker: self.blocker.into_owned(),
            background: self.background.into_owned(),
            background_note: self.background_note.into_owned(),
            minutes_by_weekday: self.minutes_by_weekday,
            start: self.start,
            region: self.region.into_owned(),
            targets: self.targets.into_owned(),
            target_date: self.target_date,
        }
    }
}

/// Makes the event that `act` is at this place of a device's history; its id follows from all of it.
pub(crate) fn make_event(stamp: Stamp, act: Act) -> Event {
    let (kind, data) = write_act(&act);
    let Stamp { device, seq, at } = stamp;
    let digest = AnswerHash::of(format!("{FORMAT_VERSION}\n{device}\n{seq}\n{at:.3}\n{kind}\n{}", data.get()).as_bytes());
    let id = EventId::new(&digest.as_str()[..32]).expect("a SHA-256 is 64 hexadecimal digits");
    Event { id, device, seq, at, act }
}

/// The event as one line of JSON, with its line break.
pub fn write_line(event: &Event) -> String {
    let (kind, data) = write_act(&event.act);
    let envelope = Envelope {
        v: FORMAT_VERSION,
        id: event.id.to_string().into(),
        device: event.device.as_str().into(),
        seq: event.seq,
        at: format!("{:.3}", event.at).into(),
        kind: kind.into(),
        data: &data,
    };
    let mut line = serde_json::to_string(&envelope).expect("an event is text and numbers");
    line.push('\n');
    line
}

fn write_act(act: &Act) -> (&'static str, Box<RawValue>) {
    match act {
        Act::ProfileSet(profile) => ("profile-set", raw(&profile_line(profile))),
        Act::DaysOff(days) => ("days-off", raw(&DaysOffLine { added: (&days.added).into(), removed: (&days.removed).into() })),
        Act::Started { exercise, variant } => {
            ("started", raw(&StartedLine { exercise: exercise.as_str().into(), variant: variant.as_deref().map(Cow::Borrowed) }))
        }
        Act::HintShown { exercise, level } => ("hint-shown", raw(&HintShownLine { exercise: exercise.as_str().into(), level: *level })),
        Act::SolutionShown { exercise } => ("solution-shown", raw(&ExerciseLine { exercise: exercise.as_str().into() })),
        Act::Checked(checked) => ("checked", raw(&checked_line(checked))),
        Act::SelfScored(scored) => ("self-scored", raw(&pieces::scored_line(scored))),
        Act::Reviewed(review) => ("reviewed", raw(&pieces::review_line(review))),
        Act::Published(published) => ("published", raw(&pieces::published_line(published))),
        Act::PublishedTakenBack(published) => ("published-taken-back", raw(&pieces::published_line(published))),
        Act::Touched(touched) => ("touched", raw(&people::touched_line(touched))),
        Act::TouchTakenBack(touched) => ("touch-taken-back", raw(&people::touched_line(touched))),
        Act::TouchPlanned(planned) => ("touch-planned", raw(&people::planned_touch_line(planned))),
        Act::ContactsImported(imported) => ("contacts-imported", raw(&people::imported_line(imported))),
        Act::ConversationStep(step) => ("conversation-step", raw(&people::conversation_step_line(step))),
        Act::StepTakenBack(step) => ("conversation-step-taken-back", raw(&people::conversation_step_line(step))),
        Act::Recalled(recalled) => ("recalled", raw(&recall::recalled_line(recalled))),
        Act::Refitted(refitted) => ("refitted", raw(&recall::refitted_line(refitted))),
    }
}

fn profile_line(profile: &Profile) -> ProfileSetLine<'_> {
    ProfileSetLine {
        blocker: profile.blocker.as_str().into(),
        background: profile.background.as_str().into(),
        background_note: profile.background_note.as_str().into(),
        minutes_by_weekday: profile.minutes_by_weekday,
        start: profile.start,
        region: profile.region.as_str().into(),
        targets: profile.targets.as_slice().into(),
        target_date: profile.target_date,
    }
}

fn checked_line(checked: &Checked) -> CheckedLine<'_> {
    let files = checked.files.iter().map(|file| AnswerFileLine {
        name: file.name.as_str().into(),
        hash: (file.hash != checked.answer).then_some(file.hash.as_str().into()),
    });
    CheckedLine {
        exercise: checked.exercise.as_str().into(),
        outcome: checked.outcome,
        proof: checked.proof,
        check_version: checked.check_version.as_str().into(),
        answer: checked.answer.as_str().into(),
        files: files.collect(),
        variant: checked.variant.as_deref().map(Cow::Borrowed),
        help: checked.help,
        summary: checked.summary.as_str().into(),
    }
}

fn raw(data: &impl Serialize) -> Box<RawValue> {
    serde_json::value::to_raw_value(data).expect("an act is text and numbers")
}
