use crate::samples::{act, checked, event, exercise, published, shuffled};
use crate::{Act, Applied, ConversationStep, Event, PlannedTouch, Published, State, Touched, read_lines, write_line};
use footbridge_verdict::{HelpUsed, Outcome, Proof};
use jiff::civil::date;
use proptest::prelude::*;

/// Histories of three devices whose events fall into few milliseconds, so that ties are common.
fn histories() -> impl Strategy<Value = Vec<Event>> {
    proptest::collection::vec((0_usize..3, 0_i64..12, 0_usize..80), 0..40).prop_map(|acts| {
        let mut seqs = [0_u64; 3];
        let mut events = Vec::new();
        for (device, milliseconds, number) in acts {
            seqs[device] += 1;
            events.push(event(device, seqs[device], milliseconds, act(number)));
        }
        events
    })
}

proptest! {
    #[test]
    fn the_fold_is_the_same_in_any_order_and_with_repeats(events in histories(), seed in any::<u64>(), repeats in 0_usize..10) {
        let state = State::fold(events.clone());
        let repeated: Vec<Event> = events.iter().chain(events.iter().take(repeats)).cloned().collect();
        prop_assert_eq!(State::fold(shuffled(repeated, seed)), state);
    }

    #[test]
    fn one_by_one_in_order_is_the_same_as_all_at_once(mut events in histories()) {
        events.sort_by_key(Event::place);
        let mut state = State::default();
        for event in &events {
            prop_assert_eq!(state.apply(event.clone()), Applied::Counted);
            prop_assert_eq!(state.apply(event.clone()), Applied::Repeated);
        }
        prop_assert_eq!(state, State::fold(events));
    }

    #[test]
    fn the_lines_of_all_files_merge_in_any_order(events in histories(), seed in any::<u64>(), branch in 0_usize..40) {
        // Two branches share a beginning; git's union keeps both ends and may repeat lines.
        let written: Vec<String> = events.iter().map(write_line).collect();
        let (shared, rest) = written.split_at(branch.min(written.len()));
        let merged = shuffled([shared, shared, rest].concat(), seed).concat();
        let read = read_lines(merged.as_bytes()).events.into_iter().map(|(_, event)| event).collect();
        prop_assert_eq!(State::fold(read), State::fold(events));
    }
}

#[test]
fn an_event_from_before_is_given_back_untouched() {
    let (early, late) = (event(0, 1, 0, act(0)), event(1, 1, 5, act(1)));
    let mut state = State::fold(vec![late]);
    let before = state.clone();
    assert_eq!(state.apply(early.clone()), Applied::TooLate(early));
    assert_eq!(state, before);
}

#[test]
fn two_events_of_one_id_are_settled_alike_everywhere() {
    let first = event(0, 1, 0, act(0));
    for other in [event(0, 1, 0, act(2)), event(0, 1, 9, act(2)), event(1, 1, 0, act(2))] {
        let forged = Event { id: first.id, ..other };
        let one_way = State::fold(vec![first.clone(), forged.clone()]);
        assert_eq!(one_way, State::fold(vec![forged, first.clone()]));
        assert_eq!(one_way.events_counted(), 1);
    }
}

#[test]
fn days_off_come_and_go() {
    let days = |added: &[i8], removed: &[i8]| {
        let dates = |days: &[i8]| days.iter().map(|day| date(2026, 5, *day)).collect();
        Act::DaysOff(Box::new(crate::DaysOff { added: dates(added), removed: dates(removed) }))
    };
    let state = State::fold(vec![event(0, 1, 0, days(&[1, 2, 3], &[])), event(0, 2, 1, days(&[4], &[2, 4]))]);
    assert_eq!(state.days_off.into_iter().collect::<Vec<_>>(), [date(2026, 5, 1), date(2026, 5, 3)]);
}

#[test]
fn work_remembers_help_attempts_and_passes() {
    let check = |outcome, proof| {
        let mut checked = checked(0, "a summary".to_owned());
        (checked.outcome, checked.proof) = (outcome, proof);
        Act::Checked(Box::new(checked))
    };
    let acts = [
        Act::HintShown { exercise: exercise(0), level: 2 },
        check(Outcome::NotRun, Proof::Verified),
        check(Outcome::Revise, Proof::Verified),
        Act::HintShown { exercise: exercise(0), level: 1 },
        check(Outcome::Pass, Proof::SelfReported),
        check(Outcome::Pass, Proof::Verified),
        Act::SolutionShown { exercise: exercise(0) },
        check(Outcome::Unreadable, Proof::Verified),
    ];
    let events: Vec<Event> = (0_u64..).zip(acts).map(|(number, act)| event(0, number + 1, number as i64, act)).collect();
    let state = State::fold(events[..5].to_vec());
    let work = state.work(&exercise(0)).expect("it was worked on");
    assert_eq!(work.best_proof(), Some(Proof::SelfReported));
    let state = State::fold(events.clone());
    let work = state.work(&exercise(0)).expect("it was worked on");
    assert_eq!(work.started_at, Some(events[1].at), "a check without a start is the start");
    assert_eq!(work.help, HelpUsed { hints: 2, solution: true });
    assert_eq!((work.attempts.len(), work.counted_attempts().count()), (5, 4));
    assert_eq!(work.passes().map(|pass| pass.at).collect::<Vec<_>>(), [events[4].at, events[5].at]);
    assert_eq!(work.best_proof(), Some(Proof::Verified));
    assert_eq!(work.last_attempt().map(|last| last.checked.outcome), Some(Outcome::Unreadable));
    assert!(state.work(&exercise(1)).is_none());
}

#[test]
fn a_touch_that_was_taken_back_counts_no_more() {
    let events = |count: usize| (48..48 + count).map(|number| event(0, number as u64, number as i64, act(number))).collect();
    assert_eq!(State::fold(events(2)).people.touches.len(), 1);
    let state = State::fold(events(4));
    assert_eq!((state.people.touches.len(), state.people.imports.len(), state.people.steps.len()), (0, 1, 1));
    assert_eq!(state.people.since, Some(crate::samples::at(48)));
    assert!(state.exercises.is_empty());
}

#[test]
fn the_last_of_equal_steps_is_taken_back_and_no_other() {
    let step = |on: i8| {
        Box::new(ConversationStep { contact: "c-0".to_owned(), step: "agreed".to_owned(), on: date(2026, 4, on), note: String::new() })
    };
    let days = |acts: Vec<Act>| {
        let events = (0..).zip(acts).map(|(at, act)| event(0, at, at as i64, act)).collect();
        State::fold(events).people.steps.into_iter().map(|step| step.on.day()).collect::<Vec<_>>()
    };
    let agreed = || [5, 6, 5].map(|on| Act::ConversationStep(step(on))).to_vec();
    assert_eq!(days(agreed()), [5, 6, 5]);
    assert_eq!(days([agreed(), vec![Act::StepTakenBack(step(5))]].concat()), [5, 6]);
    assert_eq!(days([agreed(), vec![Act::StepTakenBack(step(9))]].concat()), [5, 6, 5], "nobody recorded it");
}

#[test]
fn a_touch_settles_a_plan_and_taking_it_back_brings_the_plan_back() {
    let who = |number: usize| format!("c-{number:016x}");
    let plan = |number: usize, day: Option<i8>| {
        Act::TouchPlanned(Box::new(PlannedTouch { contact: who(number), on: day.map(|day| date(2026, 4, day)), note: String::new() }))
    };
    let touched =
        |number: usize| Box::new(Touched { contact: who(number), on: date(2026, 4, 4), how: "call".to_owned(), note: String::new() });
    let days = |acts: Vec<Act>| {
        let events = (0..).zip(acts).map(|(at, act)| event(0, at, at as i64, act)).collect();
        State::fold(events).people.planned.into_iter().filter_map(|planned| Some((planned.contact, planned.on?.day()))).collect::<Vec<_>>()
    };
    for (what, acts, expected) in [
        (
            "a later plan takes the place of an earlier one",
            vec![plan(0, Some(5)), plan(1, Some(6)), plan(0, Some(7))],
            vec![(1, 6), (0, 7)],
        ),
        ("called off", vec![plan(0, Some(5)), plan(0, None)], vec![]),
        ("settled by a touch with them", vec![plan(0, Some(5)), plan(1, Some(6)), Act::Touched(touched(0))], vec![(1, 6)]),
        ("a touch before it", vec![Act::Touched(touched(0)), plan(0, Some(5))], vec![(0, 5)]),
        ("taken back", vec![plan(0, Some(5)), Act::Touched(touched(0)), Act::TouchTakenBack(touched(0))], vec![(0, 5)]),
        (
            "taken back after the next plan",
            vec![plan(0, Some(5)), Act::Touched(touched(0)), plan(0, Some(9)), Act::TouchTakenBack(touched(0))],
            vec![(0, 9)],
        ),
    ] {
        assert_eq!(days(acts), expected.into_iter().map(|(number, day)| (who(number), day)).collect::<Vec<_>>(), "{what}");
    }
}

#[test]
fn what_was_published_by_mistake_is_taken_back_and_nothing_else() {
    let once = || Act::Published(Box::new(published(1)));
    let back = || Act::PublishedTakenBack(Box::new(published(1)));
    let other = || Act::Published(Box::new(Published { address: "https://example.org/other".to_owned(), ..published(1) }));
    for (what, acts, left) in [
        ("taken back", vec![once(), back()], 0),
        ("the other stays", vec![once(), other(), back()], 1),
        ("recorded again", vec![once(), back(), once()], 1),
        ("never recorded", vec![back()], 0),
    ] {
        let events = (0..).zip(acts).map(|(at, act)| event(0, at, at as i64, act)).collect();
        let state = State::fold(events);
        let work = state.work(&published(1).exercise).expect("work");
        assert_eq!(work.published.len(), left, "{what}");
    }
}
