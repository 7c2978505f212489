//! Days as an iCalendar file (RFC 5545).

use crate::Session;
use crate::calendar::next_day;
use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarMethod, ICalendarParameter, ICalendarParameterName,
    ICalendarParameterValue, ICalendarProperty, ICalendarTransparency, ICalendarValue, ICalendarValueType,
};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// One entry of a calendar, which takes a whole day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayEntry {
    /// Stays when the day changes, so that importing again moves the entry instead of adding one.
    pub uid: String,
    /// The day.
    pub on: Date,
    /// What is shown. A calendar shows one line, so control characters become spaces.
    pub title: String,
    /// More about it; may be empty.
    pub note: String,
}

/// One all-day event for each sitting.
///
/// A UID follows from the item, the week (for weekly items) and the part, never from the date: importing a later plan moves the same
/// events. `now` becomes DTSTAMP, in UTC.
pub fn to_ics(sessions: &[Session], now: Timestamp) -> String {
    let entries: Vec<DayEntry> = sessions.iter().map(entry_of).collect();
    calendar("Plan", &entries, now)
}

/// A calendar of all-day events, transparent, so that they block nothing. They hold days and no times, so no time zone is needed.
pub fn calendar(product: &str, entries: &[DayEntry], now: Timestamp) -> String {
    let mut calendar = component(ICalendarComponentType::VCalendar);
    calendar.entries = vec![
        entry(ICalendarProperty::Version, text("2.0")),
        entry(ICalendarProperty::Prodid, text(&format!("-//Footbridge//{product}//EN"))),
        entry(ICalendarProperty::Method, ICalendarValue::Method(ICalendarMethod::Publish)),
    ];
    calendar.component_ids = (1..).take(entries.len()).collect();
    let events = entries.iter().map(|entry| event(entry, now));
    ICalendar { components: std::iter::once(calendar).chain(events).collect() }.to_string()
}

fn event(of: &DayEntry, now: Timestamp) -> ICalendarComponent {
    let one_line: String = of.title.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let mut event = component(ICalendarComponentType::VEvent);
    event.entries = vec![
        entry(ICalendarProperty::Uid, text(&of.uid)),
        entry(ICalendarProperty::Dtstamp, utc(now)),
        date_entry(ICalendarProperty::Dtstart, of.on),
        date_entry(ICalendarProperty::Dtend, next_day(of.on)),
        entry(ICalendarProperty::Summary, text(&one_line)),
        entry(ICalendarProperty::Transp, ICalendarValue::Transparency(ICalendarTransparency::Transparent)),
    ];
    if !of.note.is_empty() {
        event.entries.push(entry(ICalendarProperty::Description, text(&of.note)));
    }
    event
}

fn entry_of(session: &Session) -> DayEntry {
    let uid = match session.occurrence {
        Some(monday) => format!("{}-{monday}-{}@plan.footbridge", session.item, session.part),
        None => format!("{}-{}@plan.footbridge", session.item, session.part),
    };
    let title = match session.parts {
        1 => format!("{} ({} min)", session.title, session.minutes),
        parts => format!("{} ({} min, part {} of {parts})", session.title, session.minutes, session.part),
    };
    DayEntry { uid, on: session.date, title, note: String::new() }
}

fn component(component_type: ICalendarComponentType) -> ICalendarComponent {
    ICalendarComponent { component_type, entries: Vec::new(), component_ids: Vec::new() }
}

fn entry(name: ICalendarProperty, value: ICalendarValue) -> ICalendarEntry {
    ICalendarEntry { name, params: Vec::new(), values: vec![value] }
}

fn text(text: &str) -> ICalendarValue {
    ICalendarValue::Text(text.to_owned())
}

fn date_entry(name: ICalendarProperty, day: Date) -> ICalendarEntry {
    let is_date =
        ICalendarParameter { name: ICalendarParameterName::Value, value: ICalendarParameterValue::Value(ICalendarValueType::Date) };
    ICalendarEntry { params: vec![is_date], ..entry(name, ICalendarValue::PartialDateTime(Box::new(partial(day)))) }
}

fn partial(day: Date) -> PartialDateTime {
    PartialDateTime {
        year: Some(day.year().unsigned_abs()),
        month: Some(day.month().unsigned_abs()),
        day: Some(day.day().unsigned_abs()),
        ..PartialDateTime::default()
    }
}

fn utc(now: Timestamp) -> ICalendarValue {
    let now = now.to_zoned(TimeZone::UTC);
    ICalendarValue::PartialDateTime(Box::new(PartialDateTime {
        hour: Some(now.hour().unsigned_abs()),
        minute: Some(now.minute().unsigned_abs()),
        second: Some(now.second().unsigned_abs()),
        tz_hour: Some(0),
        tz_minute: Some(0),
        ..partial(now.date())
    }))
}
