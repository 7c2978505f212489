//! A piece of writing: scored by its author first, read by another person, published.

use crate::answers::right;
use crate::desk::Desk;
use footbridge_app::view::{AnswerBody, PublishedBody, RubricView, ScoreBody, ScoresBody};
use footbridge_journal::{Disk as _, DiskPath};
use footbridge_verdict::AnswerHash;

const ID: &str = "prd-api-feature";

fn scores(desk: &Desk, level: u8) -> ScoresBody {
    let rubric = desk.app.work(ID).expect("work").rubric.expect("a rubric");
    let score = |id: String| ScoreBody { criterion: id, level, because: String::new() };
    ScoresBody { scores: rubric.criteria.into_iter().map(|criterion| score(criterion.id)).collect() }
}

fn reply(desk: &Desk, text: &str) -> String {
    let rubric = desk.app.work(ID).expect("work").rubric.expect("a rubric");
    let scores: Vec<String> = rubric.criteria.iter().map(|criterion| format!(r#""{}":{{"level":2}}"#, criterion.id)).collect();
    format!(
        r#"{{"format":1,"exercise":"{ID}","answer":"{}","reviewer":"Robin, secret name","on":"2027-01-04","scores":{{{}}},"note":"Who pays?"}}"#,
        AnswerHash::of(text.as_bytes()),
        scores.join(",")
    )
}

#[test]
fn others_scores_are_shown_after_ones_own() {
    let desk = Desk::begun();
    assert!(desk.app.review_page(ID).is_err(), "nothing is written yet");
    desk.hand_in(ID, &right(ID)).expect("it can be checked");
    let page = desk.app.review_page(ID).expect("a page");
    let html = desk.text(&page.path).expect("the page is in the folder");
    assert!(html.contains("Northpay") && html.contains("excellent"));

    let work = desk.app.take_review(ID, "review.json", reply(&desk, &right(ID)).as_bytes()).expect("a sound review").work;
    let rubric = work.rubric.expect("a rubric");
    assert_eq!((rubric.scored, rubric.waiting, rubric.reviews.len()), (false, 1, 0));
    assert!(rubric.criteria.iter().all(|criterion| criterion.others.is_empty()));

    let rubric = desk.app.score_own(ID, &scores(&desk, 3)).expect("scores").rubric.expect("a rubric");
    assert_eq!((rubric.scored, rubric.waiting, rubric.reviews.len()), (true, 0, 1));
    assert!(rubric.reviews[0].of_this_text);
    assert!(
        rubric.criteria.iter().all(|criterion| criterion.own.as_ref().map(|own| own.level) == Some(3) && criterion.others[0].level == 2)
    );

    desk.app.take_review(ID, "review.json", reply(&desk, &right(ID)).as_bytes()).expect("the same once more");
    assert_eq!(desk.app.work(ID).expect("work").rubric.expect("a rubric").reviews.len(), 1, "it counts once");
}

/// A corrected file counted as a second reader.
#[test]
fn a_readers_corrected_review_takes_the_place_of_their_first() {
    let desk = Desk::begun();
    let text = format!("---\npublish: true\n---\n{}", right(ID));
    desk.hand_in(ID, &text).expect("it can be checked");
    let take = |file: &str| desk.app.take_review(ID, "review.json", file.as_bytes()).expect("a sound review");
    let first = reply(&desk, &text);
    assert_eq!(take(&first).says, "The levels of Robin, secret name are taken in. They are shown once you have scored that text yourself.");
    let corrected = first.replace("\"level\":2", "\"level\":4").replace("Robin, secret name", " robin, Secret name");
    let taken = take(&corrected);
    assert!(taken.says.contains("in place of those that the same reader gave on 4 January 2027."), "{}", taken.says);
    assert_eq!(taken.work.rubric.expect("a rubric").waiting, 1);
    assert!(take(&corrected).says.contains("already"));

    let rubric = desk.app.score_own(ID, &scores(&desk, 3)).expect("scores").rubric.expect("a rubric");
    let given = |rubric: &RubricView| rubric.criteria[0].others.iter().map(|score| score.level).collect::<Vec<_>>();
    assert_eq!((given(&rubric), rubric.reviews.len()), (vec![4], 1));
    let other = take(&first.replace("Robin, secret name", "Grace"));
    assert!(other.says.ends_with("They are shown with the rubric."), "{}", other.says);
    assert_eq!(given(&other.work.rubric.expect("a rubric")), [4, 2], "another reader stands beside");
    let back = take(&first);
    assert_eq!(given(&back.work.rubric.expect("a rubric")), [2, 2], "the file that came last stands");

    desk.put("portfolio.toml", "reviews = true\n");
    desk.app.build_portfolio().expect("a site");
    let page = desk.text(&format!("site/evidence/{ID}.html")).expect("the page");
    assert!(page.contains("2 reviews by another person"), "the site counts readers as well, not files");

    let nameless = |level: u8| take(&first.replace("Robin, secret name", "").replace("\"level\":2", &format!("\"level\":{level}")));
    assert!(!nameless(1).says.contains("without a name"));
    assert!(nameless(2).says.ends_with("Readers without a name count as one: if these are two, have each fill in a name and save again."));
}

/// What somebody said of an earlier text is no correction of what they say of this one.
#[test]
fn a_reader_may_judge_each_text_of_an_answer() {
    let desk = Desk::begun();
    desk.hand_in(ID, &right(ID)).expect("it can be checked");
    desk.app.take_review(ID, "review.json", reply(&desk, &right(ID)).as_bytes()).expect("a sound review");
    let later = format!("{}\nOne more line.\n", right(ID));
    desk.hand_in(ID, &later).expect("it can be checked");
    let taken = desk.app.take_review(ID, "review.json", reply(&desk, &later).as_bytes()).expect("a sound review");
    assert!(!taken.says.contains("in place of"), "{}", taken.says);
    assert_eq!(taken.work.rubric.expect("a rubric").waiting, 2);
    let scored = desk.app.score_own(ID, &scores(&desk, 3)).expect("scores").rubric.expect("a rubric");
    assert_eq!((scored.reviews.len(), scored.waiting), (1, 1), "who has scored a text sees what others say of that text");

    desk.hand_in(ID, &format!("{later}And one.\n")).expect("it can be checked");
    let changed = desk.app.work(ID).expect("work").rubric.expect("a rubric");
    assert_eq!((changed.scored, changed.reviews.len(), changed.reviews[0].of_this_text, changed.waiting), (false, 1, false, 1));
    assert!(changed.criteria[0].others[0].by.ends_with(", of an earlier text"), "{:?}", changed.criteria[0].others);
}

#[test]
fn a_review_that_is_not_taken_says_which_file_it_is() {
    let desk = Desk::begun();
    desk.hand_in(ID, &right(ID)).expect("it can be checked");
    let other = reply(&desk, &right(ID)).replace(ID, "memo-security-patch");
    for (bytes, says) in [
        (other.as_bytes(), "The review cannot be taken in. This review is about `memo-security-patch`, not about"),
        (b"{" as &[u8], "The review cannot be taken in."),
    ] {
        let refused = desk.app.take_review(ID, "reviews/robin.json", bytes).expect_err("it is no review of this text");
        assert!(
            refused.message.starts_with(says) && refused.message.ends_with(" The file is `reviews/robin.json`."),
            "{}",
            refused.message
        );
    }
}

#[test]
fn a_changed_text_is_scored_anew() {
    let desk = Desk::begun();
    desk.hand_in(ID, &right(ID)).expect("it can be checked");
    desk.app.score_own(ID, &scores(&desk, 4)).expect("scores");
    desk.hand_in(ID, &format!("{}\nOne more line.\n", right(ID))).expect("it can be checked");
    assert!(!desk.app.work(ID).expect("work").rubric.expect("a rubric").scored);
}

#[test]
fn scores_are_whole_and_known() {
    let desk = Desk::begun();
    desk.hand_in(ID, &right(ID)).expect("it can be checked");
    let mut missing = scores(&desk, 3);
    missing.scores.pop();
    let open = missing.scores.pop().expect("another").criterion;
    let last = scores(&desk, 3).scores.pop().expect("the last").criterion;
    let refused = desk.app.score_own(ID, &missing).expect_err("two are missing");
    assert_eq!(refused.message, "A text is scored on every criterion at once, from 1 (poor) to 4 (excellent).");
    assert_eq!(refused.help.as_deref(), Some(format!("Still without a level: `{open}`, `{last}`.").as_str()));
    assert!(desk.app.score_own(ID, &scores(&desk, 5)).is_err());
    let mut stranger = scores(&desk, 3);
    stranger.scores.push(ScoreBody { criterion: "style".to_owned(), level: 2, because: String::new() });
    assert!(desk.app.score_own(ID, &stranger).is_err());
    assert!(desk.app.score_own("read-double-charge", &ScoresBody { scores: Vec::new() }).is_err(), "it has no rubric");
}

#[test]
fn a_readers_name_stays_private() {
    let desk = Desk::begun();
    desk.hand_in(ID, &format!("---\npublish: true\n---\n{}", right(ID))).expect("it can be checked");
    desk.app.take_review(ID, "review.json", reply(&desk, &right(ID)).as_bytes()).expect("a sound review");
    desk.app.score_own(ID, &scores(&desk, 3)).expect("scores");
    desk.app.build_portfolio().expect("a site");
    let texts = desk.all_texts();
    assert!(texts.iter().any(|(path, text)| path.starts_with("private/") && text.contains("secret name")), "it is kept in private");
    for (path, text) in &texts {
        assert!(path.starts_with("private/") || !text.contains("secret name"), "{path} names the reader");
        assert!(!path.starts_with("site/") || !text.contains("another person, "), "{path} shows scores that nobody asked it to show");
    }
}

#[test]
fn a_portfolio_that_is_asked_to_shows_scores_without_names() {
    let desk = Desk::begun();
    let text = format!("---\npublish: true\n---\n{}", right(ID));
    desk.hand_in(ID, &text).expect("it can be checked");
    desk.app.take_review(ID, "review.json", reply(&desk, &text).as_bytes()).expect("a sound review");
    desk.put("portfolio.toml", "reviews = true\n");
    let page = |desk: &Desk| {
        desk.app.build_portfolio().expect("a site");
        desk.text(&format!("site/evidence/{ID}.html")).expect("the page")
    };
    let anchor = |level: usize| desk.app.work(ID).expect("work").rubric.expect("a rubric").criteria[0].levels[level - 1].anchor.clone();
    assert!(!page(&desk).contains(&anchor(2)), "others' scores wait for the author's");
    desk.app.score_own(ID, &scores(&desk, 3)).expect("scores");
    let shown = page(&desk);
    assert!(shown.contains(&anchor(2)) && shown.contains(&anchor(3)));
    assert!(!shown.contains("secret name"));
}

#[test]
fn what_is_left_open_is_not_published() {
    let desk = Desk::begun();
    let open = format!("---\n{}\n\n```\npublish: true\n```\n", right(ID));
    desk.hand_in(ID, &open).expect("it can be checked");
    assert!(!desk.app.work(ID).expect("work").is_public);
}

#[test]
fn a_page_that_was_changed_and_is_no_longer_shown_is_told() {
    let desk = Desk::begun();
    let page = format!("site/evidence/{ID}.html");
    desk.hand_in(ID, &format!("---\npublish: true\n---\n{}", right(ID))).expect("it can be checked");
    desk.app.build_portfolio().expect("a site");
    desk.put(&page, "changed by hand");
    let built = desk.app.build_portfolio().expect("a site");
    assert_eq!(built.left_alone, [format!("evidence/{ID}.html")]);
    desk.hand_in(ID, &right(ID)).expect("it can be checked");
    for _ in 0..2 {
        let built = desk.app.build_portfolio().expect("a site");
        assert_eq!(built.no_longer_shown, [format!("evidence/{ID}.html")], "it is told again and again");
    }
    assert_eq!(desk.text(&page).as_deref(), Some("changed by hand"));
}

#[test]
fn an_unfinished_text_is_looked_over_and_nothing_is_recorded() {
    let desk = Desk::begun();
    let look = desk.app.look_over(ID, "---\na: 1\n---\n# Title\n\n## Problem\n\nSlow.\n").expect("a look");
    assert!(look.open > 5, "{} things are open", look.open);
    assert_eq!((look.words, look.sections.len()), (1, 2));
    assert_eq!(look.sections.iter().map(|section| (section.line, section.words)).collect::<Vec<_>>(), [(4, 0), (6, 1)]);
    assert!(look.drawing.is_none() && !look.preview.is_empty());
    assert_eq!(desk.app.work(ID).expect("work").history.len(), 0);
    let drawn = desk.app.look_over("roadmap-api-product", &right("roadmap-api-product")).expect("a look");
    assert!(drawn.drawing.is_some_and(|svg| svg.starts_with("<svg")));
    assert!(desk.app.look_over(ID, &"x".repeat(600 * 1024)).is_err(), "too long");
    assert!(desk.app.look_over("read-double-charge", "").is_err(), "no writing");
}

#[test]
fn the_model_teardown_fits_a_post_and_says_nothing_that_cannot_be_measured() {
    let look = Desk::begun().app.look_over("weekly-teardown", &right("weekly-teardown")).expect("a look");
    let codes: Vec<&str> = look.findings.iter().map(|finding| finding.code.as_str()).collect();
    assert!(!codes.contains(&"prose-unmeasurable") && !codes.contains(&"prose-too-long-to-post"), "{codes:?}");
    assert!((425..=575).contains(&look.words), "{} words", look.words);
}

#[test]
fn the_portfolio_says_what_is_missing_and_what_is_not_shown() {
    let desk = Desk::begun();
    desk.hand_in(ID, &right(ID)).expect("it can be checked");
    let looked = desk.app.check_portfolio().expect("a look");
    assert!(looked.sound && !looked.is_built && !looked.missing.is_empty());
    let closes = |code: &str| -> Vec<String> {
        let gap = looked.missing.iter().find(|gap| gap.finding.code == code).expect("it is told");
        gap.closes.iter().map(|next| next.opens.clone()).collect()
    };
    assert!(closes("portfolio-empty")[0].starts_with("/work/sql-"));
    assert_eq!(closes("portfolio-no-about"), ["/publish#settings-about"]);
    assert_eq!(closes("portfolio-no-contribution"), ["/work/docs-contribution"]);
    assert!(looked.missing.iter().all(|gap| !gap.closes.is_empty()), "every row leads somewhere: {:?}", looked.missing);
    assert_eq!(looked.unpublished.iter().map(|piece| piece.opens.as_str()).collect::<Vec<_>>(), [format!("/work/{ID}")]);
    let file = desk.app.begin_portfolio_settings().expect("a file");
    desk.put(&file, "theme = \"dark\"\n");
    assert_eq!(desk.app.check_portfolio().expect_err("no theme").findings.len(), 1);
}

#[test]
fn a_piece_is_shown_only_when_it_says_so() {
    let desk = Desk::begun();
    assert!(desk.app.start(ID).expect("it can begin").text.starts_with("---\npublish: false\n---\n"));
    desk.hand_in(ID, &right(ID)).expect("it can be checked");
    let page = format!("evidence/{ID}.html");
    assert!(!desk.app.build_portfolio().expect("a site").files.contains(&page));
    desk.hand_in(ID, &format!("---\npublish: true\n---\n{}", right(ID))).expect("it can be checked");
    assert!(desk.app.build_portfolio().expect("a site").files.contains(&page));
}

#[test]
fn taking_the_word_back_needs_no_pass() {
    let desk = Desk::begun();
    let page = format!("site/evidence/{ID}.html");
    desk.hand_in(ID, &format!("---\npublish: true\n---\n{}", right(ID))).expect("it can be checked");
    desk.app.build_portfolio().expect("a site");
    assert!(desk.text(&page).is_some());
    let begun = desk.app.work(ID).expect("work");
    let draft = "---\npublish: false\n---\nNot for others any more.\n".to_owned();
    desk.app.save(ID, &AnswerBody { text: draft, base_hash: begun.hash, variant: 0 }).expect("a draft");
    desk.app.build_portfolio().expect("a site");
    assert_eq!(desk.text(&page), None);
}

#[test]
fn front_matter_is_no_part_of_the_text() {
    let desk = Desk::begun();
    desk.hand_in(ID, &format!("\u{feff}---\npublish: true\nfor: a secret reader\n---\n{}", right(ID))).expect("it can be checked");
    desk.app.build_portfolio().expect("a site");
    let page = desk.text(&format!("site/evidence/{ID}.html")).expect("it is shown");
    let (text, answer) = page.split_once("exactly as it passed").expect("both");
    assert!(!text.contains("a secret reader") && answer.contains("a secret reader"), "only the file shows it, byte for byte");
}

#[test]
fn ids_in_the_settings_that_nothing_comes_of_are_told() {
    let desk = Desk::begun();
    desk.hand_in(ID, &format!("---\npublish: true\n---\n{}", right(ID))).expect("it can be checked");
    desk.put("portfolio.toml", &format!("featured = [\"{ID}\", \"prd-api-feture\", \"weekly-teardown\"]\nhidden = [\"???\"]\n"));
    let missing = desk.app.check_portfolio().expect("a look").missing;
    let told: Vec<String> =
        missing.into_iter().take(3).map(|gap| [vec![gap.finding.message], gap.finding.help].concat().join(" ")).collect();
    assert_eq!(
        told,
        [
            "`prd-api-feture` is to stand at the top and is not shown. Did you mean `prd-api-feature`?",
            "`weekly-teardown` is to stand at the top and is not shown. Publish it, or take it out of `featured`.",
            "`???` is to be hidden, and there is no exercise of that name. `footbridge list` shows all exercises.",
        ]
    );
}

#[test]
fn what_is_hidden_is_not_shown_whatever_its_text_says() {
    let desk = Desk::begun();
    let page = format!("evidence/{ID}.html");
    desk.hand_in(ID, &format!("---\npublish: true\n---\n{}", right(ID))).expect("it can be checked");
    assert!(desk.app.build_portfolio().expect("a site").files.contains(&page));
    desk.put("portfolio.toml", &format!("hidden = [\"{ID}\"]\n"));
    desk.app.build_portfolio().expect("a site");
    assert_eq!(desk.text(&format!("site/{page}")), None);
}

#[test]
fn a_language_that_is_none_is_told_with_its_place() {
    let desk = Desk::begun();
    desk.put("portfolio.toml", "language = \"pt_BR\"\n");
    let trouble = desk.app.check_portfolio().expect_err("no language");
    assert!(trouble.message.contains("`pt_BR` is no language; write it as `de` or `pt-BR`"), "{}", trouble.message);
    desk.put("portfolio.toml", "language = \"pt-BR\"\n");
    assert!(desk.app.check_portfolio().is_ok());
}

#[test]
fn an_address_is_kept_with_its_day_and_the_text() {
    let desk = Desk::begun();
    let at = |address: &str, on: &str| PublishedBody { address: address.to_owned(), on: on.to_owned(), diff: String::new() };
    assert!(desk.app.record_published(ID, &at("https://example.org/a", "")).is_err(), "nothing is written yet");
    desk.hand_in(ID, &right(ID)).expect("it can be checked");
    for (address, on) in [
        ("javascript:alert(1)", ""),
        ("https://", ""),
        ("https://a b.c", ""),
        ("https://example.org", "2099-01-01"),
        ("https://example.org", "soon"),
    ] {
        assert!(desk.app.record_published(ID, &at(address, on)).is_err(), "{address} {on}");
    }
    desk.turn_to(jiff::civil::date(2027, 1, 8));
    let work = desk.app.record_published(ID, &at(" https://example.org/a ", "2027-01-05")).expect("kept");
    assert_eq!((work.published[0].address.as_str(), work.published[0].on.as_str()), ("https://example.org/a", "2027-01-05"));
    assert!(work.published[0].of_this_text);
    assert!(desk.app.record_published("five-people-a-week", &at("https://example.org", "")).is_err(), "private work has no address");
}

#[test]
fn a_text_is_not_published_before_it_was_begun() {
    let desk = Desk::begun();
    let on =
        |day: &str, diff: &str| PublishedBody { address: "https://example.org/a".to_owned(), on: day.to_owned(), diff: diff.to_owned() };
    let path = desk.app.start(ID).expect("it can begin").path;
    desk.put(&path, &right(ID));
    desk.turn_to(jiff::civil::date(2027, 1, 8));
    let refused = desk.app.record_published(ID, &on("2020-01-01", "")).expect_err("it was not there");
    assert_eq!(refused.message, "On 1 January 2020 this text was not begun yet.");
    assert_eq!(
        refused.help.as_deref(),
        Some("The first day possible is that on which it was begun, 4 January 2027, written as 2027-01-04.")
    );
    assert!(desk.app.record_published(ID, &on("2027-01-03", "")).is_err(), "the day before");
    desk.app.record_published(ID, &on("2027-01-04", "")).expect("the day on which it was begun");
    desk.app.record_published(ID, &on("2026-12-01", "@@ -1 +1 @@\n-a\n+b")).expect("a contribution is older than what is told about it");
}

#[test]
fn a_review_of_a_text_that_was_never_here_is_not_taken_in() {
    let desk = Desk::begun();
    desk.app.start(ID).expect("it can begin");
    let refused = desk.app.take_review(ID, "back.json", reply(&desk, "somebody else's text").as_bytes()).expect_err("no text of mine");
    let hash = AnswerHash::of(b"somebody else's text");
    assert!(refused.message.starts_with(&format!("No text of yours has the hash {} ", hash.short())), "{}", refused.message);
    assert_eq!(desk.app.work(ID).expect("work").rubric.expect("a rubric").waiting, 0);
    desk.hand_in(ID, &right(ID)).expect("it can be checked");
    let begun = desk.app.work(ID).expect("work");
    desk.put(&begun.path, "");
    desk.app.take_review(ID, "back.json", reply(&desk, &right(ID)).as_bytes()).expect("this text was mine");
}

#[test]
fn a_criterion_that_there_is_not_is_named_before_those_that_are_missing() {
    let desk = Desk::begun();
    desk.hand_in(ID, &right(ID)).expect("it can be checked");
    let score = ScoreBody { criterion: "nonsense".to_owned(), level: 3, because: String::new() };
    let refused = desk.app.score_own(ID, &ScoresBody { scores: vec![score] }).expect_err("no such criterion");
    assert_eq!(refused.message, "There is no criterion `nonsense`.");
}

#[test]
fn what_no_build_wrote_is_named_and_what_a_host_asks_for_is_not() {
    let desk = Desk::begun();
    desk.hand_in(ID, &format!("---\npublish: true\n---\n{}", right(ID))).expect("it can be checked");
    desk.app.build_portfolio().expect("a site");
    for name in ["CNAME", ".nojekyll", ".git/config", "evidence/leak.txt", "notes/private.md"] {
        desk.put(&format!("site/{name}"), "by hand");
    }
    let view = desk.app.check_portfolio().expect("a look");
    let told: Vec<&str> = view.faults.iter().map(|fault| fault.message.as_str()).collect();
    assert_eq!(
        told,
        [
            "`site/evidence/leak.txt` was not written by the build, and goes along when the site is copied.",
            "`site/notes/private.md` was not written by the build, and goes along when the site is copied."
        ]
    );
    assert!(view.sound, "it may be meant to be public");
}

#[test]
fn a_build_says_so_when_a_text_holds_a_path_of_the_private_folder() {
    let desk = Desk::begun();
    let text = format!("---\npublish: true\n---\n{}\n\n![x](../../../private/contacts.toml)\n", right(ID));
    assert_eq!(desk.hand_in(ID, &text).expect("it can be checked").outcome, "pass");
    let says = desk.app.build_portfolio().expect("a site").answer;
    assert!(says.contains(&format!("`site/evidence/{ID}.html`")) && says.contains("paths of your private folder"), "{says}");
}

#[test]
fn the_folder_of_a_piece_that_is_no_longer_shown_goes_with_it() {
    let desk = Desk::begun();
    desk.hand_in(ID, &format!("---\npublish: true\n---\n{}", right(ID))).expect("it can be checked");
    desk.app.build_portfolio().expect("a site");
    let folder = DiskPath::new(&format!("site/evidence/{ID}")).expect("a path");
    let is_there = || desk.disk.exists(&folder).expect("the disk works");
    assert!(is_there());
    desk.put("portfolio.toml", &format!("hidden = [\"{ID}\"]\n"));
    desk.app.build_portfolio().expect("a site");
    assert!(!is_there());
}

#[test]
fn flawed_texts_are_shown_with_what_was_found_in_them() {
    let desk = Desk::begun();
    let flawed = desk.app.flawed_examples("memo-security-patch").expect("they are there");
    let two = flawed.iter().find(|flawed| flawed.fault == "two asks no hour").expect("it is among them");
    assert!(two.text.contains("Please also review the rule"));
    assert!(format!("{:?}", two.found).contains("does not say by when"), "{:?}", two.found);
    let none = desk.app.flawed_examples("read-double-charge").expect_err("a quiz has none");
    assert!(none.message.contains("no flawed examples"), "{}", none.message);
    assert_eq!(desk.app.name_of_piece("memo-security-patch").expect("an exercise"), None);
    let piece = desk.app.name_of_piece("weekly-teardown").expect("an exercise").expect("it has several");
    assert!(desk.app.name_of_piece(&piece.name).is_ok_and(|name| name == Some(piece.clone())), "{piece:?}");
}

#[test]
fn a_contact_named_in_a_public_text_is_told_before_it_goes_out() {
    let desk = Desk::begun();
    desk.put("private/contacts.toml", "[[contact]]\nid = \"c-00000000000000aa\"\nname = \"Zerafina Quux\"\nmail = \"zq@quux.example\"\n");
    let text = |publish: bool| format!("---\npublish: {publish}\n---\n{}\nzerafina quux (zq@quux.example) said so.\n", right(ID));
    let told = |publish: bool| {
        let verdict = desk.hand_in(ID, &text(publish)).expect("it can be checked");
        verdict.findings.into_iter().filter(|found| found.code == "contact-named").map(|found| found.message).collect::<Vec<_>>()
    };
    assert_eq!(told(false), [""; 0], "it stays in the folder");
    assert_eq!(
        told(true),
        ["zerafina quux", "zq@quux.example"].map(|name| format!("“{name}” is one of your contacts, and this text says `publish: true`."))
    );
    assert!(desk.app.post(ID, "linkedin").expect("a text").lost.iter().any(|line| line.starts_with("“zerafina quux” is one of your")));
    let line = text(true).lines().count();
    let faults = desk.app.check_portfolio().expect("looked over").faults;
    let fault = faults.iter().find(|fault| fault.code == "portfolio-contact").expect("it is told");
    assert!(fault.message.contains(&format!(".md`, line {line}, names one of your contacts")), "{}", fault.message);
    assert!(!fault.message.to_lowercase().contains("quux"), "{}", fault.message);
    let looked = desk.app.check_portfolio().expect("looked over");
    assert!(looked.sound && looked.answer.ends_with(": nothing is broken, 1 thing to look at."), "they may have agreed: {}", looked.answer);
    let built = desk.app.build_portfolio().expect("a site").answer;
    assert!(built.contains(&format!("{} Write their role instead", fault.message.replace("``", "`"))), "{built}");
    let journal = desk.text("journal/desk-2027-01.jsonl").expect("a journal");
    assert!(!journal.to_lowercase().contains("quux"));
}
