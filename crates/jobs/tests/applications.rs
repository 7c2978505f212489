//! Applications: what is due, how far they get, and how they leave as a table or a report.

use footbridge_jobs::{
    Application, FollowedUp, Interview, Kept, Reason, Rejection, Sent, Stage, StageName, application_faults, follow_ups, funnel, reasons,
    report, to_csv,
};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const TODAY: Date = date(2026, 11, 26);

fn ago(days: i32) -> Date {
    TODAY.saturating_sub(days.days())
}

fn application(id: &str, stages: &[(StageName, Date)]) -> Application {
    Application {
        id: id.to_owned(),
        company: format!("Company {id}"),
        role: "Technical Product Manager".to_owned(),
        stages: stages.iter().map(|(name, on)| Stage { name: *name, on: *on }).collect(),
        followed_up: Vec::new(),
        remind_on: None,
        interview: None,
        rejection: None,
        sent: Vec::new(),
        note: String::new(),
    }
}

#[test]
fn a_follow_up_comes_back_until_it_is_done() {
    use StageName::{Applied, Found, Interview, NoAnswer, Offer, Rejected, Screen};
    for (what, stages, followed_up, remind_on, expected) in [
        ("fresh", &[(Applied, 9)][..], &[][..], None, None),
        ("ten days", &[(Applied, 10)], &[], None, Some((0, "Ask whether it arrived, if you can through somebody you know there."))),
        ("asked, fresh again", &[(Applied, 30)], &[9], None, None),
        (
            "asked once, ten days ago",
            &[(Applied, 30)],
            &[10],
            None,
            Some((0, "Ask once more, with one new thing: a piece you published, an exercise you passed.")),
        ),
        (
            "asked twice",
            &[(Applied, 60)],
            &[40, 21],
            None,
            Some((0, "Nobody has answered. Close it as “no answer”, or write to somebody else there.")),
        ),
        ("asked in an earlier stage", &[(Applied, 60), (Screen, 3)], &[40], None, Some((2, "Thank them, in two sentences."))),
        ("thanked", &[(Applied, 60), (Interview, 8)], &[7], None, Some((1, "Ask when they decide."))),
        ("an offer", &[(Offer, 2)], &[], None, Some((0, "Answer the offer, or ask for the time you need."))),
        ("a reminder later", &[(Applied, 50)], &[], Some(-5), None),
        (
            "a reminder today",
            &[(Applied, 2)],
            &[],
            Some(0),
            Some((0, "Ask whether it arrived, if you can through somebody you know there.")),
        ),
        ("a reminder that is done", &[(Applied, 50)], &[3], Some(4), None),
        ("only found", &[(Found, 8)], &[], None, Some((1, "Apply, or drop it."))),
        ("over", &[(Applied, 90), (Rejected, 50)], &[], Some(1), None),
        ("closed", &[(Applied, 90), (NoAnswer, 50)], &[], None, None),
        ("nothing recorded", &[], &[], None, None),
    ] {
        let stages: Vec<(StageName, Date)> = stages.iter().map(|(name, days)| (*name, ago(*days))).collect();
        let mut one = application("a", &stages);
        one.followed_up = followed_up.iter().map(|days| FollowedUp { on: ago(*days), how: String::new() }).collect();
        one.remind_on = remind_on.map(ago);
        let due = follow_ups(&[one], TODAY);
        assert_eq!(due.first().map(|due| ((TODAY - due.due).get_days(), due.what)), expected, "{what}");
    }
    let mut agreed = application("a", &[(Screen, ago(12))]);
    let what = |agreed: &Application| follow_ups(std::slice::from_ref(agreed), TODAY).first().map(|due| (due.due, due.what));
    agreed.interview = Some(footbridge_jobs::Interview { on: ago(2), company_kind: String::new() });
    assert_eq!(what(&agreed), Some((ago(1), "Say how it went: move it to “interview”, or note the day to which it was moved.")));
    agreed.interview = Some(footbridge_jobs::Interview { on: ago(-2), company_kind: String::new() });
    assert_eq!(what(&agreed), Some((ago(11), "Thank them, in two sentences.")), "until then the stage says what to do");
    let all = [application("b", &[(Found, ago(8))]), application("a", &[(Applied, ago(40))])];
    let order: Vec<String> = follow_ups(&all, TODAY).into_iter().map(|due| due.application).collect();
    assert_eq!(order, ["a", "b"], "the longest due first");
}

fn seven_answered() -> Vec<Application> {
    use StageName::{Accepted, Applied, Exercise, Interview, NoAnswer, Offer, Rejected, Screen, Withdrawn};
    let day = ago(50);
    let rejected = |id: &str, stages: &[StageName], reason: Option<Reason>| {
        let stages: Vec<(StageName, Date)> = stages.iter().chain([&Rejected]).map(|name| (*name, day)).collect();
        Application { rejection: reason.map(|reason| Rejection { reason, said: String::new() }), ..application(id, &stages) }
    };
    vec![
        rejected("1", &[Applied], Some(Reason::Experience)),
        rejected("2", &[Applied], None),
        application("3", &[(Applied, day), (NoAnswer, day)]),
        application("4", &[(Applied, day), (Withdrawn, day)]),
        rejected("5", &[Applied, Screen, Interview], Some(Reason::Experience)),
        application("6", &[(Applied, day), (Screen, day), (Exercise, day)]),
        application("7", &[(Applied, day), (Interview, day), (Offer, day), (Accepted, day)]),
        application("8", &[(Applied, day)]),
        application("9", &[(StageName::Found, day)]),
    ]
}

#[test]
fn the_funnel_counts_what_is_decided_and_says_how_little_that_is() {
    let said: Vec<String> = funnel(&seven_answered()).iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "From applied to first conversation: 3 of 7: few, so it may be anything between 16 % and 75 %; 1 waiting.",
            "From first conversation to interview: 2 of 2: few, so it may be anything between 34 % and 100 %; of 1 that got there, “first conversation” is not told.",
            "From interview to last round: 1 of 2: few, so it may be anything between 9 % and 91 %; 1 waiting.",
            "From last round to offer: nothing is decided yet; of 1 that got there, “last round” is not told.",
            "From offer to accepted: 1 of 1: few, so it may be anything between 21 % and 100 %.",
        ]
    );
    assert_eq!(reasons(&seven_answered()), [(Reason::Experience, 2), (Reason::NotSaid, 1)]);
    assert_eq!(funnel(&[])[0].to_string(), "From applied to first conversation: nothing is decided yet.");
}

/// A recruiter wrote first: nobody applied, and nothing can be said of how far applying gets.
#[test]
fn a_stage_that_is_not_told_is_not_counted_as_reached() {
    let spoken_to = application("a", &[(StageName::Found, ago(9)), (StageName::Screen, ago(5))]);
    let accepted = application("b", &[(StageName::Applied, ago(9)), (StageName::Accepted, ago(1))]);
    let said: Vec<String> = funnel(&[spoken_to, accepted]).iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "From applied to first conversation: 1 of 1: few, so it may be anything between 21 % and 100 %; of 1 that got there, “applied” is not told.",
            "From first conversation to interview: nothing is decided yet; 1 waiting; of 1 that got there, “first conversation” is not told.",
            "From interview to last round: nothing is decided yet; of 1 that got there, “interview” is not told.",
            "From last round to offer: nothing is decided yet; of 1 that got there, “last round” is not told.",
            "From offer to accepted: 1 of 1: few, so it may be anything between 21 % and 100 %.",
        ]
    );
}

/// A no that came before the day of the interview takes that day with it, and one that was held stays in the history.
#[test]
fn what_was_still_to_come_when_an_application_ended_does_not_come() {
    let mut one = application("a", &[(StageName::Applied, ago(9)), (StageName::Rejected, ago(2))]);
    for (interview, stays) in [(ago(-4), false), (ago(3), true)] {
        one.interview = Some(Interview { on: interview, company_kind: String::new() });
        one.remind_on = Some(interview);
        let row = &report(std::slice::from_ref(&one), TODAY).rows[0];
        assert_eq!((row.interview_on, row.remind_on), (stays.then_some(interview), stays.then_some(interview)));
        assert_eq!(to_csv(std::slice::from_ref(&one)).matches(&interview.to_string()).count(), if stays { 2 } else { 0 });
    }
}

#[test]
fn cells_that_would_be_formulas_are_neutral() {
    let mut one = application("a", &[(StageName::Applied, date(2026, 3, 2)), (StageName::Screen, date(2026, 3, 9))]);
    let followed_up = |on: Date, how: &str| FollowedUp { on, how: how.to_owned() };
    one.followed_up = vec![followed_up(date(2026, 3, 5), ""), followed_up(date(2026, 3, 6), "=mail")];
    one.interview = Some(Interview { on: date(2026, 3, 12), company_kind: String::new() });
    one.remind_on = Some(date(2026, 3, 11));
    one.company = "=HYPERLINK(\"http://example.org\",\"Acme\")".to_owned();
    one.role = " +1, \"senior\"".to_owned();
    one.note = "-2\n@x".to_owned();
    let sent =
        |on: Date, name: &str| Sent { on, resume: Some(Kept { name: name.to_owned(), hash: String::new(), made: None }), letter: None };
    one.sent = vec![sent(date(2026, 3, 2), "＝cmd"), sent(date(2026, 3, 9), "cv.pdf")];
    one.rejection = Some(Rejection { reason: Reason::Pay, said: "\t=1".to_owned() });
    let table = to_csv(&[one]);
    assert_eq!(
        table,
        "Company,Role,Stage,Since,History,Interview on,Followed up,Remind on,Reason,They said,Résumé,Letter,Note\r\n\
         \"'=HYPERLINK(\"\"http://example.org\"\",\"\"Acme\"\")\",\"' +1, \"\"senior\"\"\",first conversation,2026-03-09,\
         2026-03-02 applied; 2026-03-09 first conversation,2026-03-12,2026-03-05; 2026-03-06 =mail,2026-03-11,pay,'\t=1,2026-03-02 ＝cmd; 2026-03-09 cv.pdf,,\"'-2\n@x\"\r\n"
    );
}

#[test]
fn a_report_tells_the_whole_history() {
    let all = report(&seven_answered(), TODAY);
    assert_eq!((all.open, all.over, all.from, all.until), (3, 6, Some(ago(50)), TODAY));
    let mut late = application("late", &[(StageName::Screen, ago(10)), (StageName::Applied, ago(30))]);
    late.followed_up = vec![FollowedUp { on: ago(20), how: "mail to the recruiter".to_owned() }];
    late.interview = Some(Interview { on: ago(-3), company_kind: String::new() });
    late.remind_on = Some(ago(-1));
    let rows = report(
        &[application("none", &[]), late, application("early", &[(StageName::Applied, ago(60)), (StageName::NoAnswer, ago(5))])],
        TODAY,
    )
    .rows;
    let said: Vec<String> = rows
        .iter()
        .map(|row| {
            let history: Vec<String> = row.history.iter().map(|(name, on, days)| format!("{} {on} {days:?}", name.words())).collect();
            let followed_up: String = row.followed_up.iter().map(|done| format!(", followed up {done}")).collect();
            let day = |what: &str, day: Option<Date>| day.map_or_else(String::new, |day| format!(", {what} {day}"));
            let ahead = day("interview", row.interview_on) + &day("reminder", row.remind_on);
            format!("{}: {}{followed_up}{ahead}", row.application, history.join(", "))
        })
        .collect();
    assert_eq!(
        said,
        [
            "early: applied 2026-09-27 Some(55), no answer 2026-11-21 None",
            "late: applied 2026-10-27 Some(20), first conversation 2026-11-16 Some(10), followed up 2026-11-06 mail to the recruiter, interview 2026-11-29, reminder 2026-11-27",
            "none: "
        ]
    );
}

#[test]
fn a_history_that_cannot_be_is_told_in_full() {
    let mut one = application(
        "a",
        &[(StageName::Applied, ago(10)), (StageName::Screen, ago(20)), (StageName::Withdrawn, ago(5)), (StageName::Offer, ago(-3))],
    );
    one.rejection = Some(Rejection { reason: Reason::Pay, said: String::new() });
    let codes =
        |one: &Application| application_faults(one, TODAY, "applications.toml").into_iter().map(|finding| finding.code).collect::<Vec<_>>();
    assert_eq!(codes(&one), ["jobs-stage-future", "jobs-stage-order", "jobs-stage-after-end", "jobs-reason-without-rejection"]);
    assert_eq!(codes(&application("b", &[])), ["jobs-no-stage"]);
    assert_eq!(codes(&application("c", &[(StageName::Applied, TODAY)])), Vec::<String>::new());
}

fn applications() -> impl Strategy<Value = Vec<Application>> {
    let stages = proptest::collection::vec((0..StageName::ALL.len(), 0..200_i32), 0..6);
    proptest::collection::vec(stages, 0..30).prop_map(|all| {
        let one = |(at, stages): (usize, Vec<(usize, i32)>)| {
            let stages: Vec<(StageName, Date)> = stages.into_iter().map(|(name, days)| (StageName::ALL[name], ago(days))).collect();
            application(&at.to_string(), &stages)
        };
        all.into_iter().enumerate().map(one).collect()
    })
}

proptest! {
    #[test]
    fn a_funnel_narrows_and_counts_everybody_once(all in applications()) {
        let steps = funnel(&all);
        for pair in steps.windows(2) {
            prop_assert_eq!(
                pair[0].count + pair[0].untold,
                pair[1].of + pair[1].waiting + pair[1].untold,
                "who got to a stage or beyond is decided, waiting or not told there"
            );
        }
        for step in &steps {
            prop_assert!(step.count <= step.of);
            prop_assert_eq!(step.interval.is_some(), step.of > 0);
        }
    }

    #[test]
    fn what_is_due_is_due(all in applications()) {
        for due in follow_ups(&all, TODAY) {
            let of = all.iter().find(|one| one.id == due.application).expect("one of them");
            prop_assert!(due.due <= TODAY && !of.is_over());
        }
        prop_assert_eq!(report(&all, TODAY).rows.len(), all.len());
        let table = to_csv(&all);
        let rows = csv::ReaderBuilder::new().from_reader(table.as_bytes()).into_records().filter(Result::is_ok).count();
        prop_assert_eq!(rows, all.len());
    }
}
