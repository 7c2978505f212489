//! Lines about people: in touch, taken back, planned, imported, a step of a conversation, taken back. They stand in the private journal only.

use super::BadData;
use crate::act::{ConversationStep, Imported, Moved, PlannedTouch, Touched};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

#[derive(Serialize, Deserialize)]
pub(super) struct TouchedLine<'a> {
    #[serde(borrow)]
    contact: Cow<'a, str>,
    on: Date,
    #[serde(borrow)]
    how: Cow<'a, str>,
    #[serde(borrow, default, skip_serializing_if = "str::is_empty")]
    note: Cow<'a, str>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct PlannedTouchLine<'a> {
    #[serde(borrow)]
    contact: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    on: Option<Date>,
    #[serde(borrow, default, skip_serializing_if = "str::is_empty")]
    note: Cow<'a, str>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct ImportedLine<'a> {
    #[serde(borrow)]
    form: Cow<'a, str>,
    on: Date,
    contacts: u32,
    new: u32,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    newcomers: Vec<Cow<'a, str>>,
    left: u32,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    moved: Vec<MovedLine<'a>>,
}

#[derive(Serialize, Deserialize)]
struct MovedLine<'a> {
    #[serde(borrow)]
    contact: Cow<'a, str>,
    #[serde(borrow, default, skip_serializing_if = "str::is_empty")]
    before: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    company: Option<bool>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct ConversationStepLine<'a> {
    #[serde(borrow)]
    contact: Cow<'a, str>,
    #[serde(borrow)]
    step: Cow<'a, str>,
    on: Date,
    #[serde(borrow, default, skip_serializing_if = "str::is_empty")]
    note: Cow<'a, str>,
}

pub(super) fn read_touched(data: &str) -> Result<Touched, BadData> {
    let line: TouchedLine<'_> = serde_json::from_str(data)?;
    Ok(Touched { contact: line.contact.into_owned(), on: line.on, how: line.how.into_owned(), note: line.note.into_owned() })
}

pub(super) fn read_planned_touch(data: &str) -> Result<PlannedTouch, BadData> {
    let line: PlannedTouchLine<'_> = serde_json::from_str(data)?;
    Ok(PlannedTouch { contact: line.contact.into_owned(), on: line.on, note: line.note.into_owned() })
}

pub(super) fn read_imported(data: &str) -> Result<Imported, BadData> {
    let line: ImportedLine<'_> = serde_json::from_str(data)?;
    let moved = |line: MovedLine<'_>| Moved { contact: line.contact.into_owned(), before: line.before.into_owned(), company: line.company };
    Ok(Imported {
        form: line.form.into_owned(),
        on: line.on,
        contacts: line.contacts,
        new: line.new,
        newcomers: line.newcomers.into_iter().map(Cow::into_owned).collect(),
        left: line.left,
        moved: line.moved.into_iter().map(moved).collect(),
    })
}

pub(super) fn read_conversation_step(data: &str) -> Result<ConversationStep, BadData> {
    let line: ConversationStepLine<'_> = serde_json::from_str(data)?;
    Ok(ConversationStep { contact: line.contact.into_owned(), step: line.step.into_owned(), on: line.on, note: line.note.into_owned() })
}

pub(super) fn touched_line(touched: &Touched) -> TouchedLine<'_> {
    TouchedLine {
        contact: touched.contact.as_str().into(),
        on: touched.on,
        how: touched.how.as_str().into(),
        note: touched.note.as_str().into(),
    }
}

pub(super) fn planned_touch_line(planned: &PlannedTouch) -> PlannedTouchLine<'_> {
    PlannedTouchLine { contact: planned.contact.as_str().into(), on: planned.on, note: planned.note.as_str().into() }
}

pub(super) fn imported_line(imported: &Imported) -> ImportedLine<'_> {
    ImportedLine {
        form: imported.form.as_str().into(),
        on: imported.on,
        contacts: imported.contacts,
        new: imported.new,
        newcomers: imported.newcomers.iter().map(|id| id.as_str().into()).collect(),
        left: imported.left,
        moved: imported.moved.iter().map(moved_line).collect(),
    }
}

fn moved_line(moved: &Moved) -> MovedLine<'_> {
    MovedLine { contact: moved.contact.as_str().into(), before: moved.before.as_str().into(), company: moved.company }
}

pub(super) fn conversation_step_line(step: &ConversationStep) -> ConversationStepLine<'_> {
    ConversationStepLine {
        contact: step.contact.as_str().into(),
        step: step.step.as_str().into(),
        on: step.on,
        note: step.note.as_str().into(),
    }
}
