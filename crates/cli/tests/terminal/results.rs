use crate::learner::{EXERCISE, Learner};
use std::collections::BTreeSet;

#[test]
fn every_result_can_be_read_by_a_program() {
    let learner = Learner::onboarded();
    for (arguments, field) in [
        (&["state"][..], "events"),
        (&["verify"], "lines"),
        (&["today"], "items"),
        (&["plan"], "plan_weeks"),
        (&["list"], "tracks"),
        (&["list", "--track", "sql"], "tracks"),
        (&["show", EXERCISE], "questions"),
        (&["start", EXERCISE], "text"),
        (&["hint", EXERCISE], "number"),
        (&["solution", EXERCISE], "solutions"),
        (&["guide"], "pages"),
        (&["guide", "pay"], "tables"),
        (&["prompt", "learning-plan"], "text"),
        (&["portfolio", "build"], "files"),
        (&["init", "--hours", "7"], "minutes_a_week"),
    ] {
        let view = learner.json(arguments);
        assert!(view.get(field).is_some(), "{arguments:?} has no {field}");
    }
}

#[test]
fn a_verdict_that_says_no_is_json_too() {
    let learner = Learner::onboarded();
    learner.run(&["start", EXERCISE]);
    for arguments in [&["check", EXERCISE, "--json"][..], &["check", "--all", "--json"]] {
        let ran = learner.run(arguments);
        assert_eq!(ran.code, Some(1), "{}", ran.err);
        let view: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
        let verdict = if view.is_array() { &view[0]["verdict"] } else { &view };
        assert_eq!(verdict["outcome"], "revise");
        assert_eq!(verdict["findings"].as_array().map(Vec::len), Some(5));
    }
}

#[test]
fn the_calendar_is_one_and_keeps_its_names() {
    let learner = Learner::onboarded();
    let ran = learner.run(&["plan", "--ics", "-"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let uids = events(&ran.out);
    assert!(uids.len() > 50, "a plan of months has many sittings, not {}", uids.len());
    let file = learner.run(&["plan", "--ics", "footbridge.ics"]);
    assert_eq!((file.code, file.out.as_str()), (Some(0), ""), "{}", file.err);
    let written = std::fs::read_to_string(learner.home().join("footbridge.ics")).expect("the file is written");
    assert_eq!(events(&written), uids, "a second export names the same sittings");
}

/// The ids of all events, once the text has been seen to be a calendar as RFC 5545 has it.
fn events(text: &str) -> BTreeSet<String> {
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"), "it is no calendar");
    let mut open: Vec<&str> = Vec::new();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut uids = BTreeSet::new();
    for line in text.split_terminator("\r\n") {
        assert!(!line.contains('\n') && line.len() <= 75, "{line:?}");
        if line.starts_with(' ') {
            continue;
        }
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("{line:?} is no property"));
        let name = name.split(';').next().unwrap_or(name);
        match name {
            "BEGIN" => {
                open.push(value);
                seen.clear();
            }
            "END" => {
                assert_eq!(open.pop(), Some(value));
                if value == "VEVENT" {
                    let needed = ["UID", "DTSTAMP", "DTSTART", "SUMMARY"];
                    assert!(needed.iter().all(|name| seen.contains(name)), "an event has only {seen:?}");
                }
            }
            _ => {
                seen.insert(name);
                if name == "UID" {
                    assert!(uids.insert(value.to_owned()), "{value} twice");
                }
            }
        }
    }
    assert!(open.is_empty(), "{open:?} stay open");
    uids
}

#[test]
fn a_file_that_is_no_calendar_is_not_written_over() {
    let learner = Learner::onboarded();
    let ran = learner.run(&["plan", "--ics", "path/footbridge.toml"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("is no calendar, so it is left alone"), "{}", ran.err);
    assert!(learner.read("footbridge.toml").contains("[minutes]"));
}

#[test]
fn colour_is_written_only_when_it_is_wanted() {
    let learner = Learner::onboarded();
    assert!(!learner.run(&["guide", "pay"]).out.contains('\u{1b}'), "a pipe gets no colour");
    assert!(learner.run(&["guide", "pay", "--colour", "always"]).out.contains('\u{1b}'));
}

#[test]
fn a_prompt_masks_what_is_private_and_says_so() {
    let learner = Learner::onboarded();
    learner.run(&["init", "--company", "Acme API", "--background-note", "left acme api last year"]);
    let ran = learner.run(&["prompt", "learning-plan"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(!ran.out.to_lowercase().contains("acme"), "{}", ran.out);
    assert!(ran.err.contains("something private was left out"), "{}", ran.err);
}

#[test]
fn an_input_fills_its_place() {
    let learner = Learner::onboarded();
    let ran = learner.run(&["prompt", "interview", "--input", "company=Postman"]);
    assert!(ran.out.contains("at Postman"), "{}", ran.out);
    let ran = learner.run(&["prompt", "interview", "--input", "compny=Postman"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("Did you mean `company`?"), "{}", ran.err);
}

/// Commands that give a document of another format or serve, so that JSON would be no result of theirs.
const NO_JSON: [(&str, &str); 17] = [
    ("application export", "a table as CSV"),
    ("completions", "a script of the shell"),
    ("decide import", "a decision as YAML"),
    ("decide new", "a decision as YAML"),
    ("demo", "serves"),
    ("man", "manual pages"),
    ("pack preview", "Markdown"),
    ("people calendar", "a calendar"),
    ("portfolio serve", "serves"),
    ("recall export", "cards as Anki's text"),
    ("recall log", "a table as CSV"),
    ("roadmap draw", "a picture"),
    ("roadmap export", "a file of another tool"),
    ("roadmap import", "a roadmap as YAML"),
    ("serve", "serves"),
    ("write export", "a page of another tool"),
    ("write new", "Markdown"),
];

#[test]
fn every_command_that_prints_a_result_prints_it_as_json() {
    let mut without = BTreeSet::new();
    collect_without_json(&footbridge_cli::command(), "", &mut without);
    let known: BTreeSet<String> = NO_JSON.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(without, known);
}

fn collect_without_json(command: &clap::Command, name: &str, without: &mut BTreeSet<String>) {
    if !command.has_subcommands() && command.get_arguments().all(|argument| argument.get_id() != "json") {
        without.insert(name.to_owned());
    }
    for inner in command.get_subcommands().filter(|inner| inner.get_name() != "help") {
        collect_without_json(inner, format!("{name} {}", inner.get_name()).trim(), without);
    }
}

#[test]
fn manual_pages_and_completions_name_every_command() {
    let learner = Learner::new();
    assert_eq!(learner.run(&["man", "man"]).code, Some(0));
    let script = learner.run(&["completions", "bash"]).out;
    for command in footbridge_cli::command().get_subcommands().filter(|command| !command.is_hide_set()) {
        let name = command.get_name();
        assert!(learner.home().join(format!("man/footbridge-{name}.1")).is_file(), "no manual page for {name}");
        assert!(script.contains(name), "no completion for {name}");
    }
}

#[test]
fn the_command_line_is_well_formed_and_every_command_explained() {
    let mut command = footbridge_cli::command();
    command.clone().debug_assert();
    command.build();
    explained(&command);
}

fn explained(command: &clap::Command) {
    let name = command.get_name();
    for argument in command.get_arguments().filter(|argument| !argument.is_hide_set()) {
        assert!(argument.get_help().is_some(), "{name}: {} has no help", argument.get_id());
    }
    for inner in command.get_subcommands().filter(|inner| inner.get_name() != "help") {
        assert!(inner.get_about().is_some(), "{name} {} has no help", inner.get_name());
        let example = inner.get_after_long_help().map(ToString::to_string).unwrap_or_default();
        assert!(inner.has_subcommands() || example.starts_with("Example"), "{name} {} shows no example", inner.get_name());
        explained(inner);
    }
}
