//! Touches and what follows from them: who is due, the weekly five, interviews, calendar entries.

use footbridge_people::{
    Asked, Cadence, Contact, ContactId, Gathering, GatheringKind, Interview, Path, Planned, Reached, Rhythm, Role, Stage, Strength, Touch,
    Urgency, Written, by_urgency, contact, counted, interview_entries, next_step, overdue, suggest, touch_entries, touches_at, touches_of,
    upcoming, weekly_five,
};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const TODAY: Date = date(2026, 11, 26);

fn person(name: &str, position: &str, tags: &[&str], connected_on: Option<Date>) -> Contact {
    let tags = tags.iter().map(|&tag| tag.to_owned()).collect();
    let written = Written { name: name.to_owned(), position: position.to_owned(), tags, connected_on, ..Written::default() };
    contact(&written).0.expect("named")
}

fn touch(contact: &ContactId, on: Date) -> Touch {
    Touch { contact: contact.clone(), on }
}

fn cadences() -> Vec<Cadence> {
    let cadence = |tag: &str, every_days, latest_days| Cadence { tag: tag.to_owned(), every_days, latest_days };
    vec![cadence("tpm", 30, 60), cadence("mentor", 14, 21)]
}

/// Without plans.
fn rhythm<'a>(contacts: &'a [Contact], touches: &'a [Touch], cadences: &'a [Cadence]) -> Rhythm<'a> {
    Rhythm { contacts, touches, cadences, planned: &[] }
}

#[test]
fn a_plan_goes_before_every_cadence() {
    let ann = person("Ann", "", &["tpm"], Some(date(2020, 1, 1)));
    let all = [ann.clone()];
    for (days, expected) in [(2, None), (0, Some(Urgency::Time)), (-1, Some(Urgency::Late))] {
        let on = TODAY.saturating_add(days.days());
        let planned = [Planned { contact: ann.id.clone(), on, note: "Their API review".to_owned() }];
        let rhythm = Rhythm { planned: &planned, ..rhythm(&all, &[], &[]) };
        let with_cadences = Rhythm { cadences: &cadences(), ..rhythm };
        assert_eq!(overdue(&with_cadences, TODAY).first().map(|due| due.urgency), expected, "{days}");
        assert_eq!(overdue(&rhythm, TODAY), overdue(&with_cadences, TODAY), "somebody without a cadence can be planned for too");
        let due = [overdue(&rhythm, TODAY), upcoming(&rhythm, TODAY, date(2027, 1, 1))].concat();
        assert_eq!((due.len(), &due[0].asked), (1, &Asked::ByPlan("Their API review".to_owned())));
        let entry = &touch_entries(&due, &all, TODAY)[0];
        assert_eq!((entry.on, entry.note.as_str()), (on.max(TODAY), "Their API review"));
    }
}

#[test]
fn any_touch_resets_the_clock_and_the_first_cadence_counts() {
    let ago = |days: i32| TODAY.saturating_sub(days.days());
    for (what, tags, connected, touched, expected) in [
        ("not yet", &["tpm"][..], None, &[29][..], None),
        ("time", &["tpm"], None, &[30], Some(Urgency::Time)),
        ("still time on the latest day", &["tpm"], None, &[60], Some(Urgency::Time)),
        ("late", &["tpm"], None, &[61], Some(Urgency::Late)),
        ("reset by the last touch", &["tpm"], None, &[200, 3, 90], None),
        ("a touch that is still to come counts for nothing", &["tpm"], None, &[61, -3], Some(Urgency::Late)),
        ("from the day of connecting", &["tpm"], Some(61), &[], Some(Urgency::Late)),
        ("neither touch nor day", &["tpm"], None, &[], None),
        ("no cadence for the tag", &["friend"], None, &[500], None),
        ("the shorter cadence", &["tpm", "mentor"], None, &[15], Some(Urgency::Time)),
    ] {
        let ann = person("Ann", "", tags, connected.map(ago));
        let touches: Vec<Touch> = touched.iter().map(|days| touch(&ann.id, ago(*days))).collect();
        let due = overdue(&rhythm(std::slice::from_ref(&ann), &touches, &cadences()), TODAY);
        assert_eq!(due.first().map(|due| due.urgency), expected, "{what}");
    }
}

#[test]
fn late_stands_first_and_what_comes_is_told_apart() {
    let all: Vec<Contact> = ["Ann", "Bo", "Cy", "Di"].iter().map(|name| person(name, "", &["tpm"], None)).collect();
    let ago = |contact: &Contact, days: i32| touch(&contact.id, TODAY.saturating_sub(days.days()));
    let touches = [ago(&all[0], 40), ago(&all[1], 100), ago(&all[2], 25), ago(&all[3], 2)];
    let names = |due: Vec<footbridge_people::Due>| {
        due.iter().map(|due| all.iter().find(|one| one.id == due.contact).map_or("", |one| one.name.as_str())).collect::<Vec<_>>()
    };
    assert_eq!(names(overdue(&rhythm(&all, &touches, &cadences()), TODAY)), ["Bo", "Ann"]);
    assert_eq!(names(upcoming(&rhythm(&all, &touches, &cadences()), TODAY, date(2026, 12, 3))), ["Cy"]);
    let entries = touch_entries(&overdue(&rhythm(&all, &touches, &cadences()), TODAY), &all, TODAY);
    let again = touch_entries(&upcoming(&rhythm(&all, &[ago(&all[1], 0)], &cadences()), TODAY, date(2027, 2, 1)), &all, TODAY);
    assert_eq!(
        (entries[0].title.as_str(), entries[0].on, entries[0].note.as_str()),
        ("Be in touch with Bo", TODAY, "Last touch on 18 August 2026.")
    );
    assert_eq!((entries[0].uid.as_str(), again[0].on), (again[0].uid.as_str(), date(2026, 12, 26)), "the entry moves and keeps its name");
}

/// New people in each of the weeks up to this one; the last number is this week's.
fn week_of(counts: &[u32]) -> footbridge_people::WeeklyFive {
    let from = date(2026, 11, 23).saturating_sub((7 * (i32::try_from(counts.len()).expect("few") - 1)).days());
    let mut touches = Vec::new();
    for (week, count) in (0..).zip(counts) {
        for number in 0..*count {
            let id = person(&format!("{week} {number}"), "", &[], None).id;
            touches.push(touch(&id, from.saturating_add((7 * week).days())));
            // Later touches with the same people are no new people.
            touches.push(touch(&id, TODAY));
        }
    }
    weekly_five(&touches, from, TODAY)
}

#[test]
fn missed_people_carry_over_for_two_weeks_and_then_lapse() {
    for (counts, said) in [
        (&[0][..], "0 new people this week. 5 of 5 to go, by 29 November."),
        (&[1], "1 new person this week. 4 of 5 to go, by 29 November."),
        (&[5], "5 new people this week. The 5 of this week are reached."),
        (&[9, 2], "2 new people this week. 3 of 5 to go, by 29 November."),
        (
            &[3, 1],
            "1 new person this week. 5 of 5 to go, by 29 November. 1 counts for earlier weeks, which come first. 1 from the week of 16 November can be made up for until 6 December.",
        ),
        (
            &[3, 8],
            "8 new people this week. The 5 of this week are reached. 2 count for earlier weeks, which come first, and 6 for this one.",
        ),
        (
            &[0, 0, 0],
            "0 new people this week. 5 of 5 to go, by 29 November. 5 from the week of 9 November can be made up for until 29 November. 5 from the week of 16 November can be made up for until 6 December.",
        ),
        (
            &[0, 5, 5, 0],
            "0 new people this week. 5 of 5 to go, by 29 November. 5 from the week of 16 November can be made up for until 6 December.",
        ),
        (
            &[1, 5, 5, 5],
            "5 new people this week. 4 of 5 to go, by 29 November. 4 count for earlier weeks, which come first, and 1 for this one.",
        ),
        (
            &[0, 0, 0, 0],
            "0 new people this week. 5 of 5 to go, by 29 November. 5 from the week of 9 November can be made up for until 29 November. 5 from the week of 16 November can be made up for until 6 December. 5 from the week of 2 November lapsed and are not owed any more.",
        ),
        (
            &[4, 0, 0, 0],
            "0 new people this week. 5 of 5 to go, by 29 November. 5 from the week of 9 November can be made up for until 29 November. 5 from the week of 16 November can be made up for until 6 December. 1 from the week of 2 November lapsed and is not owed any more.",
        ),
    ] {
        let week = week_of(counts);
        assert_eq!([vec![week.to_string()], week.reckoning()].concat().join(" "), said, "{counts:?}");
    }
    assert_eq!(week_of(&[0; 30]).owed(), 15, "the pile does not grow");
}

#[test]
fn a_beginning_in_the_future_asks_for_this_week_only() {
    let week = weekly_five(&[], date(2027, 3, 1), TODAY);
    assert_eq!((week.owed(), week.lapsed, week.monday), (5, 0, date(2026, 11, 23)));
}

proptest! {
    #[test]
    fn the_weekly_five_never_owes_more_than_fifteen_and_counts_everybody(counts in proptest::collection::vec(0..12u32, 1..12)) {
        let week = week_of(&counts);
        prop_assert!(week.owed() <= 15 && week.lapsed <= 5 && week.carried.len() <= 2);
        prop_assert_eq!(u32::try_from(week.new.len()).ok(), counts.last().copied());
        let new = *counts.last().expect("one week");
        prop_assert_eq!(week.to_go, 5_u32.saturating_sub(new - week.for_earlier));
        prop_assert!(week.carried.is_empty() || week.for_earlier == new, "nobody counts for this week while somebody earlier is missing");
    }
}

fn interview(name: &str, agreed: Option<Date>, reached: &[(Stage, Date)]) -> Interview {
    let reached = reached.iter().map(|(stage, on)| Reached { stage: *stage, on: *on }).collect();
    Interview { contact: person(name, "", &[], None).id, agreed, reached }
}

#[test]
fn an_interview_goes_from_questions_to_thanks() {
    let day = date(2026, 11, 20);
    let mut reached = Vec::new();
    let mut steps = Vec::new();
    for stage in Stage::ALL.into_iter().filter(|stage| *stage != Stage::Asked) {
        let next = next_step(&interview("Ann", Some(day), &reached), date(2026, 11, 1)).expect("not complete");
        assert_eq!(next.stage, stage);
        steps.push(next.by.expect("a day").to_string());
        reached.push((stage, day));
    }
    assert_eq!(steps, ["2026-11-19", "2026-11-20", "2026-11-20", "2026-11-21", "2026-12-11"]);
    assert_eq!(next_step(&interview("Ann", Some(day), &reached), day), None);
    let by = |today: Date| next_step(&interview("Ann", Some(day), &[]), today).and_then(|next| next.by);
    assert_eq!((by(date(2026, 11, 19)), by(day)), (Some(date(2026, 11, 19)), Some(day)), "nothing is due before it was agreed on");
    let thanked = next_step(&interview("Ann", Some(day), &[(Stage::Prepared, day), (Stage::Held, day), (Stage::Thanked, day)]), day);
    assert!(thanked.expect("not complete").what.starts_with("They are thanked, and nothing is written down"));
    let unprepared = next_step(&interview("Ann", None, &[(Stage::Held, day)]), day).expect("not complete");
    assert_eq!((unprepared.stage, unprepared.by), (Stage::Noted, Some(day)), "what is over is prepared no more");
}

#[test]
fn somebody_is_asked_twice_at_most_and_prepared_for_when_a_day_is_agreed_on() {
    let (day, week_later) = (date(2026, 11, 20), date(2026, 11, 27));
    let asked = |agreed: Option<Date>, asked: &[Date]| {
        let reached: Vec<(Stage, Date)> = asked.iter().map(|on| (Stage::Asked, *on)).collect();
        let next = next_step(&interview("Ann", agreed, &reached), day).expect("not complete");
        (next.stage, next.by, next.what)
    };
    assert_eq!(asked(None, &[]), (Stage::Asked, None, "Ask for half an hour and offer two times."));
    let (stage, by, what) = asked(None, &[day]);
    assert!((stage, by) == (Stage::Asked, Some(week_later)) && what.contains("ask once more"), "{what}");
    let (stage, by, what) = asked(None, &[day, week_later]);
    assert!((stage, by) == (Stage::Asked, None) && what.contains("let it rest"), "{what}");
    assert_eq!(asked(Some(week_later), &[day]).0, Stage::Prepared);
    let entry = &interview_entries(&[interview("Ann", None, &[(Stage::Asked, day)])], &[person("Ann", "", &[], None)], TODAY)[0];
    assert_eq!(entry.title, "Conversation with Ann: ask once more");
}

#[test]
fn whoever_is_met_for_an_interview_is_in_touch() {
    let (day, later) = (date(2026, 11, 20), date(2026, 11, 23));
    let all = [
        interview(
            "Ann",
            Some(day),
            &[
                (Stage::Asked, date(2026, 11, 12)),
                (Stage::Prepared, date(2026, 11, 18)),
                (Stage::Held, day),
                (Stage::Noted, later),
                (Stage::Thanked, later),
            ],
        ),
        interview("Bo", Some(later), &[(Stage::Prepared, day)]),
    ];
    let ann = &all[0].contact;
    assert_eq!(touches_of(&all), [touch(ann, date(2026, 11, 12)), touch(ann, day), touch(ann, later)]);
}

#[test]
fn only_what_was_held_and_written_down_counts_and_each_person_once() {
    let day = date(2026, 11, 20);
    let whole = [(Stage::Held, day), (Stage::Noted, day)];
    let all = [
        interview("Ann", None, &whole),
        interview("Ann", None, &whole),
        interview("Bo", None, &[(Stage::Held, day)]),
        interview("Cy", None, &[(Stage::Thanked, day), (Stage::Noted, day), (Stage::Held, day)]),
    ];
    assert_eq!(counted(&all), 2);
}

#[test]
fn an_interview_stands_in_the_calendar_until_it_is_done() {
    let ann = person("Ann", "", &[], None);
    let day = date(2026, 12, 4);
    let said = |reached: &[(Stage, Date)]| {
        let entries = interview_entries(&[interview("Ann", Some(day), reached)], std::slice::from_ref(&ann), TODAY);
        entries.iter().map(|entry| format!("{} {}", entry.on, entry.title)).collect::<Vec<_>>()
    };
    assert_eq!(said(&[]), ["2026-12-04 Conversation with Ann", "2026-12-03 Conversation with Ann: prepare"]);
    assert_eq!(said(&[(Stage::Prepared, TODAY)]), ["2026-12-04 Conversation with Ann"]);
    assert_eq!(said(&[(Stage::Prepared, TODAY), (Stage::Held, day)]), ["2026-12-04 Conversation with Ann: write it down"]);
    let forgotten = [(Stage::Prepared, day), (Stage::Held, day), (Stage::Noted, day)];
    let late = interview_entries(&[interview("Ann", Some(day), &forgotten)], std::slice::from_ref(&ann), date(2026, 12, 20));
    assert_eq!((late.len(), late[0].on, late[0].title.as_str()), (1, date(2026, 12, 20), "Conversation with Ann: thank them"));
    assert!(interview_entries(&[interview("Nobody we know", Some(day), &[])], &[ann], TODAY).is_empty());
}

#[test]
fn whom_to_write_to_first() {
    let all = [
        person("Eve", "Product Manager", &[], None),
        person("Dan", "Software Engineer", &[], None),
        person("Cy", "Product Manager, API", &[], None),
        person("Bo", "Technical Product Manager", &[], None),
        person("Ann", "TPM", &[], None),
        person("Flo", "Engineering Manager", &[], None),
        person("Gus", "Director of Product", &[], None),
        person("Hal", "Group Product Manager", &[], None),
        person("Ida", "Head of Product", &[], None),
        person("Jo", "Senior Product Manager", &[], None),
        person("Kim", "Software Engineer", &[], None),
        person("Lu", "Recruiter", &[], None),
    ];
    let path = |at: usize, strength| Path { company: "stripe".to_owned(), contact: all[at].id.clone(), strength, why: String::new() };
    let paths = [path(0, Strength::Weak), path(1, Strength::Strong), path(2, Strength::Exact)];
    let names = |touches: &[Touch], most| {
        let suggested = suggest(&all, touches, &paths, most);
        suggested
            .iter()
            .map(|one| all.iter().find(|person| person.id == one.contact).map_or("", |person| person.name.as_str()))
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&[], 9), ["Cy", "Ann", "Bo", "Dan", "Eve", "Gus", "Hal", "Ida", "Jo"]);
    assert_eq!(names(&[], 99).last(), Some(&"Flo"), "who builds or recruits elsewhere is not proposed");
    assert_eq!(names(&[touch(&all[4].id, TODAY)], 2), ["Cy", "Bo"]);
    assert_eq!(suggest(&all, &[], &paths, 1)[0].role, Role::TechnicalProductManager);
}

fn gathering(name: &str, until: Date, came_of_it: &str, met: &[&Contact]) -> Gathering {
    Gathering {
        name: name.to_owned(),
        kind: GatheringKind::VirtualConference,
        on: until,
        until,
        came_of_it: came_of_it.to_owned(),
        met: met.iter().map(|contact| contact.id.clone()).collect(),
    }
}

#[test]
fn gatherings_that_are_over_ask_first_what_came_of_them() {
    let all = [
        gathering("Old", date(2026, 5, 1), " ", &[]),
        gathering("Told long ago", date(2026, 6, 1), "a talk written up", &[]),
        gathering("Next year", date(2027, 3, 1), "", &[]),
        gathering("New", date(2026, 11, 1), "", &[]),
        gathering("Told", date(2026, 10, 1), "a question answered", &[]),
        gathering("Today", TODAY, "", &[]),
    ];
    let sorted: Vec<(&str, bool)> =
        by_urgency(&all, TODAY).iter().map(|gathering| (gathering.name.as_str(), gathering.wants_outcome(TODAY))).collect();
    assert_eq!(sorted, [("New", true), ("Old", true), ("Today", false), ("Next year", false), ("Told", false), ("Told long ago", false)]);
}

#[test]
fn whoever_was_met_at_a_gathering_was_touched_on_its_last_day() {
    let ann = person("Ann", "", &["tpm"], Some(date(2026, 1, 1)));
    let touches = touches_at(&[gathering("Talks", date(2026, 11, 20), "", &[&ann]), gathering("Soon", date(2026, 12, 9), "", &[&ann])]);
    assert!(overdue(&rhythm(std::slice::from_ref(&ann), &touches, &cadences()), TODAY).is_empty());
    let week = weekly_five(&touches, date(2026, 11, 16), TODAY);
    assert_eq!((week.new.len(), week.carried[0].people), (0, 4), "new in the week of the gathering; what is to come counts for nothing");
}
