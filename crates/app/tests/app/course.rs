//! What the shipped course promises.

use crate::answers::pack;
use crate::desk::{Desk, profile};
use footbridge_app::Init;
use footbridge_content::Kind;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn every_part_of_the_brief_has_a_destination() {
    let pages = pack().pages.iter().flat_map(|page| &page.brief);
    let prompts = pack().prompts.iter().flat_map(|prompt| &prompt.brief);
    let lived_in: BTreeSet<&str> = pages.chain(prompts).map(String::as_str).collect();
    let parts: Vec<String> = (0..=13).map(|part| format!("R{part}")).collect();
    let homeless: Vec<&String> = parts.iter().filter(|part| !lived_in.contains(part.as_str())).collect();
    assert!(homeless.is_empty(), "{homeless:?}");
    assert!(pack().pages.iter().all(|page| !page.actions.is_empty()), "every page leads to what makes it real");
}

#[test]
fn the_path_is_whole() {
    let path = &pack().path;
    assert_eq!(path.steps.len(), 5);
    assert_eq!(path.weeks.iter().map(|week| week.number).collect::<Vec<_>>(), (1..=12).collect::<Vec<u16>>());
    for week in &path.weeks {
        let lesson = pack().exercise(week.concept.as_ref().as_str()).expect("the week's lesson");
        assert_eq!(lesson.kind, Kind::Lesson, "week {}", week.number);
        assert!(lesson.resources.iter().any(|resource| resource.free), "week {} has a free resource", week.number);
        assert!(lesson.brief.contains("## Worked example"), "week {} has a worked example", week.number);
    }
    let questions: BTreeSet<&str> = path.weeks.iter().flat_map(|week| &week.questions).map(|id| id.as_ref().as_str()).collect();
    assert_eq!(questions.len(), 60, "sixty different questions");
    assert!((70..=100).contains(&pack().skills.len()), "{} skills", pack().skills.len());
}

#[test]
fn there_are_twelve_decisions_beside_the_plan_by_three_methods() {
    let decisions: Vec<_> = pack().exercises.iter().filter(|exercise| exercise.kind == Kind::Decide).collect();
    assert!(decisions.iter().all(|exercise| exercise.beside_plan && exercise.solutions.len() >= 2 && exercise.wrong.len() >= 5));
    let mut by_method: BTreeMap<String, usize> = BTreeMap::new();
    for exercise in &decisions {
        let spec = footbridge_grade::read_decide(exercise).expect("a sound decision");
        *by_method.entry(spec.method.into_inner()).or_default() += 1;
    }
    assert_eq!(by_method.into_iter().collect::<Vec<_>>(), [("matrix".into(), 5), ("moscow".into(), 3), ("rice".into(), 4)]);
}

#[test]
fn there_are_twelve_queries_over_four_skills_twenty_to_practise_and_eight_other_exercises() {
    let sql = pack().exercises.iter().filter(|exercise| exercise.kind == Kind::Sql);
    assert!(sql.clone().all(|exercise| exercise.wrong.len() >= 5));
    let (practice, planned): (Vec<_>, Vec<_>) = sql.partition(|exercise| exercise.beside_plan);
    assert!(practice.len() >= 20, "{} to practise", practice.len());
    let mut by_skill: BTreeMap<&str, usize> = BTreeMap::new();
    for exercise in &planned {
        *by_skill.entry(exercise.skills.first().expect("a skill").as_str()).or_default() += 1;
    }
    assert_eq!(planned.len(), 12);
    assert_eq!(by_skill.into_values().collect::<Vec<_>>(), [3, 3, 3, 3]);
    let asked = |kind: Kind| matches!(kind, Kind::Read | Kind::Choice | Kind::Numeric);
    assert!(pack().exercises.iter().filter(|exercise| asked(exercise.kind)).count() >= 8);
}

#[test]
fn the_first_week_mixes_the_three_fluencies() {
    for a_day in [30, 45, 60, 90, 150] {
        let desk = Desk::new();
        let mut answers = profile();
        answers.minutes = [a_day; 7];
        desk.app.init(&Init { profile: answers }).expect("a fresh folder can be made");
        let path = desk.app.path().expect("a path");
        let fluencies: BTreeSet<&str> = path.plan_weeks[0].items.iter().map(|item| fluency(&item.id)).collect();
        for fluency in ["system-design", "apis", "communication"] {
            assert!(fluencies.contains(fluency), "{a_day} minutes a day: {fluencies:?}");
        }
    }
}

fn fluency(id: &str) -> &'static str {
    let first = pack().exercise(id).and_then(|exercise| exercise.skills.first()).expect("an exercise with a skill");
    match pack().skill(first.as_str()).expect("a skill").fluency {
        footbridge_content::Fluency::SystemDesign => "system-design",
        footbridge_content::Fluency::Apis => "apis",
        footbridge_content::Fluency::Communication => "communication",
        footbridge_content::Fluency::Data => "data",
    }
}
