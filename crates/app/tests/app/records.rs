//! Milestones that a learner's own record reaches, and nothing else: what is written about it does not.

use crate::answers::right;
use crate::desk::{Desk, START};
use footbridge_app::view::{
    CompanyBody, ContactBody, EntryBody, ExerciseState, MilestoneView, NewApplicationBody, PathView, PlannedItemView, PublishedBody,
    StepBody,
};
use jiff::ToSpan;

const PIECES: [&str; 3] = ["teardown-published-one", "teardown-published-two", "teardown-published-three"];

const CHANGE: &str = "--- a/docs/auth.md\n+++ b/docs/auth.md\n@@ -1 +1 @@\n-a\n+b";

fn milestone(desk: &Desk, id: &str) -> MilestoneView {
    let path = desk.app.path().expect("a path");
    path.steps.into_iter().map(|step| step.milestone).find(|milestone| milestone.id == id).expect("the path has it")
}

fn counted(desk: &Desk, id: &str) -> (u32, u32, bool) {
    let milestone = milestone(desk, id);
    let record = milestone.record.expect("it counts a record");
    (record.done, record.of, milestone.reached)
}

fn at(address: &str) -> PublishedBody {
    PublishedBody { address: address.to_owned(), on: String::new(), diff: String::new() }
}

fn public(id: &str) -> String {
    format!("---\npublish: true\n---\n{}", right(id))
}

#[test]
fn three_pieces_published_as_they_passed_reach_the_milestone() {
    let desk = Desk::begun();
    let id = "milestone-published";
    for piece in PIECES {
        assert_eq!(desk.hand_in(piece, &public(piece)).expect("it can be checked").outcome, "pass");
    }
    assert_eq!(counted(&desk, id), (0, 3, false), "passed is not published");
    for (number, piece) in (1..).zip(PIECES) {
        desk.app.record_published(piece, &at(&format!("https://medium.com/{piece}"))).expect("an address");
        desk.app.record_published(piece, &at(&format!("https://www.linkedin.com/{piece}"))).expect("the same piece elsewhere");
        assert_eq!(counted(&desk, id), (number, 3, number == 3));
    }
    let reached = milestone(&desk, id);
    assert!(reached.proof == Some(ExerciseState::SelfReported), "it is the learner's word that it stands there");
    desk.app.write_plan().expect("a plan");
    assert!(desk.text("plan.md").expect("a plan").contains(&format!("reached — {} (self-reported)", reached.title)));
    desk.app.build_portfolio().expect("a site");
    assert!(desk.text("site/index.html").expect("a page").contains(&reached.title));
}

#[test]
fn an_address_counts_only_for_the_text_that_passed_and_a_contribution_is_no_piece() {
    let desk = Desk::begun();
    let id = "milestone-published";
    desk.hand_in(PIECES[0], &public(PIECES[0])).expect("it can be checked");
    let work = desk.app.work(PIECES[0]).expect("work");
    desk.put(&work.path, &format!("{}\nOne sentence more.\n", public(PIECES[0])));
    desk.app.record_published(PIECES[0], &at("https://medium.com/one")).expect("an address");
    assert_eq!(counted(&desk, id), (0, 3, false), "this text has not passed");
    desk.hand_in(PIECES[0], &format!("{}\nOne sentence more.\n", public(PIECES[0]))).expect("it can be checked");
    assert_eq!(counted(&desk, id), (1, 3, false), "now it has");
    desk.hand_in(PIECES[1], &public(PIECES[1])).expect("it can be checked");
    let change = PublishedBody { diff: CHANGE.to_owned(), ..at("https://github.com/org/docs/pull/1") };
    desk.app.record_published(PIECES[1], &change).expect("a contribution");
    assert_eq!(counted(&desk, id), (1, 3, false));
}

#[test]
fn answers_that_are_no_writing_and_a_second_piece_at_one_address_do_not_count() {
    let desk = Desk::begun();
    let id = "milestone-published";
    desk.hand_in("read-double-charge", &right("read-double-charge")).expect("it can be checked");
    desk.app.record_published("read-double-charge", &at("https://quiz.example/one")).expect("an address");
    assert_eq!(counted(&desk, id), (0, 3, false), "answers to questions are no piece");
    for piece in &PIECES[..2] {
        desk.hand_in(piece, &public(piece)).expect("it can be checked");
    }
    desk.app.record_published(PIECES[0], &at("https://medium.com/one")).expect("an address");
    desk.app.record_published(PIECES[1], &at("http://www.medium.com/one/#top")).expect("the same page");
    assert_eq!(counted(&desk, id), (1, 3, false), "one page is one piece");
}

#[test]
fn more_pieces_than_are_asked_for_are_counted_up_to_them_and_none_that_was_not_begun_is_done() {
    let desk = Desk::begun();
    let others = ["weekly-teardown", "prd-api-feature", "rfc-event-versioning", "postmortem-retry-storm"];
    for piece in others {
        assert_eq!(desk.hand_in(piece, &public(piece)).expect("it can be checked").outcome, "pass", "{piece}");
        desk.app.record_published(piece, &at(&format!("https://medium.com/{piece}"))).expect("an address");
    }
    desk.hand_in("read-double-charge", &right("read-double-charge")).expect("it can be checked");
    desk.app.record_published("read-double-charge", &at("https://quiz.example/one")).expect("an address");
    desk.app.build_portfolio().expect("a site");
    let page = desk.text("site/index.html").expect("a page");
    let (_, path_walked) = page.split_once("3 published pieces").expect("the milestone");
    let proves = path_walked.split("</li>").next().expect("its line");
    assert!(proves.contains("prd-api-feature") && !proves.contains("read-double-charge"), "{proves}");
    let reached = milestone(&desk, "milestone-published");
    assert!(reached.reached);
    assert_eq!(reached.record.expect("it counts").says, "3 of 3 published pieces recorded with the text that passed");
    let path = desk.app.path().expect("a path");
    for piece in PIECES {
        let open = item(&path, piece);
        assert_eq!((open.state, open.last), (ExerciseState::ToDo, None), "{piece} was never begun");
        assert_eq!(open.why, "Another piece that you published counts in its place.");
    }
}

#[test]
fn the_site_the_check_and_the_milestone_count_the_same() {
    let desk = Desk::begun();
    for piece in ["read-double-charge", "community-joined", "conference-attended", "prd-api-feature"] {
        let text = if piece.starts_with("read") { right(piece) } else { public(piece) };
        assert_eq!(desk.hand_in(piece, &text).expect("it can be checked").outcome, "pass", "{piece}");
        desk.app.record_published(piece, &at(&format!("https://medium.com/{piece}"))).expect("an address");
    }
    assert_eq!(counted(&desk, "milestone-published"), (1, 3, false), "answers and logs of attendance are no pieces");
    let missing = desk.app.check_portfolio().expect("looked over").missing;
    let begins = |code: &str| missing.iter().find(|gap| gap.finding.code == code).map(|gap| gap.closes[0].opens.as_str());
    assert_eq!(begins("portfolio-no-api-documentation"), Some("/work/project-api-contract"));
    assert_eq!(begins("portfolio-no-specification"), None, "a PRD is shown");
    assert_eq!(begins("portfolio-no-review"), Some("/work/prd-api-feature#readers"));
    assert!(missing.iter().any(|gap| gap.finding.message == "1 of 3 pieces are published where others can read them."), "{missing:?}");
    desk.app.build_portfolio().expect("a site");
    assert!(desk.text("site/index.html").expect("a page").contains("</strong> 1 published."));
}

#[test]
fn whoever_records_an_address_learns_whether_it_counts() {
    let desk = Desk::begun();
    let says = |piece: &str, body: &PublishedBody| {
        let view = desk.app.record_published(piece, body).expect("an address");
        view.published.last().expect("a place").says.clone()
    };
    for piece in ["read-double-charge", "community-joined", "prd-api-feature", PIECES[0]] {
        let text = if piece.starts_with("read") { right(piece) } else { public(piece) };
        desk.hand_in(piece, &text).expect("it can be checked");
    }
    assert_eq!(says("read-double-charge", &at("https://a.example/1")), "It does not count as a published piece: only writing does.");
    assert_eq!(
        says("community-joined", &at("https://a.example/2")),
        "It does not count as a published piece: it records what you did, which is no piece that shows how you think."
    );
    assert_eq!(says(PIECES[0], &at("https://a.example/3")), "It counts as a published piece: 1 of 3.");
    desk.turn_to(START.checked_add(1.day()).expect("a day"));
    assert_eq!(
        says("prd-api-feature", &at("https://www.a.example/3/")),
        format!("It does not count as a published piece: the same address stands with `{}`, and one page is one piece.", PIECES[0])
    );
    assert_eq!(
        says("prd-api-feature", &at("https://a.example/2")),
        "It counts as a published piece: 2 of 3. The same address stands with `community-joined`, too."
    );
    let work = desk.app.work(PIECES[1]).expect("work");
    desk.put(&work.path, "Not yet.\n");
    assert_eq!(
        says(PIECES[1], &at("https://a.example/4")),
        format!("It does not count as a published piece yet: this text has not passed. `footbridge check {}` checks it.", PIECES[1])
    );
    let change = PublishedBody { diff: CHANGE.to_owned(), ..at("https://github.com/org/docs/pull/1") };
    assert!(says("prd-api-feature", &change).starts_with("A contribution to the work of others"));
}

/// The page was there with one text, and the other was only said to be.
#[test]
fn of_two_pieces_with_one_page_and_day_the_one_that_was_recorded_first_counts() {
    for order in [[0, 1], [1, 0]] {
        let desk = Desk::begun();
        let pieces = order.map(|number| PIECES[number]);
        for piece in pieces {
            desk.hand_in(piece, &public(piece)).expect("it can be checked");
        }
        let says =
            |piece: &str| desk.app.record_published(piece, &at("https://a.example/1")).expect("an address").published[0].says.clone();
        assert_eq!(says(pieces[0]), "It counts as a published piece: 1 of 3.");
        assert!(says(pieces[1]).contains(&format!("the same address stands with `{}`", pieces[0])));
    }
}

#[test]
fn a_piece_beyond_those_asked_for_says_how_many_there_are() {
    let desk = Desk::begun();
    let says = |piece: &str| {
        desk.hand_in(piece, &public(piece)).expect("it can be checked");
        let view = desk.app.record_published(piece, &at(&format!("https://a.example/{piece}"))).expect("an address");
        view.published[0].says.clone()
    };
    let said: Vec<String> = PIECES.into_iter().chain(["prd-api-feature"]).map(says).collect();
    assert_eq!(said[2..], ["It counts as a published piece: 3 of 3.", "It counts as a published piece: 4 by now, and 3 are asked for."]);
}

#[test]
fn what_cannot_have_been_published_is_refused() {
    let desk = Desk::begun();
    let refused = |piece: &str, body: &PublishedBody| desk.app.record_published(piece, body).expect_err("refused").message;
    let work = desk.app.work("choice-cache-or-replica").expect("work");
    desk.put(&work.path, &right("choice-cache-or-replica"));
    assert_eq!(
        refused("choice-cache-or-replica", &at("https://a.example/1")),
        "`choice-cache-or-replica` has not passed yet, so there is no answer to publish."
    );
    let lesson = desk.app.catalogue().expect("all").tracks.into_iter().flat_map(|track| track.items).find(|item| item.kind == "lesson");
    let lesson = lesson.expect("a lesson").id;
    assert_eq!(
        refused(&lesson, &at("https://a.example/1")),
        format!("`{lesson}` is a lesson: there is nothing of yours in it to publish.")
    );
    desk.hand_in(PIECES[0], &public(PIECES[0])).expect("it can be checked");
    for address in ["ftp://a.example/1", "a.example/1", "https://localhost/1", "https://a.example/1 2"] {
        assert_eq!(refused(PIECES[0], &at(address)), format!("“{address}” is no address on the web."));
    }
    let words = PublishedBody { diff: "just some words".to_owned(), ..at("https://github.com/org/docs/pull/1") };
    assert!(refused(PIECES[0], &words).starts_with("This is no change as `git diff` writes it"));
    let view = desk.app.record_published(PIECES[0], &at("HTTPS://A.Example/One")).expect("an address");
    assert_eq!(view.published[0].address, "https://a.example/One");
    assert_eq!(refused(PIECES[0], &at("https://a.example/One")), "This publication is recorded already.");
}

#[test]
fn a_change_recorded_twice_is_one_contribution_and_a_publication_can_be_taken_back() {
    let desk = Desk::begun();
    for piece in [PIECES[0], "docs-contribution"] {
        desk.hand_in(piece, &public(piece)).expect("it can be checked");
    }
    let address = "https://github.com/org/docs/pull/12";
    let change = |diff: &str| PublishedBody { diff: diff.to_owned(), ..at(address) };
    desk.app.record_published("docs-contribution", &change(CHANGE)).expect("a contribution");
    let view = desk.app.record_published("docs-contribution", &change(&format!("{CHANGE}\n+c"))).expect("the same, mended");
    assert_eq!(view.published.len(), 1);
    desk.app.record_published(PIECES[0], &change(CHANGE)).expect("the same from another text");
    desk.app.build_portfolio().expect("a site");
    assert!(desk.text("site/contributions.html").expect("a page").contains("1 contribution to the work of others"));
    desk.app.record_published(PIECES[0], &at("https://medium.com/one")).expect("an address");
    assert_eq!(counted(&desk, "milestone-published"), (1, 3, false));
    let wrong = desk.app.take_back_published(PIECES[0], "https://medium.com/two").expect_err("nothing there");
    assert_eq!(wrong.help.as_deref(), Some(format!("Recorded for it: {address}, https://medium.com/one.").as_str()));
    let left = desk.app.take_back_published(PIECES[0], "https://medium.com/one/").expect("taken back").published;
    assert_eq!(left.len(), 1);
    assert_eq!(counted(&desk, "milestone-published"), (0, 3, false));
    assert_eq!(desk.app.take_back_published("docs-contribution", address).expect("both records of it").published.len(), 0);
}

fn card(name: &str) -> CompanyBody {
    CompanyBody {
        name: name.to_owned(),
        product: "Payments for shops that sell in more than one country.".to_owned(),
        api: "REST, and webhooks for everything that can change later.".to_owned(),
        users: "Developers at shops of ten to a hundred people.".to_owned(),
        changes: "- 2026-11-02: version 3, https://acme.example/changelog".to_owned(),
        ..CompanyBody::default()
    }
}

fn item(path: &PathView, id: &str) -> PlannedItemView {
    path.steps.iter().flat_map(|step| &step.work).flat_map(|work| &work.items).find(|item| item.id == id).expect("an item").clone()
}

#[test]
fn twenty_researched_companies_do_the_work_of_the_text_about_them() {
    let desk = Desk::begun();
    for number in 1..20 {
        desk.app.keep_company(&card(&format!("Company {number}"))).expect("a card");
    }
    desk.app.keep_company(&CompanyBody { name: "Begun".to_owned(), ..CompanyBody::default() }).expect("a card");
    let line = |path: &PathView| path.steps.iter().flat_map(|step| &step.work).find_map(|work| work.record.clone()).expect("a record");
    let path = desk.app.path().expect("a path");
    assert_eq!((line(&path).done, item(&path, "twenty-companies").state), (19, ExerciseState::ToDo));
    desk.app.keep_company(&card("Company 20")).expect("a card");
    let path = desk.app.path().expect("a path");
    assert_eq!(line(&path).says, "20 of 20 companies researched");
    let done = item(&path, "twenty-companies");
    assert_eq!((done.state, done.why.as_str()), (ExerciseState::SelfReported, "On record."));
    let planned = path.plan_weeks.iter().flat_map(|week| &week.items).any(|item| item.id == "twenty-companies");
    assert!(!planned, "no time is planned for what is done");
    for day in 5..9 {
        desk.turn_to(jiff::civil::date(2027, 1, day));
        assert!(!desk.app.day().expect("a day").items.is_empty(), "what was done takes no time from {day} January");
    }
}

#[test]
fn the_first_interview_on_record_reaches_the_last_milestone() {
    let desk = Desk::begun();
    let id = "milestone-interview";
    let text = "first-interview-scheduled";
    assert_eq!(desk.hand_in(text, &right(text)).expect("it can be checked").outcome, "pass");
    assert_eq!(counted(&desk, id), (0, 1, false), "a text about it is no interview");
    let new = |company: &str| NewApplicationBody { company: company.to_owned(), role: "TPM".to_owned(), ..NewApplicationBody::default() };
    let added = desk.app.add_application(&new("Hushco Systems")).expect("a new application");
    let entry = |stage: &str| EntryBody { stage: stage.to_owned(), ..EntryBody::default() };
    desk.app.add_to_application(&added.line.id, &entry("first-conversation")).expect("a stage");
    assert_eq!(counted(&desk, id), (0, 1, false), "a call by a recruiter is none yet");
    let booked = EntryBody { interview_on: START.saturating_add(9.days()).to_string(), ..EntryBody::default() };
    desk.app.add_to_application(&added.line.id, &booked).expect("a day");
    assert_eq!(counted(&desk, id), (1, 1, true));
    let other = Desk::begun();
    let staged = other.app.add_application(&new("Other")).expect("a new application");
    other.app.add_to_application(&staged.line.id, &entry("interview")).expect("a stage");
    assert_eq!(counted(&other, id), (1, 1, true), "the stage says so, too");
}

fn booked(desk: &Desk, company: &str, on: &str) -> String {
    let new = NewApplicationBody { company: company.to_owned(), role: "TPM".to_owned(), ..NewApplicationBody::default() };
    let id = desk.app.add_application(&new).expect("a new application").line.id;
    desk.app.add_to_application(&id, &EntryBody { interview_on: on.to_owned(), ..EntryBody::default() }).expect("a day");
    id
}

#[test]
fn an_interview_that_is_agreed_on_ends_the_work_of_getting_one_and_leaves_no_day_empty() {
    let desk = Desk::begun();
    let before = desk.app.path().expect("a path");
    let day = desk.app.day().expect("a day");
    booked(&desk, "Hushco", "2027-01-13");
    let path = desk.app.path().expect("a path");
    let gone = item(&path, "first-interview-scheduled");
    let a_week = item(&path, "five-people-a-week").minutes;
    assert_eq!(path.details.minutes, before.details.minutes - gone.minutes - a_week, "the way is a week shorter");
    assert_eq!((gone.state, gone.why.as_str()), (ExerciseState::SelfReported, "On record since 4 January 2027."));
    assert_eq!(desk.app.day().expect("a day").answer, day.answer);
    assert!(path.answer.starts_with("First TPM interview scheduled for 13 January 2027. The plan goes on until "), "{}", path.answer);
    assert!(milestone(&desk, "milestone-interview").reached);
}

#[test]
fn an_interview_that_was_held_on_its_day_is_none_ahead() {
    let desk = Desk::begun();
    let id = booked(&desk, "Hushco", "2027-01-13");
    booked(&desk, "Quietly", "2027-01-20");
    let companies =
        |desk: &Desk| -> Vec<String> { desk.app.day().expect("a day").interviews.into_iter().map(|ahead| ahead.company).collect() };
    desk.turn_to(jiff::civil::date(2027, 1, 13));
    assert_eq!(companies(&desk), ["Hushco", "Quietly"]);
    desk.app.add_to_application(&id, &EntryBody { stage: "interview".to_owned(), ..EntryBody::default() }).expect("a stage");
    assert_eq!(companies(&desk), ["Quietly"]);
    assert_eq!(desk.app.interviews().expect("interviews").interviews.len(), 1);
}

const PREPARES: [&str; 2] = ["prepare-product-sense", "prepare-system-design"];

#[test]
fn what_prepares_for_an_interview_is_planned_before_its_day_and_every_screen_names_the_day() {
    let desk = Desk::begun();
    booked(&desk, "Hushco", "2027-02-18");
    let path = desk.app.path().expect("a path");
    let interview = path.interviews[0].clone();
    assert_eq!((interview.company.as_str(), interview.says.as_str()), ("Hushco", "It is on Thursday 18 February 2027, in 45 days."));
    let prepares = interview.prepares.expect("work").replace('\u{202f}', " ");
    assert_eq!(prepares, "What prepares for your interview, 19 h 15 min, comes first and fits before 18 February 2027.");
    for id in PREPARES {
        let item = item(&path, id);
        assert!(item.last < Some(interview.on.clone()), "{id} is planned until {:?}", item.last);
        assert!(item.why.starts_with("Because it prepares for your interview on Thursday 18 February, and "), "{}", item.why);
    }
    assert_eq!(milestone(&desk, "milestone-interview").date, Some(START.to_string()), "it is reached since the day was agreed on");
    assert_eq!(desk.app.day().expect("a day").interviews[0].on, interview.on);
    assert_eq!(desk.app.applications().expect("a board").lines[0].interview_on, Some(interview.on));
    let file = desk.text("plan.md").expect("a plan");
    for private in ["Hushco", "your interview", "scheduled for"] {
        assert!(!file.contains(private), "plan.md may be read by others and says “{private}”");
    }
}

#[test]
fn on_the_day_of_an_interview_the_work_for_the_next_one_still_comes_first() {
    let desk = Desk::begun();
    booked(&desk, "Hushco", "2027-01-12");
    booked(&desk, "Quietly", "2027-02-20");
    desk.turn_to(jiff::civil::date(2027, 1, 12));
    let path = desk.app.path().expect("a path");
    let interview = path.interviews[0].clone();
    assert_eq!((interview.says.as_str(), interview.prepares), ("It is on Tuesday 12 January 2027, today.", None));
    assert!(item(&path, PREPARES[0]).before_interview, "what prepares for the second comes first");
    desk.turn_to(jiff::civil::date(2027, 1, 13));
    let path = desk.app.path().expect("a path");
    assert!(path.answer.starts_with("First TPM interview scheduled. The plan goes on"), "the first one was held: {}", path.answer);
}

#[test]
fn an_earlier_interview_moves_nothing_that_was_in_front_already() {
    let desk = Desk::begun();
    booked(&desk, "Hushco", "2027-03-20");
    desk.turn_to(START.saturating_add(9.days()));
    booked(&desk, "Quietly", "2027-03-01");
    let path = desk.app.path().expect("a path");
    let why: Vec<&str> = path.moved.iter().map(|moved| moved.why.as_str()).collect();
    assert!(!why.is_empty() && why.iter().all(|why| !why.contains("your interview")), "{why:?}");
}

#[test]
fn where_not_all_that_prepares_for_an_interview_fits_the_shortest_of_it_comes_first() {
    let desk = Desk::begun();
    booked(&desk, "Hushco", "2027-01-16");
    let path = desk.app.path().expect("a path");
    let prepares = path.interviews[0].prepares.clone().expect("work").replace('\u{202f}', " ");
    assert!(
        prepares.starts_with("What prepares for your interview, 19 h 15 min, comes first; ") && prepares.contains(" of it fit before"),
        "{prepares}"
    );
    let ahead = |id: &str| item(&path, id).last.as_ref() < Some(&path.interviews[0].on);
    assert_eq!(PREPARES.map(ahead), [true, false]);
}

/// A text that was begun weeks ago takes hours, and the interview is on Thursday.
#[test]
fn what_prepares_for_an_interview_stands_before_what_is_in_hand() {
    let desk = Desk::begun();
    desk.app.start("docs-contribution").expect("it can begin");
    booked(&desk, "Hushco", "2027-01-07");
    let day = desk.app.day().expect("a day");
    let first: Vec<bool> = day.items.iter().map(|item| item.before_interview).collect();
    assert!(first[0] && first.is_sorted_by_key(|prepares| !prepares), "{:?}", day.items);
    assert!(day.items.iter().any(|item| item.id == "docs-contribution"));
    assert!(day.answer.ends_with("and something in hand"), "{}", day.answer);
}

/// A line of a week holds all sittings of its work: those behind the interview do not prepare for it, and wait for their turn.
#[test]
fn behind_an_interview_no_hours_of_its_week_go_to_what_prepared_for_it() {
    let desk = Desk::begun();
    booked(&desk, "Hushco", "2027-01-07");
    let path = desk.app.path().expect("a path");
    let prepares = path.plan_weeks.iter().flat_map(|week| &week.items).filter(|item| item.why.contains("it prepares for your interview"));
    let behind: Vec<bool> = prepares
        .map(|item| {
            let goes_on = item.last.as_ref() >= Some(&path.interviews[0].on);
            assert_eq!(item.why.ends_with(" of it stand after that day."), goes_on, "{}", item.why);
            goes_on
        })
        .collect();
    assert!(!behind.is_empty() && !behind.contains(&true), "{behind:?}");
}

#[test]
fn a_week_after_an_interview_was_agreed_on_the_path_says_what_moved_for_it() {
    let desk = Desk::begun();
    desk.turn_to(START.saturating_add(9.days()));
    booked(&desk, "Hushco", "2027-03-01");
    let moved = desk.app.path().expect("a path").moved;
    let title = item(&desk.app.path().expect("a path"), PREPARES[0]).title;
    let why = moved.iter().find(|moved| moved.title == title).map(|moved| moved.why.as_str());
    assert_eq!(why, Some("before your interview on 1 March 2027"));
}

#[test]
fn an_interview_that_was_held_leaves_its_day_the_minutes_it_has() {
    let desk = Desk::begun();
    let planned = |desk: &Desk| desk.app.day().expect("a day").items.iter().map(|item| item.minutes).sum::<u32>();
    let before = planned(&desk);
    let new = NewApplicationBody { company: "Hushco".to_owned(), role: "TPM".to_owned(), ..NewApplicationBody::default() };
    let added = desk.app.add_application(&new).expect("a new application");
    let held = EntryBody { stage: "interview".to_owned(), ..EntryBody::default() };
    desk.app.add_to_application(&added.line.id, &held).expect("a stage");
    assert_eq!(planned(&desk), before);
}

/// The file says what the plan says, without being written anew, and something else than before.
fn follows(desk: &Desk, what: &str, act: impl FnOnce(&Desk)) {
    let before = desk.text("plan.md");
    act(desk);
    let written = desk.text("plan.md");
    assert_ne!(written, before, "{what} changes the plan");
    desk.app.write_plan().expect("a plan");
    assert_eq!(desk.text("plan.md"), written, "plan.md follows {what}");
}

#[test]
fn plan_md_follows_what_is_recorded_beside_the_work() {
    let desk = Desk::begun();
    let new = NewApplicationBody { company: "Hushco".to_owned(), role: "TPM".to_owned(), ..NewApplicationBody::default() };
    let added = desk.app.add_application(&new).expect("a new application");
    follows(&desk, "an interview that was held", |desk| {
        let held = EntryBody { stage: "interview".to_owned(), ..EntryBody::default() };
        desk.app.add_to_application(&added.line.id, &held).expect("a stage");
    });
    (1..20).for_each(|number| drop(desk.app.keep_company(&card(&format!("Company {number}"))).expect("a card")));
    follows(&desk, "the twentieth company", |desk| drop(desk.app.keep_company(&card("Company 20")).expect("a card")));
    let bo = ContactBody { name: "Bo".to_owned(), ..ContactBody::default() };
    let bo = desk.app.add_contact(&bo).expect("a contact").line.id;
    let step = |step: &str, note: &str| StepBody { step: step.to_owned(), on: String::new(), note: note.to_owned() };
    desk.app.converse(&bo, &step("held", "")).expect("a step");
    follows(&desk, "a conversation that is written down", |desk| {
        drop(desk.app.converse(&bo, &step("noted", "Nine hours of meetings")).expect("a step"));
    });
    let publish = |piece: &str| desk.app.record_published(piece, &at(&format!("https://example.com/{piece}"))).expect("an address");
    PIECES.iter().for_each(|piece| drop(desk.hand_in(piece, &public(piece)).expect("it can be checked")));
    PIECES[..2].iter().for_each(|piece| drop(publish(piece)));
    follows(&desk, "the third piece that is published", |_| drop(publish(PIECES[2])));
}
