//! The plan as an iCalendar file (RFC 5545).

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

/// One all-day event for each sitting, transparent, so that it blocks nothing.
///
/// A UID follows from the item, the week (for weekly items) and the part, never from the date: importing a later plan moves the same
/// events. `now` becomes DTSTAMP, in UTC.
pub fn to_ics(sessions: &[Session], now: Timestamp) -> String {
    let mut calendar = component(ICalendarComponentType::VCalendar);
    calendar.entries = vec![
        entry(ICalendarProperty::Version, text("2.0")),
        entry(ICalendarProperty::Prodid, text("-//Footbridge//Plan//EN")),
        entry(ICalendarProperty::Method, ICalendarValue::Method(ICalendarMethod::Publish)),
    ];
    calendar.component_ids = (1..).take(sessions.len()).collect();
    let events = sessions.iter().map(|session| event(session, now));
    ICalendar { components: std::iter::once(calendar).chain(events).collect() }.to_string()
}

fn event(session: &Session, now: Timestamp) -> ICalendarComponent {
    let mut event = component(ICalendarComponentType::VEvent);
    event.entries = vec![
        entry(ICalendarProperty::Uid, text(&uid(session))),
        entry(ICalendarProperty::Dtstamp, utc(now)),
        date_entry(ICalendarProperty::Dtstart, session.date),
        date_entry(ICalendarProperty::Dtend, next_day(session.date)),
        entry(ICalendarProperty::Summary, text(&summary(session))),
        entry(ICalendarProperty::Transp, ICalendarValue::Transparency(ICalendarTransparency::Transparent)),
    ];
    event
}

fn uid(session: &Session) -> String {
    match session.occurrence {
        Some(monday) => format!("{}-{monday}-{}@plan.footbridge", session.item, session.part),
        None => format!("{}-{}@plan.footbridge", session.item, session.part),
    }
}

fn summary(session: &Session) -> String {
    // A calendar shows one line; control characters have no place in one.
    let title: String = session.title.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    match session.parts {
        1 => format!("{title} ({} min)", session.minutes),
        parts => format!("{title} ({} min, part {} of {parts})", session.minutes, session.part),
    }
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
