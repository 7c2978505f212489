//! Plans for one person, read as a person would read them.

use footbridge_planner::{
    Calendar, Cut, Deadline, Done, Fluency, Item, MoveReason, Pace, PastWeek, Plan, PlanError, Request, Session, TargetAnswer, Weekly,
    compare, ics, plan,
};
use footbridge_verdict::ExerciseId;
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};

const MONDAY: Date = date(2027, 1, 4);

fn id(text: &str) -> ExerciseId {
    ExerciseId::new(text).unwrap()
}

fn item(name: &str, minutes: u16, week: u16, fluency: Fluency, requires: &[&str]) -> Item {
    Item {
        id: id(name),
        title: name.replace('-', " "),
        minutes,
        requires: requires.iter().map(|name| id(name)).collect(),
        week,
        step: if week <= 8 { 1 } else { 2 },
        fluency,
        weekly: None,
        optional_rank: None,
    }
}

fn path() -> Vec<Item> {
    use Fluency::{Apis, Communication, Data, SystemDesign};
    let people = Item { weekly: Some(Weekly { from: 1, to: None }), step: 4, ..item("five-people", 40, 1, Communication, &[]) };
    vec![
        item("lesson-one-request", 40, 1, SystemDesign, &[]),
        item("project-trace-a-request", 60, 1, SystemDesign, &["lesson-one-request"]),
        item("sql-failed-requests", 25, 1, Data, &[]),
        item("read-double-charge", 25, 1, Apis, &[]),
        item("weekly-teardown", 120, 1, Communication, &[]),
        item("lesson-load", 45, 2, SystemDesign, &["lesson-one-request"]),
        Item { optional_rank: Some(1), ..item("numeric-queue-wait", 30, 2, SystemDesign, &["lesson-load"]) },
        item("project-capacity", 90, 2, SystemDesign, &["lesson-load"]),
        item("lesson-rest", 40, 5, Apis, &["lesson-one-request"]),
        item("project-contract", 200, 5, Apis, &["lesson-rest"]),
        Item { optional_rank: Some(0), ..item("prd-one", 180, 9, Communication, &["project-contract"]) },
        people,
    ]
}

fn request(minutes: [u16; 7]) -> Request {
    Request {
        items: path(),
        calendar: Calendar { start: MONDAY, minutes, days_off: [].into() },
        done: Vec::new(),
        reserved: 0,
        today: MONDAY,
        target: None,
        deadline: None,
        pace: Pace::default(),
    }
}

fn six_hours() -> Request {
    request([90, 0, 90, 0, 90, 90, 0])
}

fn lines(plan: &Plan) -> String {
    let mut text = String::new();
    for session in &plan.sessions {
        let part = if session.parts > 1 { format!(" {} of {}", session.part, session.parts) } else { String::new() };
        text += &format!("{} {:3} {}{part}\n", session.date.strftime("%a %d %b"), session.minutes, session.item);
    }
    text
}

#[test]
fn six_hours_a_week() {
    insta::assert_snapshot!(lines(&plan(&six_hours()).unwrap()), @"
    Mon 04 Jan  40 five-people
    Mon 04 Jan  40 lesson-one-request
    Wed 06 Jan  25 read-double-charge
    Wed 06 Jan  60 project-trace-a-request
    Fri 08 Jan  80 weekly-teardown 1 of 2
    Sat 09 Jan  40 weekly-teardown 2 of 2
    Sat 09 Jan  25 sql-failed-requests
    Mon 11 Jan  45 lesson-load
    Mon 11 Jan  30 numeric-queue-wait
    Wed 13 Jan  90 project-capacity
    Fri 15 Jan  40 lesson-rest
    Fri 15 Jan  40 five-people
    Sat 16 Jan  80 project-contract 1 of 3
    Mon 18 Jan  40 five-people
    Mon 18 Jan  40 project-contract 2 of 3
    Wed 20 Jan  80 project-contract 3 of 3
    Fri 22 Jan  80 prd-one 1 of 3
    Sat 23 Jan  80 prd-one 2 of 3
    Mon 25 Jan  40 five-people
    Mon 25 Jan  20 prd-one 3 of 3
    ");
}

#[test]
fn half_an_hour_a_day_splits_what_is_longer() {
    insta::assert_snapshot!(lines(&plan(&request([30; 7])).unwrap()), @"
    Mon 04 Jan  30 five-people 1 of 2
    Tue 05 Jan  10 five-people 2 of 2
    Tue 05 Jan  20 lesson-one-request 1 of 2
    Wed 06 Jan  20 lesson-one-request 2 of 2
    Thu 07 Jan  25 read-double-charge
    Fri 08 Jan  30 project-trace-a-request 1 of 2
    Sat 09 Jan  30 project-trace-a-request 2 of 2
    Sun 10 Jan  30 weekly-teardown 1 of 5
    Mon 11 Jan  30 five-people 1 of 2
    Tue 12 Jan  10 five-people 2 of 2
    Tue 12 Jan  20 weekly-teardown 2 of 5
    Wed 13 Jan  30 weekly-teardown 3 of 5
    Thu 14 Jan  30 weekly-teardown 4 of 5
    Fri 15 Jan  10 weekly-teardown 5 of 5
    Fri 15 Jan  13 sql-failed-requests 1 of 2
    Sat 16 Jan  12 sql-failed-requests 2 of 2
    Sat 16 Jan  12 lesson-load 1 of 3
    Sun 17 Jan  22 lesson-load 2 of 3
    Mon 18 Jan  30 five-people 1 of 2
    Tue 19 Jan  10 five-people 2 of 2
    Tue 19 Jan  11 lesson-load 3 of 3
    Wed 20 Jan  30 numeric-queue-wait
    Thu 21 Jan  30 project-capacity 1 of 3
    Fri 22 Jan  30 project-capacity 2 of 3
    Sat 23 Jan  30 project-capacity 3 of 3
    Sun 24 Jan  30 lesson-rest 1 of 2
    Mon 25 Jan  30 five-people 1 of 2
    Tue 26 Jan  10 five-people 2 of 2
    Tue 26 Jan  10 lesson-rest 2 of 2
    Tue 26 Jan  10 project-contract 1 of 8
    Wed 27 Jan  30 project-contract 2 of 8
    Thu 28 Jan  30 project-contract 3 of 8
    Fri 29 Jan  30 project-contract 4 of 8
    Sat 30 Jan  30 project-contract 5 of 8
    Sun 31 Jan  30 project-contract 6 of 8
    Mon 01 Feb  30 five-people 1 of 2
    Tue 02 Feb  10 five-people 2 of 2
    Tue 02 Feb  20 project-contract 7 of 8
    Wed 03 Feb  20 project-contract 8 of 8
    Wed 03 Feb  10 prd-one 1 of 7
    Thu 04 Feb  30 prd-one 2 of 7
    Fri 05 Feb  30 prd-one 3 of 7
    Sat 06 Feb  30 prd-one 4 of 7
    Sun 07 Feb  30 prd-one 5 of 7
    Mon 08 Feb  30 five-people 1 of 2
    Tue 09 Feb  10 five-people 2 of 2
    Tue 09 Feb  20 prd-one 6 of 7
    Wed 10 Feb  30 prd-one 7 of 7
    ");
}

#[test]
fn every_sitting_of_a_piece_of_work_is_told_the_room_of_its_own_day() {
    let plan = plan(&six_hours()).unwrap();
    let last = plan.sessions.iter().rfind(|session| session.item.as_str() == "project-contract").unwrap();
    let reason = plan.reason_of(last).unwrap().to_string();
    assert!(reason.ends_with("and Wednesday 20 January has room."), "{reason}");
    let weekly = plan.sessions.iter().find(|session| session.item.as_str() == "five-people").unwrap();
    assert_eq!(plan.reason_of(weekly), None);
}

#[test]
fn every_line_has_a_reason() {
    let plan = plan(&six_hours()).unwrap();
    let reasons: Vec<String> = plan.items.iter().map(|placed| format!("{}: {}", placed.id, placed.reason)).collect();
    insta::assert_snapshot!(reasons.join("\n"), @"
    five-people: Because it comes back every week; Monday 4 January has room.
    lesson-one-request: Because the first days should already hold system design, APIs and communication: this opens system design, and Monday 4 January has room.
    read-double-charge: Because the first days should already hold system design, APIs and communication: this opens APIs, and Wednesday 6 January has room.
    project-trace-a-request: Because week 1 of the path builds on “lesson one request”, finished on Monday 4 January, and Wednesday 6 January has room.
    weekly-teardown: Because week 1 of the path comes next, and Friday 8 January has room.
    sql-failed-requests: Because week 1 of the path comes next, and Saturday 9 January has room.
    lesson-load: Because week 2 of the path builds on “lesson one request”, finished on Monday 4 January, and Monday 11 January has room.
    numeric-queue-wait: Because week 2 of the path builds on “lesson load”, finished on Monday 11 January, and Monday 11 January has room.
    project-capacity: Because week 2 of the path builds on “lesson load”, finished on Monday 11 January, and Wednesday 13 January has room.
    lesson-rest: Because week 5 of the path builds on “lesson one request”, finished on Monday 4 January, and Friday 15 January has room.
    project-contract: Because week 5 of the path builds on “lesson rest”, finished on Friday 15 January, and Saturday 16 January has room.
    prd-one: Because week 9 of the path builds on “project contract”, finished on Wednesday 20 January, and Friday 22 January has room.
    ");
}

#[test]
fn the_first_seven_days_hold_all_three_fluencies_even_when_they_cross_a_week() {
    for start in [MONDAY, date(2027, 1, 7), date(2027, 1, 10)] {
        for minutes in [[90, 0, 90, 0, 90, 90, 0], [0, 0, 0, 0, 0, 150, 150], [45, 45, 45, 45, 45, 45, 45]] {
            let mut request = request(minutes);
            request.calendar.start = start;
            request.today = start;
            request.items.retain(|item| item.weekly.is_none());
            let plan = plan(&request).unwrap();
            for fluency in [Fluency::SystemDesign, Fluency::Apis, Fluency::Communication] {
                let of_fluency = |session: &&footbridge_planner::Session| {
                    request.items.iter().any(|item| item.id == session.item && item.fluency == fluency)
                };
                let first = plan.sessions.iter().find(of_fluency).unwrap();
                assert!(first.date < start + 7.days(), "{} first on {} with {minutes:?}", fluency.words(), first.date);
            }
        }
    }
}

#[test]
fn finishing_work_takes_it_off_today_and_moves_the_rest_forward() {
    let before = plan(&six_hours()).unwrap();
    let mut request = six_hours();
    request.done = vec![Done { item: id("lesson-one-request"), on: Some(MONDAY) }];
    let after = plan(&request).unwrap();
    let today: u16 = after.sessions.iter().filter(|session| session.date == MONDAY).map(|session| session.minutes).sum();
    assert!(today <= 50, "{today} minutes are left for today");
    assert_eq!(after.reckoning.done.minutes, 40);
    assert_eq!(
        after.reckoning.planned.minutes - after.reckoning.weekly.minutes + 40,
        before.reckoning.planned.minutes - before.reckoning.weekly.minutes
    );
}

#[test]
fn a_missed_target_says_what_would_make_it() {
    let mut request = six_hours();
    let ends = plan(&request).unwrap().ends;
    let mut said = Vec::new();
    for target in [ends + 3.days(), ends, ends - 3.days(), ends - 12.days(), MONDAY] {
        request.target = Some(target);
        said.push(plan(&request).unwrap().target.unwrap().to_string());
    }
    insta::assert_snapshot!(said.join("\n"), @"
    The plan meets 28 January 2027 with 3 days to spare.
    The plan ends on 25 January 2027, just in time.
    The plan misses 22 January 2027 by 3 days. 6 h 40 min a week would make it: 10 minutes more on each of your days. So would leaving out 1 item (3 h).
    The plan misses 13 January 2027 by 12 days. 11 h a week would make it: 75 minutes more on each of your days. Leaving out all 2 items that can be left out (3 h 30 min) is not enough.
    The plan misses 4 January 2027 by 21 days. More time on the same days does not make it, not within 8 hours a day. Leaving out all 2 items that can be left out (3 h 30 min) is not enough.
    ");
}

#[test]
fn the_lowest_rank_is_cut_first() {
    let plan = plan(&six_hours()).unwrap();
    let cut: Vec<(&str, u32)> = plan.cuts.iter().map(|cut: &Cut| (cut.id.as_str(), cut.minutes)).collect();
    assert_eq!(cut, [("prd-one", 180), ("numeric-queue-wait", 30)]);
}

#[test]
fn what_something_kept_needs_is_never_cut() {
    let mut request = six_hours();
    for item in &mut request.items {
        item.optional_rank = (item.id.as_str() != "prd-one").then_some(0);
    }
    let plan = plan(&request).unwrap();
    let cut: Vec<&str> = plan.cuts.iter().map(|cut| cut.id.as_str()).collect();
    for kept in ["prd-one", "project-contract", "lesson-rest", "lesson-one-request"] {
        assert!(!cut.contains(&kept), "{kept}");
    }
    let place = |name: &str| cut.iter().position(|cut| *cut == name).unwrap();
    assert!(place("project-capacity") < place("lesson-load"), "what depends on a lesson goes before it");
}

#[test]
fn a_lost_week_moves_the_plan_and_says_why() {
    let old = plan(&six_hours()).unwrap();
    let mut later = six_hours();
    later.today = MONDAY + 7.days();
    later.done = vec![Done { item: id("lesson-one-request"), on: Some(MONDAY) }];
    let moved = compare(&old, &plan(&later).unwrap());
    let said: Vec<String> = moved
        .iter()
        .map(|moved| {
            let day = |day: Option<Date>| day.map_or("–".to_owned(), |day| day.strftime("%-d %b").to_string());
            format!("{}: {} → {}, {}", moved.item, day(moved.from), day(moved.to), moved.reason)
        })
        .collect();
    insta::assert_snapshot!(said.join("\n"), @"
    read-double-charge: 6 Jan → 11 Jan, no room before
    project-trace-a-request: 6 Jan → 11 Jan, no room before
    weekly-teardown: 8 Jan → 13 Jan, no room before
    sql-failed-requests: 9 Jan → 13 Jan, no room before
    lesson-load: 11 Jan → 16 Jan, no room before
    numeric-queue-wait: 11 Jan → 18 Jan, after “lesson load”, now finished on 16 January 2027
    project-capacity: 13 Jan → 20 Jan, after “lesson load”, now finished on 16 January 2027
    lesson-rest: 15 Jan → 22 Jan, no room before
    project-contract: 16 Jan → 22 Jan, after “lesson rest”, now finished on 22 January 2027
    prd-one: 22 Jan → 27 Jan, after “project contract”, now finished on 27 January 2027
    lesson-one-request: 4 Jan → –, finished or taken out of the plan
    ");
    assert!(moved.iter().any(|moved| matches!(moved.reason, MoveReason::WaitsFor(_))));
}

#[test]
fn no_day_over_eight_hours_is_suggested() {
    let mut full = request([480, 0, 0, 0, 0, 0, 0]);
    full.items.iter_mut().find(|item| item.id == id("prd-one")).unwrap().minutes = 460;
    let mut long = request([60, 60, 60, 60, 60, 480, 0]);
    let mut said = Vec::new();
    for (request, days) in [(&mut full, 7), (&mut long, 4)] {
        request.target = Some(MONDAY + days.days());
        said.push(plan(request).unwrap().target.unwrap().to_string());
    }
    insta::assert_snapshot!(said.join("\n"), @"
    The plan misses 11 January 2027 by 7 days. More time on the same days does not make it, not within 8 hours a day. Leaving out 1 item (7 h 40 min) makes it.
    The plan misses 8 January 2027 by 5 days. 23 h 25 min a week would make it: 125 minutes more on each of your days, up to 8 hours. Leaving out all 2 items that can be left out (3 h 30 min) is not enough.
    ");
}

#[test]
fn own_pace_needs_three_weeks_and_states_its_assumption() {
    let mut request = six_hours();
    let week = |finished| PastWeek { available: 360, finished };
    let mut said = Vec::new();
    for weeks in [
        vec![week(360)],
        vec![week(360); 3],
        vec![week(180); 3],
        vec![week(360), week(72), week(252)],
        vec![PastWeek { available: 60, finished: 0 }, week(360), week(360)],
        vec![week(0); 4],
    ] {
        request.pace = Pace { weeks };
        said.push(plan(&request).unwrap().at_own_pace.to_string());
    }
    insta::assert_snapshot!(said.join("\n"), @"
    Your own pace is not known yet: 1 of 3 whole weeks have passed.
    Between 23 January 2027 (as likely earlier as later) and 23 January 2027 (nine times in ten not later), if the coming weeks go like the last 3: you finished 100 % of the minutes you had, between 100 % and 100 % in single weeks.
    Between 11 February 2027 (as likely earlier as later) and 11 February 2027 (nine times in ten not later), if the coming weeks go like the last 3: you finished 50 % of the minutes you had, between 50 % and 50 % in single weeks.
    Between 3 February 2027 (as likely earlier as later) and 17 February 2027 (nine times in ten not later), if the coming weeks go like the last 3: you finished 63 % of the minutes you had, between 20 % and 100 % in single weeks.
    Between 24 January 2027 (as likely earlier as later) and 30 January 2027 (nine times in ten not later), if the coming weeks go like the last 3: you finished 92 % of the minutes you had, between 0 % and 100 % in single weeks.
    At the pace of the last 4 weeks there is no end: too little of the time was used.
    ");
}

#[test]
fn bad_input_is_named() {
    let mut cases = Vec::new();
    cases.push(request([0; 7]));
    let mut unknown = six_hours();
    unknown.items[0].requires = vec![id("lesson-zero"), id("lesson-minus-one")];
    cases.push(unknown);
    let mut circle = six_hours();
    circle.items[0].requires = vec![id("project-trace-a-request")];
    cases.push(circle);
    let mut twice = six_hours();
    twice.items.push(twice.items[0].clone());
    cases.push(twice);
    let mut full = request([20, 0, 20, 0, 0, 0, 0]);
    full.items.retain(|item| item.id.as_str() != "weekly-teardown");
    cases.push(full);
    let said: Vec<String> = cases.iter().map(|request| plan(request).unwrap_err().to_string()).collect();
    insta::assert_snapshot!(said.join("\n"), @"
    No day of the week has any minutes, so nothing can be planned. Give at least one day some time.
    There is no such item in the path: `lesson-one-request` requires `lesson-zero`; `lesson-one-request` requires `lesson-minus-one`.
    These items require one another in a circle: `lesson-one-request` → `project-trace-a-request`.
    The item `lesson-one-request` stands twice in the path.
    With 40 minutes a week, of which 40 go to what comes back every week, the plan does not end within 20 years. More minutes, or fewer days off, are needed.
    ");
}

#[test]
fn no_hours_are_no_fault_when_nothing_is_left_to_do() {
    let mut request = request([0; 7]);
    request.items.truncate(1);
    request.done = vec![Done { item: id("lesson-one-request"), on: Some(MONDAY) }];
    request.target = Some(MONDAY + 5.days());
    let plan = plan(&request).unwrap();
    assert!(plan.sessions.is_empty() && plan.ends == MONDAY);
    assert_eq!(plan.target, Some(TargetAnswer::Met { target: MONDAY + 5.days(), spare_days: 5 }));
}

#[test]
fn a_prerequisite_that_is_done_may_have_left_the_path() {
    let mut request = six_hours();
    request.items[0].requires = vec![id("lesson-zero")];
    request.done = vec![Done { item: id("lesson-zero"), on: Some(MONDAY - 9.days()) }];
    assert_eq!(plan(&request), {
        let mut plain = six_hours();
        plain.items[0].requires = Vec::new();
        plan(&plain)
    });
    assert!(!matches!(plan(&request), Err(PlanError::UnknownPrerequisites { .. })));
}

#[test]
fn the_calendar_file_parses_back_and_keeps_its_names_when_the_plan_moves() {
    use calcard::icalendar::{ICalendar, ICalendarProperty};
    let now: Timestamp = "2027-01-04T09:30:05Z".parse().unwrap();
    let mut request = six_hours();
    request.items[0].title = "Slow, slower; “slowest”\\\r\nBEGIN:VALARM — and a title long enough to be folded at least once".to_owned();
    let text = ics::to_ics(&plan(&request).unwrap().sessions, now);
    insta::assert_snapshot!(text.split("BEGIN:VEVENT").nth(2).unwrap().replace('\r', ""), @r"
    UID:lesson-one-request-1@plan.footbridge
    DTSTAMP:20270104T093005Z
    DTSTART;VALUE=DATE:20270104
    DTEND;VALUE=DATE:20270105
    SUMMARY:Slow\, slower\; “slowest”\\  BEGIN:VALARM — and a title long 
     enough to be folded at least once (40 min)
    TRANSP:TRANSPARENT
    END:VEVENT
    ");
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "lines are folded");
    let parsed = ICalendar::parse(&text).unwrap();
    assert_eq!(parsed.components.len(), plan(&request).unwrap().sessions.len() + 1);
    for event in &parsed.components[1..] {
        for property in [ICalendarProperty::Dtstamp, ICalendarProperty::Dtstart, ICalendarProperty::Dtend, ICalendarProperty::Summary] {
            assert!(event.has_property(&property), "{property:?}");
        }
    }
    let names = |text: &str| -> Vec<String> {
        let mut names: Vec<String> = ICalendar::parse(text).unwrap().uids().map(str::to_owned).collect();
        names.sort_unstable();
        names
    };
    let before = names(&text);
    let mut unique = before.clone();
    unique.dedup();
    assert_eq!(before, unique);
    request.items.retain(|item| item.weekly.is_none());
    let plain = names(&ics::to_ics(&plan(&request).unwrap().sessions, now));
    request.calendar.start = MONDAY + 7.days();
    request.today = request.calendar.start;
    let moved = names(&ics::to_ics(&plan(&request).unwrap().sessions, now + 24.hours()));
    assert_eq!(plain, moved);
}

#[test]
fn a_fluency_that_only_a_split_item_brings_stays_in_the_first_seven_days() {
    use Fluency::{Apis, Communication, Data, SystemDesign};
    let mut request = request([90, 60, 0, 0, 0, 0, 0]);
    request.items = vec![
        item("design", 90, 1, SystemDesign, &[]),
        item("contract", 40, 1, Apis, &[]),
        item("memo", 60, 1, Communication, &[]),
        item("query-a", 25, 1, Data, &[]),
        item("query-b", 39, 1, Data, &[]),
        item("query-c", 39, 1, Data, &[]),
        item("query-d", 39, 1, Data, &[]),
    ];
    let plan = plan(&request).unwrap();
    let first = plan.sessions.iter().find(|session| session.item == id("memo")).unwrap();
    assert!(first.date < MONDAY + 7.days(), "{first:?}");
    assert_eq!(first.parts, 2);
}

/// Half an hour a day cannot hold 35 minutes in one piece; a single longer day must not make everything wait for it.
#[test]
fn one_longer_day_does_not_hold_up_the_short_ones() {
    let mut short = request([30; 7]);
    short.items = (0..12).map(|number| item(&format!("lesson-{number}"), 35, 1, Fluency::Data, &[])).collect();
    let mut longer = short.clone();
    longer.calendar.minutes[5] = 45;
    let (short, longer) = (plan(&short).unwrap(), plan(&longer).unwrap());
    assert!(longer.ends <= short.ends, "{} instead of {}", longer.ends, short.ends);
}

#[test]
fn what_prepares_for_a_day_that_is_fixed_comes_before_all_else_and_says_how_much_of_it_fits() {
    let mut request = six_hours();
    let deadline = |on| Some(Deadline { what: "your interview".to_owned(), on, items: vec![id("project-contract")] });
    let usual = plan(&request).unwrap();
    request.deadline = deadline(MONDAY + 9.days());
    let ahead = plan(&request).unwrap();
    let once = |plan: &Plan| -> Vec<String> { plan.items.iter().filter(|item| !item.weekly).map(|item| item.id.to_string()).collect() };
    assert_eq!(once(&ahead)[..3], ["lesson-one-request", "lesson-rest", "project-contract"], "what it requires comes with it");
    assert_eq!(
        ahead.items.iter().find(|item| item.id == id("project-contract")).unwrap().reason.to_string(),
        "Because it prepares for your interview on Wednesday 13 January, and Wednesday 6 January has room."
    );
    let said = |on| {
        let request = Request { deadline: deadline(on), ..six_hours() };
        plan(&request).unwrap().deadline.unwrap().to_string()
    };
    insta::assert_snapshot!([9, 3, 0].map(|days| said(MONDAY + days.days())).join("\n"), @r"
    What prepares for your interview, 4 h 40 min, comes first and fits before 13 January 2027.
    What prepares for your interview, 4 h 40 min, comes first; 2 h 40 min of it fit before 7 January 2027.
    None of what prepares for your interview, 4 h 40 min, fits before 4 January 2027.
    ");
    let moved = compare(&usual, &ahead).into_iter().find(|moved| moved.item == id("project-contract")).unwrap();
    assert_eq!(moved.reason.to_string(), "before your interview on 13 January 2027");
    request.done = ["lesson-one-request", "lesson-rest", "project-contract"].map(|item| Done { item: id(item), on: None }).to_vec();
    assert_eq!(plan(&request).unwrap().deadline.unwrap().to_string(), "What prepares for your interview is done.");
}

/// Whoever has an interview in some days prepares first: the week's contacts wait for it, and come when it is done.
#[test]
fn weekly_work_waits_for_what_prepares_for_a_day_that_is_near() {
    let mut request = six_hours();
    request.deadline = Some(Deadline { what: "your interview".to_owned(), on: MONDAY + 3.days(), items: vec![id("project-contract")] });
    let near = plan(&request).unwrap();
    let early = |plan: &Plan| -> Vec<bool> {
        plan.sessions.iter().filter(|session| session.date < MONDAY + 3.days()).map(|session| session.occurrence.is_some()).collect()
    };
    assert!(early(&near).iter().all(|weekly| !weekly), "{:?}", near.sessions);
    request.deadline.as_mut().unwrap().on = MONDAY + 20.days();
    assert!(early(&plan(&request).unwrap()).contains(&true), "far away, the week's contacts come first as ever");

    let contract = |session: &&Session| session.item == id("project-contract") && session.date >= MONDAY + 3.days();
    let later = near.sessions.iter().find(contract).unwrap();
    let said = near.reason_of(later).unwrap().to_string();
    assert!(!said.contains("prepares for"), "{said}");
}

/// What found no room before the day waits for its turn, as if there had never been a day: nothing prepares for what is over.
#[test]
fn behind_a_day_that_is_fixed_nothing_is_hurried_for_it() {
    use Fluency::Apis;
    let mut request = request([60; 7]);
    request.items = vec![item("query", 180, 1, Apis, &[]), item("prepare", 300, 9, Apis, &[])];
    request.deadline = Some(Deadline { what: "your interview".to_owned(), on: MONDAY + 2.days(), items: vec![id("prepare")] });
    let each = plan(&request).unwrap().sessions.into_iter().map(|session| session.item);
    let mut order: Vec<String> = each.map(|item| item.to_string()).collect();
    order.dedup();
    assert_eq!(order, ["prepare", "query", "prepare"]);
}

/// In the week of the day, shuffling may make work whole; it may not carry it over the day.
#[test]
fn work_for_a_day_that_is_fixed_is_not_moved_behind_it_to_be_whole() {
    use Fluency::{Apis, Data};
    let mut request = request([60, 30, 60, 90, 0, 0, 0]);
    request.items = vec![item("prepare", 90, 1, Apis, &[]), item("query", 100, 1, Data, &[]), item("later", 300, 2, Data, &[])];
    request.deadline = Some(Deadline { what: "your interview".to_owned(), on: MONDAY + 3.days(), items: vec![id("prepare")] });
    let plan = plan(&request).unwrap();
    let last = plan.items.iter().find(|item| item.id == id("prepare")).unwrap().last;
    assert!(last < MONDAY + 3.days(), "{last}");
    assert_eq!(plan.deadline.unwrap().before, 90);
}

/// A teardown in week 8 is weekly work: what requires it keeps its turn, and the weeks before are not left empty.
#[test]
fn a_deadline_does_not_hold_up_the_plan_for_weekly_work_to_come() {
    use Fluency::{Apis, Communication};
    let mut request = six_hours();
    let teardown = Item { weekly: Some(Weekly { from: 8, to: None }), ..item("teardown", 60, 1, Communication, &[]) };
    request.items.extend([teardown, item("published", 60, 9, Apis, &["teardown"])]);
    let usual = plan(&request).unwrap();
    request.deadline = Some(Deadline { what: "your interview".to_owned(), on: MONDAY + 20.days(), items: vec![id("published")] });
    let ahead = plan(&request).unwrap();
    assert_eq!(ahead.sessions, usual.sessions);
}

/// A second device whose clock ran ahead leaves work under a day to come.
#[test]
fn weekly_work_that_stands_under_a_day_to_come_was_done_by_now() {
    let mut request = six_hours();
    request.done = vec![Done { item: id("five-people"), on: Some(MONDAY + 9.days()) }];
    let plan = plan(&request).unwrap();
    let weeks: Vec<Date> = plan.sessions.iter().filter(|session| session.item == id("five-people")).filter_map(|s| s.occurrence).collect();
    assert_eq!(weeks.first(), Some(&(MONDAY + 7.days())), "this week it is done, and the next one has it");
}
