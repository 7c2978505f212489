use crate::{Need, Report, Rules, SectionRule, WordLimits, check};
use footbridge_diagnostic::Source;

fn section(heading: &str, min_words: u32, needs: Vec<Need>) -> SectionRule {
    SectionRule { heading: heading.to_owned(), asks: format!("What about {}?", heading.to_lowercase()), min_words, needs }
}

fn reason() -> Need {
    Need::AnyOf { words: vec!["because".to_owned(), "so that".to_owned()], what: "a reason".to_owned() }
}

fn teardown() -> Rules {
    Rules {
        words: Some(WordLimits { min: 12, max: 40 }),
        sections: vec![
            section("Primary users", 6, vec![reason()]),
            section("Technical problems", 3, vec![Need::Number { what: "a number".to_owned() }]),
            section("Where it is published", 0, vec![Need::Link { what: "the address".to_owned() }]),
        ],
        artifact: None,
        post: None,
        styles: Vec::new(),
        starter: Some("# Teardown\n\n## Primary users\n\nWho are they?\n\n## Technical problems\n\n## Where it is published\n".to_owned()),
    }
}

const GOOD: &str = "---\ntitle: not counted at all\n---\n# Stripe, taken apart\n\n## Primary users\n\nDevelopers at small shops, because they have no payment team.\n\n\
    ## 2. Technical problems:\n\nRetries: 3 % of calls are repeated.\n\n```\ncode counts too\n```\n\n### WHERE IT IS PUBLISHED\n\n<https://example.org/teardown>\n";

/// Rendered as a terminal shows it.
fn said(report: &Report, answer: &str) -> String {
    let source = Source { file: "answer.md", text: answer };
    let findings: Vec<String> =
        report.findings.iter().map(|finding| footbridge_diagnostic::render_text(finding, Some(&source), false)).collect();
    findings.join("\n\n")
}

fn check_teardown(answer: &str) -> String {
    said(&check(answer, "answer.md", &teardown()), answer)
}

#[test]
fn a_complete_answer_has_nothing_against_it() {
    let report = check(GOOD, "answer.md", &teardown());
    assert_eq!(report.findings, []);
    assert!(report.is_complete());
    let words: Vec<Option<u32>> = report.sections.iter().map(|section| section.found.as_ref().map(|found| found.words)).collect();
    assert_eq!((report.words, words), (20, vec![Some(10), Some(9), Some(1)]));
    assert_eq!(&GOOD[report.sections[1].found.as_ref().unwrap().span.clone()], "## 2. Technical problems:");
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    insta::assert_snapshot!(check_teardown("# Teardown\n\n## Primary user\n\nDevelopers.\n\n## Technical problems\n\nRetries mostly.\n\n## Where it is published\n\nSoon on https://… or LinkedIn\n"), @"
    error[prose-missing-section]: There is no section “Primary users”.
     --> answer.md:3:1
      |
    3 | ## Primary user
      | ^^^^^^^^^^^^^^^
      |
      = note: It answers: What about primary users?
      = help: Is “Primary user” meant? Then rename it to “Primary users”.

    error[prose-short-section]: The section “Technical problems” has 2 words; it needs 3.
     --> answer.md:7:1
      |
    7 | ## Technical problems
      | ^^^^^^^^^^^^^^^^^^^^^
      |
      = help: It answers: What about technical problems?

    error[prose-section-lacks]: The section “Technical problems” lacks a number.
     --> answer.md:7:1
      |
    7 | ## Technical problems
      | ^^^^^^^^^^^^^^^^^^^^^
      |
      = note: No number in digits stands in it.

    error[prose-section-lacks]: The section “Where it is published” lacks the address.
      --> answer.md:11:1
       |
    11 | ## Where it is published
       | ^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = note: No address that begins with https:// or http:// stands in it.

    error[prose-too-few-words]: The answer has 8 words; it needs at least 12.
      --> answer.md:13:30
       |
    13 | Soon on https://… or LinkedIn
       |                              ^
       |
       = note: Headings and front matter are not counted.
    ");
}

#[test]
fn the_template_is_not_an_answer() {
    insta::assert_snapshot!(check_teardown(&teardown().starter.unwrap()), @"
    error[prose-unfilled-section]: The section “Primary users” still has the text of the template.
     --> answer.md:3:1
      |
    3 | ## Primary users
      | ^^^^^^^^^^^^^^^^
      |
      = help: Replace it with your answer to: What about primary users?

    error[prose-short-section]: The section “Technical problems” has 0 words; it needs 3.
     --> answer.md:7:1
      |
    7 | ## Technical problems
      | ^^^^^^^^^^^^^^^^^^^^^
      |
      = help: It answers: What about technical problems?

    error[prose-short-section]: The section “Where it is published” is empty.
     --> answer.md:9:1
      |
    9 | ## Where it is published
      | ^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: Write the address.

    error[prose-too-few-words]: The answer has 0 words; it needs at least 12.
     --> answer.md:9:25
      |
    9 | ## Where it is published
      |                         ^
      |
      = note: Headings and front matter are not counted.
    ");
}

#[test]
fn an_empty_answer_is_told_where_to_begin() {
    for empty in ["", " \n\n", "---\ntitle: x\n---\n", "## Primary users\n\n## Technical problems\n", "<!-- nothing -->\n"] {
        let report = check(empty, "answer.md", &teardown());
        let codes: Vec<&str> = report.findings.iter().map(|finding| finding.code.as_str()).collect();
        assert_eq!((report.words, codes), (0, vec!["prose-empty"]), "{empty:?}");
    }
    insta::assert_snapshot!(check_teardown(""), @"
    error[prose-empty]: The answer is empty.
     --> answer.md:1:1
      |
    1 |
      | ^
      |
      = help: Write under these headings: “Primary users”, “Technical problems”, “Where it is published”.
    ");
}

#[test]
fn too_many_words_are_counted_exactly() {
    let answer = format!("{GOOD}\n{}", "word ".repeat(30));
    insta::assert_snapshot!(check_teardown(&answer), @"
    error[prose-too-many-words]: The answer has 50 words; 40 is the most.
      --> answer.md:22:150
       |
    22 | ...word word word word word word word word word word word word word 
       |                                                                    ^
       |
       = note: Headings and front matter are not counted.
       = help: Cut 10 words: begin with sentences that repeat an earlier one.
    ");
}

#[test]
fn limits_are_inclusive() {
    let rules = Rules { words: Some(WordLimits { min: 3, max: 5 }), ..Rules::default() };
    for (answer, complete) in [("a b", false), ("a b c", true), ("a b c – d e", true), ("a b c d e f", false)] {
        assert_eq!(check(answer, "answer.md", &rules).is_complete(), complete, "{answer:?}");
    }
}

#[test]
fn words_are_those_a_person_would_count() {
    for (answer, words) in [
        ("one **two**three four-five", 3),
        ("one\ntwo  \nthree", 3),
        ("- one\n- two\n\n> three", 3),
        ("| a | b |\n|---|---|\n| c | d |", 4),
        ("it's `code` & – more", 3),
        ("one <b>two</b> <!-- not --> three", 3),
        ("    indented code\n", 2),
        ("+++\na = 1\n+++\none", 1),
        ("---\nnever closed", 2),
        ("[one two](https://example.org) ![three](x.png)", 3),
        ("one&nbsp;two", 2),
    ] {
        assert_eq!(check(answer, "answer.md", &Rules::default()).words, words, "{answer:?}");
    }
}

#[test]
fn subheadings_belong_to_their_section_but_sections_do_not_nest() {
    let rules = Rules { sections: vec![section("Users", 0, Vec::new()), section("Limits", 0, Vec::new())], ..Rules::default() };
    let report = check("# Users\none\n## Small\ntwo\n## Limits\nthree\n# Else\nfour\n", "answer.md", &rules);
    let words: Vec<Option<u32>> = report.sections.iter().map(|section| section.found.as_ref().map(|found| found.words)).collect();
    assert_eq!(words, [Some(2), Some(1)]);
}

#[test]
fn what_a_section_needs_is_looked_for_in_its_words() {
    let link = Need::Link { what: "a link".to_owned() };
    let number = Need::Number { what: "a number".to_owned() };
    for (need, text, held) in [
        (reason(), "Because it is.", true),
        (reason(), "It is, so\nthat it works.", true),
        (reason(), "The because-of thing", true),
        (reason(), "becauses", false),
        (number.clone(), "about **5 %** more", true),
        (number.clone(), "₹500 a month", true),
        (number.clone(), "HTTP2 and v3 only", false),
        (number, "```\n12\n```\nnone", true),
        (link.clone(), "see [here](https://example.org/a)", true),
        (link.clone(), "see https://example.org.", true),
        (link.clone(), "see [here](mailto:a@example.org) or https://…", false),
        (link, "`http://` is a scheme", false),
    ] {
        let rules = Rules { sections: vec![section("Part", 0, vec![need.clone()])], ..Rules::default() };
        let report = check(&format!("# Part\n{text}\n"), "answer.md", &rules);
        assert_eq!(report.is_complete(), held, "{need:?} in {text:?}: {:?}", report.findings);
    }
}

#[test]
fn advice_never_fails_an_answer() {
    let long = "over ".repeat(41);
    let answer = format!(
        "The API is fast and e.g. scalable. It is fast, *fast*, and easy. Fast means under 200 ms.\n\nShort one. {}.\n\n\
         `fast` breakfast fast-moving\n",
        long.trim_end()
    );
    let report = check(&answer, "answer.md", &Rules::default());
    assert!(report.is_complete());
    insta::assert_snapshot!(said(&report, &answer), @"
    advice[prose-unmeasurable]: “fast” cannot be measured: no number stands in the sentence.
     --> answer.md:1:12
      |
    1 | The API is fast and e.g. scalable. It is fast, *fast*, and easy. Fast means under 200 ms.
      |            ^^^^
      |
      = note: It stands without a number 3 more times.
      = help: Say how much, for whom: a time, a rate, a size, a share.

    advice[prose-unmeasurable]: “scalable” cannot be measured: no number stands in the sentence.
     --> answer.md:1:26
      |
    1 | The API is fast and e.g. scalable. It is fast, *fast*, and easy. Fast means under 200 ms.
      |                          ^^^^^^^^
      |
      = help: Say how much, for whom: a time, a rate, a size, a share.

    advice[prose-unmeasurable]: “easy” cannot be measured: no number stands in the sentence.
     --> answer.md:1:60
      |
    1 | The API is fast and e.g. scalable. It is fast, *fast*, and easy. Fast means under 200 ms.
      |                                                            ^^^^
      |
      = help: Say how much, for whom: a time, a rate, a size, a share.

    advice[prose-long-sentence]: This sentence has 41 words; readers lose the thread after about 40.
     --> answer.md:3:12
      |
    3 | ...e. over over over over over over over over over over over over over over over over over over over over over over over over over over over over over over over over over over over over over over over over over.
      |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: Split it where a second thought begins.
    ");
}

#[test]
fn no_cut_of_an_answer_breaks_the_reader_and_every_place_is_inside_it() {
    let rules = teardown();
    for (end, _) in GOOD.char_indices() {
        for answer in [&GOOD[..end], &GOOD[end..]] {
            for finding in check(answer, "answer.md", &rules).findings {
                let span = finding.place.expect("every finding has a place").span;
                assert!(answer.get(span.clone()).is_some(), "{span:?} in {answer:?}");
            }
        }
    }
}

#[test]
fn a_near_heading_is_suggested_and_a_strange_one_is_not() {
    let rules = Rules { sections: vec![section("Primary users", 0, Vec::new())], ..Rules::default() };
    for (heading, suggested) in
        [("Primray users", true), ("Users", true), ("The primary users of it", true), ("Prices", false), ("Us", false)]
    {
        let report = check(&format!("# {heading}\ntext\n"), "answer.md", &rules);
        assert_eq!(report.findings[0].help[0].contains(&format!("Is “{heading}” meant?")), suggested, "{:?}", report.findings);
    }
}

#[test]
fn a_text_that_is_too_long_for_one_post_is_told_where_the_brief_asks_to_post_it() {
    let rules = Rules { post: Some(crate::Target::LinkedIn), ..Rules::default() };
    let told = |answer: &str, rules: &Rules| -> Vec<String> {
        check(answer, "answer.md", rules).findings.into_iter().map(|finding| finding.message).collect()
    };
    let fits = "A short line of words. ".repeat(130);
    let long = "A short line of words. ".repeat(131);
    assert_eq!(told(&fits, &rules), [""; 0]);
    assert_eq!(told(&long, &rules), ["For a post on LinkedIn it is 12 characters too long: 3,012 of 3,000 characters, spaces included."]);
    assert_eq!(told(&long, &Rules::default()), [""; 0]);
    assert!(check(&long, "answer.md", &rules).is_complete(), "it can be published as an article");
}
