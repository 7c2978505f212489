//! What holds for every plan.

use footbridge_planner::{
    Calendar, Deadline, Done, Fluency, Item, Pace, Plan, PlanError, Reason, Request, Session, TargetAnswer, Weekly, compare, monday_of,
    plan,
};
use footbridge_verdict::ExerciseId;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const START: Date = date(2027, 1, 6);

fn id(number: usize) -> ExerciseId {
    ExerciseId::new(&format!("item-{number}")).unwrap()
}

prop_compose! {
    fn item()(
        minutes in prop_oneof![8 => 5_u16..130, 1 => 0_u16..5, 1 => 130_u16..400],
        week in 1_u16..9,
        step in 1_u8..6,
        fluency in 0_usize..4,
        weekly in prop_oneof![9 => Just(None), 1 => (1_u16..5, prop::option::of(1_u16..12)).prop_map(Some)],
        optional_rank in prop::option::of(0_u8..3),
        requires in vec(any::<prop::sample::Index>(), 0..3),
    ) -> (Item, Vec<prop::sample::Index>) {
        let weekly = weekly.map(|(from, to)| Weekly { from, to });
        let minutes = if weekly.is_some() { minutes % 30 } else { minutes };
        let item = Item {
            id: id(0), title: String::new(), minutes, requires: Vec::new(), week, step, fluency: Fluency::ALL[fluency], weekly, optional_rank,
        };
        (item, requires)
    }
}

prop_compose! {
    fn request()(
        drafts in vec(item(), 1..22),
        minutes in prop_oneof![
            6 => prop::array::uniform7(prop_oneof![2 => Just(0_u16), 5 => 0_u16..160]),
            2 => prop::array::uniform7(prop_oneof![2 => Just(0_u16), 5 => 0_u16..45]),
        ],
        days_off in btree_set(0_i64..120, 0..25),
        done in vec((any::<prop::sample::Index>(), prop::option::weighted(0.8, 0_i64..20)), 0..6),
        today in -3_i64..20,
        target in prop::option::of(0_i64..200),
        reserved in prop_oneof![2 => Just(0_u16), 1 => 1_u16..60],
        deadline in prop::option::of((1_i64..40, vec(any::<prop::sample::Index>(), 0..4))),
    ) -> Request {
        let mut items: Vec<Item> = Vec::new();
        for (number, (mut item, requires)) in drafts.into_iter().enumerate() {
            item.id = id(number);
            item.title = format!("Item {number}");
            item.requires = requires.iter().filter(|_| number > 0).map(|index| id(index.index(number.max(1)))).collect();
            items.push(item);
        }
        let done = done.iter().map(|(index, on)| Done { item: id(index.index(items.len())), on: on.map(|on| START + on.days()) }).collect();
        let deadline = deadline.map(|(day, wanted)| Deadline {
            what: "your interview".to_owned(),
            on: START + today.max(0).days() + day.days(),
            items: wanted.iter().map(|index| items[index.index(items.len())].id.clone()).collect(),
        });
        Request {
            items,
            calendar: Calendar { start: START, minutes, days_off: days_off.into_iter().map(|day| START + day.days()).collect() },
            done,
            reserved,
            today: START + today.days(),
            target: target.map(|day| START + day.days()),
            deadline,
            pace: Pace::default(),
        }
    }
}

fn first_day(request: &Request) -> Date {
    request.today.max(request.calendar.start)
}

fn is_done(request: &Request, item: &ExerciseId) -> bool {
    request.done.iter().any(|done| done.item == *item)
}

/// Whether the planner treats it as weekly: one whose weeks are over is planned once.
fn is_weekly(request: &Request, item: &Item) -> bool {
    let week = request.calendar.week_of(first_day(request));
    item.weekly.is_some_and(|weekly| weekly.to.is_none_or(|to| to >= week))
}

/// Every law that concerns one plan.
fn check(request: &Request, plan: &Plan) {
    check_days(request, plan);
    check_amounts(request, plan);
    check_prerequisites(request, plan);
    check_weekly(request, plan);
    check_deadline(request, plan);
    check_reckoning(plan);
}

fn check_days(request: &Request, plan: &Plan) {
    let from = first_day(request);
    let mut planned: BTreeMap<Date, u32> = BTreeMap::new();
    for session in &plan.sessions {
        assert!(session.date >= from, "{session:?} stands before {from}");
        assert!(!request.calendar.days_off.contains(&session.date), "{session:?} stands on a day off");
        *planned.entry(session.date).or_default() += u32::from(session.minutes);
    }
    for done in request.done.iter().filter(|done| done.on == Some(from)) {
        let minutes = request.items.iter().find(|item| item.id == done.item).map_or(0, |item| u32::from(item.minutes));
        if let Some(planned) = planned.get_mut(&from) {
            *planned += minutes;
        }
    }
    if let Some(planned) = planned.get_mut(&request.today) {
        *planned += u32::from(request.reserved);
    }
    for (day, minutes) in planned {
        assert!(minutes <= u32::from(request.calendar.minutes_on(day)), "{day} holds {minutes} minutes");
    }
    assert!(plan.sessions.is_sorted_by_key(|session| session.date));
    assert_eq!(plan.ends, plan.sessions.last().map_or(from, |session| session.date));
}

fn check_amounts(request: &Request, plan: &Plan) {
    let roomy = request.calendar.minutes.iter().all(|minutes| *minutes == 0 || *minutes >= 77);
    for item in request.items.iter().filter(|item| !is_weekly(request, item)) {
        let sessions: Vec<&Session> = plan.sessions.iter().filter(|session| session.item == item.id).collect();
        let minutes: u32 = sessions.iter().map(|session| u32::from(session.minutes)).sum();
        let expected = if is_done(request, &item.id) { 0 } else { u32::from(item.minutes.max(1)) };
        assert_eq!(minutes, expected, "{}", item.id);
        for (at, session) in sessions.iter().enumerate() {
            assert_eq!((usize::from(session.part), usize::from(session.parts)), (at + 1, sessions.len()));
            assert!(session.minutes <= 90, "{session:?} is too long");
            assert!(!roomy || sessions.len() == 1 || session.minutes >= 20, "{session:?} is too short");
        }
    }
}

fn check_prerequisites(request: &Request, plan: &Plan) {
    for item in &request.items {
        let Some(start) = plan.sessions.iter().position(|session| session.item == item.id) else { continue };
        if is_weekly(request, item) {
            continue;
        }
        for before in item.requires.iter().filter(|before| !is_done(request, before)) {
            let before = request.items.iter().find(|item| item.id == *before).expect("prerequisites exist");
            let mut left: BTreeMap<Option<Date>, u16> = BTreeMap::new();
            let finished = plan.sessions[..start].iter().filter(|session| session.item == before.id).any(|session| {
                let left = left.entry(session.occurrence).or_insert(before.minutes.max(1));
                *left -= session.minutes;
                *left == 0
            });
            assert!(finished, "{} starts before {} is finished", item.id, before.id);
        }
    }
}

fn check_weekly(request: &Request, plan: &Plan) {
    for item in request.items.iter().filter(|item| is_weekly(request, item)) {
        let weekly = item.weekly.expect("it is weekly");
        let mut minutes: BTreeMap<Date, u16> = BTreeMap::new();
        for session in plan.sessions.iter().filter(|session| session.item == item.id) {
            assert_eq!(session.occurrence, Some(monday_of(session.date)));
            let week = request.calendar.week_of(session.date);
            assert!(week >= weekly.from && weekly.to.is_none_or(|to| week <= to), "{session:?} is outside its weeks");
            assert!(!request.done.iter().any(
                |done| done.item == item.id && done.on.map(|on| monday_of(on.min(first_day(request)))) == Some(monday_of(session.date))
            ));
            *minutes.entry(monday_of(session.date)).or_default() += session.minutes;
        }
        assert!(minutes.values().all(|minutes| *minutes <= item.minutes.max(1)), "{} comes twice in a week", item.id);
    }
}

/// Nothing else that is done once is planned before the day of a deadline as long as any of its own work is planned after it.
fn check_deadline(request: &Request, plan: &Plan) {
    let (Some(deadline), Some(answer)) = (&request.deadline, &plan.deadline) else {
        assert!(request.deadline.is_none() && plan.deadline.is_none());
        return;
    };
    let with_required = |id: &ExerciseId| {
        let mut whole = BTreeSet::from([id.clone()]);
        loop {
            let required = request.items.iter().filter(|item| whole.contains(&item.id)).flat_map(|item| item.requires.clone());
            let more: BTreeSet<ExerciseId> = required.chain(whole.clone()).collect();
            if more == whole {
                return whole;
            }
            whole = more;
        }
    };
    let waits = |id: &ExerciseId| request.items.iter().any(|item| item.id == *id && is_weekly(request, item)) && !is_done(request, id);
    let each = deadline.items.iter().map(with_required).filter(|whole| !whole.iter().any(waits));
    let wanted: BTreeSet<ExerciseId> = each.flatten().collect();
    let once = || plan.sessions.iter().filter(|session| session.occurrence.is_none());
    let of_it = || once().filter(|session| wanted.contains(&session.item));
    let minutes = |sessions: &mut dyn Iterator<Item = &Session>| sessions.map(|session| u32::from(session.minutes)).sum::<u32>();
    assert_eq!(
        (answer.minutes, answer.before),
        (minutes(&mut of_it()), minutes(&mut of_it().filter(|session| session.date < deadline.on)))
    );
    if once().any(|session| session.date < deadline.on && !wanted.contains(&session.item)) {
        assert_eq!(answer.before, answer.minutes, "other work is planned before {deadline:?}");
    }
    let near = deadline.on.saturating_sub(7.days())..deadline.on;
    if plan.sessions.iter().any(|session| near.contains(&session.date) && session.occurrence.is_some()) {
        assert_eq!(answer.before, answer.minutes, "weekly work is planned just before {deadline:?}");
    }
    for session in plan.sessions.iter().filter(|session| session.date >= deadline.on) {
        assert!(!matches!(plan.reason_of(session), Some(Reason::BeforeDeadline { .. })), "{session:?} prepares for {deadline:?}");
    }
    for placed in plan.items.iter().filter(|placed| matches!(placed.reason, Reason::BeforeDeadline { .. })) {
        assert!(placed.first < deadline.on && wanted.contains(&placed.id));
    }
}

fn check_reckoning(plan: &Plan) {
    let reckoning = &plan.reckoning;
    let sessions: u32 = plan.sessions.iter().map(|session| u32::from(session.minutes)).sum();
    assert_eq!(reckoning.planned.minutes, sessions);
    assert_eq!(reckoning.planned.items as usize, plan.items.len());
    assert_eq!(reckoning.steps.values().map(|total| total.minutes).sum::<u32>(), sessions);
    assert_eq!(reckoning.steps.values().map(|total| total.items).sum::<u32>(), reckoning.planned.items);
    assert_eq!(reckoning.calendar_weeks.iter().map(|week| week.planned).sum::<u32>(), sessions);
    assert!(reckoning.calendar_weeks.iter().all(|week| week.planned <= week.available));
    assert!(plan.cuts.is_sorted_by(|a, b| a.ends >= b.ends), "a further cut ends later");
    assert!(plan.cuts.first().is_none_or(|cut| cut.ends <= plan.ends), "a cut ends later");
}

fn planned(request: &Request) -> Option<Plan> {
    match plan(request) {
        Ok(plan) => Some(plan),
        Err(PlanError::NoHours) => {
            assert_eq!(request.calendar.minutes_a_week(), 0);
            None
        }
        Err(PlanError::NoEnd { .. }) => {
            assert!(request.items.iter().any(|item| item.weekly.is_some()), "only weekly work can leave no room for the rest");
            None
        }
        Err(other) => panic!("{other}"),
    }
}

proptest! {
    #[test]
    fn every_plan_keeps_the_laws(request in request()) {
        if let Some(plan) = planned(&request) {
            check(&request, &plan);
        }
    }

    #[test]
    fn the_same_input_gives_the_same_plan(request in request()) {
        let (first, second) = (plan(&request), plan(&request));
        if let (Ok(first), Ok(second)) = (&first, &second) {
            prop_assert!(compare(first, second).is_empty());
        }
        prop_assert_eq!(first, second);
    }

    #[test]
    fn more_hours_never_end_later(request in request(), more in prop::array::uniform7(0_u16..60), back in btree_set(0_i64..120, 0..9)) {
        let mut richer = request.clone();
        for (minutes, more) in richer.calendar.minutes.iter_mut().zip(more) {
            *minutes += more;
        }
        let back: BTreeSet<Date> = back.into_iter().map(|day| START + day.days()).collect();
        richer.calendar.days_off.retain(|day| !back.contains(day));
        if let Some(poorer) = planned(&request) {
            let richer = plan(&richer).expect("more hours still make a plan");
            prop_assert!(richer.ends <= poorer.ends, "{} instead of {}", richer.ends, poorer.ends);
        }
    }

    #[test]
    fn the_time_that_makes_the_target_makes_it_and_nothing_less_does(request in request()) {
        let Some(plan) = planned(&request) else { return Ok(()) };
        let Some(TargetAnswer::Missed { target, more_time: Some(more), .. }) = plan.target else { return Ok(()) };
        let ends = |more: u16| {
            let mut raised = request.clone();
            raised.calendar.minutes = raised.calendar.minutes.map(|now| if now == 0 { 0 } else { now.max((now + more).min(480)) });
            (raised.calendar.minutes_a_week(), footbridge_planner::plan(&raised).expect("there was a plan with less time").ends)
        };
        prop_assert_eq!(ends(more.more_a_day).0, more.minutes_a_week);
        prop_assert!(ends(more.more_a_day).1 <= target);
        prop_assert!(ends(more.more_a_day - 5).1 > target);
    }

    #[test]
    fn the_first_seven_days_hold_all_three_fluencies_when_there_is_time(mut request in request(), hours in prop::array::uniform7(0_u16..3)) {
        // Three openers of at most 90 minutes need at most six times 90: each may lose up to 39 minutes on each of its days.
        let enough = u16::from(hours.iter().sum::<u16>() < 6);
        request.calendar.minutes = hours.map(|hours| (hours + enough) * 90);
        request.calendar.days_off.clear();
        request.done.clear();
        // What a deadline asks for comes before them.
        request.deadline = None;
        request.today = request.calendar.start;
        request.items.retain(|item| item.weekly.is_none());
        for item in &mut request.items {
            item.requires.clear();
            item.minutes = item.minutes.min(90);
        }
        let plan = plan(&request).expect("there are hours");
        for fluency in [Fluency::SystemDesign, Fluency::Apis, Fluency::Communication] {
            let of_fluency = |id: &ExerciseId| request.items.iter().any(|item| item.id == *id && item.fluency == fluency);
            if let Some(first) = plan.sessions.iter().find(|session| of_fluency(&session.item)) {
                prop_assert!(first.date < START + 7.days(), "{} first on {}", fluency.words(), first.date);
            }
        }
    }
}
