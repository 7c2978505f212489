use crate::{Exercise, Files, Pack};
use footbridge_diagnostic::{Diagnostic, nearest};
use footbridge_verdict::ExerciseId;
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;

/// Everything about how the parts of a pack name one another: unknown ids, ids used twice, cycles, places in the path.
pub(crate) fn check(pack: &Pack, files: &Files) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    found.extend(skills(pack));
    found.extend(exercises(pack));
    found.extend(path(pack));
    found.extend(banks(pack));
    found.extend(reference(pack));
    found.extend(shared_ids(pack));
    found.extend(reused_ids(pack, files));
    found
}

fn skills(pack: &Pack) -> Vec<Diagnostic> {
    let file = "skills.toml";
    let known: Vec<&str> = pack.skills.iter().map(|skill| skill.id.as_ref().as_str()).collect();
    let mut found = twice(file, pack.skills.iter().map(|skill| &skill.id));
    for skill in &pack.skills {
        found.extend(skill.requires.iter().filter_map(|id| unknown(file, "skill", id, &known)));
    }
    let edges =
        pack.skills.iter().map(|skill| (skill.id.as_ref().as_str(), skill.requires.iter().map(|id| id.as_ref().as_str()).collect()));
    found.extend(cycle(edges.collect()).map(|ids| Diagnostic::error("skill-cycle", cycle_message(&ids)).at(file, 0..0)));
    let used: BTreeSet<&str> = pack.exercises.iter().flat_map(|exercise| &exercise.skills).map(ExerciseId::as_str).collect();
    let unproven = pack.skills.iter().filter(|skill| !used.contains(skill.id.as_ref().as_str()));
    found.extend(unproven.map(|skill| {
        let message = format!("Nothing teaches or proves the skill `{}`.", skill.id.as_ref());
        Diagnostic::error("skill-unproven", message).at(file, skill.id.span()).help("Name it in the `skills` of a lesson or an exercise.")
    }));
    found
}

fn exercises(pack: &Pack) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let known: Vec<&str> = pack.exercises.iter().map(|exercise| exercise.id.as_str()).collect();
    let skills: Vec<&str> = pack.skills.iter().map(|skill| skill.id.as_ref().as_str()).collect();
    for pair in pack.exercises.windows(2).filter(|pair| pair[0].id == pair[1].id) {
        found.push(id_twice(pair[1].id.as_str()).at(&pair[1].spec.file, 0..0));
    }
    for exercise in &pack.exercises {
        let missing = |what: &'static str, ids: &[ExerciseId], known: &[&str]| -> Vec<Diagnostic> {
            let strangers = ids.iter().filter(|id| !known.contains(&id.as_str()));
            strangers.map(|id| stranger(what, id.as_str(), known).at(&exercise.spec.file, place_of(exercise, id.as_str()))).collect()
        };
        found.extend(missing("skill", &exercise.skills, &skills));
        found.extend(missing("lesson or exercise", &exercise.requires, &known));
        if pack.track(exercise.track.as_str()).is_none() {
            let tracks: Vec<&str> = pack.tracks.iter().map(|track| track.id.as_ref().as_str()).collect();
            let place = place_of(exercise, exercise.track.as_str());
            found.push(stranger("track", exercise.track.as_str(), &tracks).at(&exercise.spec.file, place));
        }
    }
    let edges = pack.exercises.iter().map(|exercise| (exercise.id.as_str(), exercise.requires.iter().map(ExerciseId::as_str).collect()));
    found.extend(cycle(edges.collect()).map(|ids| Diagnostic::error("exercise-cycle", cycle_message(&ids))));
    found
}

fn path(pack: &Pack) -> Vec<Diagnostic> {
    let file = "path.toml";
    let path = &pack.path;
    if path.steps.is_empty() && path.weeks.is_empty() {
        return Vec::new();
    }
    let known: Vec<&str> = pack.exercises.iter().map(|exercise| exercise.id.as_str()).collect();
    let week_items = path.weeks.iter().flat_map(|week| std::iter::once(&week.concept).chain([&week.project]).chain(&week.practice));
    let step_items = path.steps.iter().flat_map(|step| &step.work).flat_map(|work| &work.items);
    let needs = path.steps.iter().flat_map(|step| &step.milestone.needs);
    let mut found: Vec<Diagnostic> = week_items
        .clone()
        .chain(step_items.clone())
        .chain(needs)
        .filter_map(|id| unknown(file, "lesson or exercise", id, &known))
        .collect();
    found.extend(twice(file, week_items.clone()));
    found.extend(path.steps.iter().filter(|step| step.milestone.needs.is_empty()).map(|step| {
        let message = format!("The milestone `{}` needs nothing, so no evidence can ever reach it.", step.milestone.id.as_ref());
        Diagnostic::error("milestone-empty", message).at(file, step.milestone.id.span())
    }));
    found.extend(path.steps.iter().filter(|step| step.weeks.from == 0 || step.weeks.to.is_some_and(|to| to < step.weeks.from)).map(
        |step| {
            let message = format!("The weeks of the step `{}` count from 1 and do not end before they begin.", step.id.as_ref());
            Diagnostic::error("path-weeks", message).at(file, step.id.span())
        },
    ));
    let named: BTreeSet<&str> = week_items.chain(step_items).map(|id| id.as_ref().as_str()).collect();
    for exercise in &pack.exercises {
        let id = &exercise.id;
        let finding = match (named.contains(id.as_str()), exercise.beside_plan) {
            (false, false) => {
                Diagnostic::error("path-forgotten", format!("`{id}` stands nowhere in the path, so no plan will ever hold it."))
                    .help("Name it in a week or under a step's work, or say `beside_plan = true` in the exercise.")
            }
            (true, true) => {
                Diagnostic::error("path-beside-plan", format!("`{id}` says that it stands beside the plan, and the path names it."))
                    .help("Take it out of the path, or take `beside_plan` out of the exercise.")
            }
            _ => continue,
        };
        found.push(finding.at(file, 0..0));
    }
    found.extend(asked(pack));
    found.extend(path.weeks.iter().filter(|week| week.questions.len() != 5).map(|week| {
        let message = format!("Week {} has {} interview questions; it needs 5.", week.number, week.questions.len());
        Diagnostic::error("path-questions", message).at(file, week.concept.span())
    }));
    found
}

/// Questions of the weeks: they stand in a bank, each in one week.
fn asked(pack: &Pack) -> Vec<Diagnostic> {
    let in_banks: Vec<&str> = pack.banks.iter().flat_map(|bank| &bank.questions).map(|question| question.id.as_str()).collect();
    let in_weeks = || pack.path.weeks.iter().flat_map(|week| &week.questions);
    let mut found: Vec<Diagnostic> = in_weeks().filter_map(|id| unknown("path.toml", "interview question", id, &in_banks)).collect();
    found.extend(twice("path.toml", in_weeks()));
    found
}

fn banks(pack: &Pack) -> Vec<Diagnostic> {
    let skills: Vec<&str> = pack.skills.iter().map(|skill| skill.id.as_ref().as_str()).collect();
    let exercises: Vec<&str> = pack.exercises.iter().map(|exercise| exercise.id.as_str()).collect();
    let mut found = Vec::new();
    for bank in &pack.banks {
        for question in &bank.questions {
            let known = |what: &'static str, id: &ExerciseId, known: &[&str]| {
                let is_stranger = !known.contains(&id.as_str());
                is_stranger.then(|| stranger(what, id.as_str(), known).at(&bank.file(), question.place.clone()))
            };
            found.extend(question.skills.iter().filter_map(|id| known("skill", id, &skills)));
            let named = question.answered_in.iter().chain(&question.practised_in);
            found.extend(named.filter_map(|id| known("lesson or exercise", id, &exercises)));
            let answering = question.answered_in.as_ref().and_then(|id| pack.exercise(id.as_str()));
            found.extend(answering.filter(|exercise| !exercise.kind.is_computed()).map(|exercise| {
                let message = format!("No engine computes the answer of `{}`, so `{}` is not answered in it.", exercise.id, question.id);
                let help = "Name it in `practised_in`.";
                Diagnostic::error("bank-exercise", message).help(help).at(&bank.file(), question.place.clone())
            }));
        }
    }
    found
}

fn reference(pack: &Pack) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for page in &pack.pages {
        let file = format!("reference/{}.toml", page.id.as_ref());
        let sources: Vec<&str> = page.sources.iter().map(|source| source.id.as_str()).collect();
        let tables: Vec<&str> = page.tables.iter().map(|table| table.id.as_str()).collect();
        let strangers = placed_tables(&page.text).filter(|placed| !tables.contains(placed));
        let text_file = format!("reference/{}.md", page.id.as_ref());
        found.extend(strangers.map(|placed| {
            let at = page.text.find(&format!("{{{{table:{placed}}}}}")).unwrap_or(0);
            stranger("table", placed, &tables).at(&text_file, at..at + placed.len() + "{{table:}}".len())
        }));
        for table in &page.tables {
            let columns: Vec<&str> = table.columns.iter().map(|column| column.id.as_str()).collect();
            for row in &table.rows {
                let cells = row.as_ref();
                if !sources.contains(&cells.source.as_str()) {
                    found.push(stranger("source", &cells.source, &sources).at(&file, row.span()));
                }
                let strange = cells.cells.keys().filter(|key| !columns.contains(&key.as_str()));
                found.extend(strange.map(|key| stranger("column", key, &columns).at(&file, row.span())));
            }
            if !placed_tables(&page.text).any(|placed| placed == table.id) {
                let message = format!("The text of this page never places the table `{}`.", table.id);
                found.push(
                    Diagnostic::error("reference-unplaced", message)
                        .at(&file, 0..0)
                        .help(format!("Write {{{{table:{}}}}} on a line.", table.id)),
                );
            }
        }
    }
    found
}

/// Ids of the tables that a text places with `{{table:id}}`.
fn placed_tables(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| line.trim().strip_prefix("{{table:")?.strip_suffix("}}"))
}

/// Skills, steps, milestones, pages, lessons and exercises share one space of ids.
fn shared_ids(pack: &Pack) -> Vec<Diagnostic> {
    let skills: BTreeSet<&ExerciseId> = pack.skills.iter().map(|skill| skill.id.as_ref()).collect();
    let mut taken = skills.clone();
    taken.extend(pack.exercises.iter().map(|exercise| &exercise.id));
    let both = pack.exercises.iter().filter(|exercise| skills.contains(&exercise.id));
    let mut found: Vec<Diagnostic> =
        both.map(|exercise| id_twice(exercise.id.as_str()).at(&exercise.spec.file, place_of(exercise, exercise.id.as_str()))).collect();
    let in_path = pack.path.steps.iter().flat_map(|step| [&step.id, &step.milestone.id]).map(|id| ("path.toml".to_owned(), id));
    let pages = pack.pages.iter().map(|page| (format!("reference/{}.toml", page.id.as_ref()), &page.id));
    for (file, id) in in_path.chain(pages) {
        if !taken.insert(id.as_ref()) {
            found.push(id_twice(id.as_ref().as_str()).at(&file, id.span()));
        }
    }
    for bank in &pack.banks {
        let again = bank.questions.iter().filter(|question| !taken.insert(&question.id));
        found.extend(again.map(|question| id_twice(question.id.as_str()).at(&bank.file(), question.place.clone())));
    }
    found
}

fn id_twice(id: &str) -> Diagnostic {
    Diagnostic::error("id-twice", format!("The id `{id}` is used twice."))
}

fn reused_ids(pack: &Pack, files: &Files) -> Vec<Diagnostic> {
    let Some(lock) = files.text("ids.lock") else { return Vec::new() };
    let locked: BTreeSet<&str> = lock.lines().collect();
    let issued = issued_ids(pack);
    let new = issued.iter().filter(|id| !locked.contains(id.as_str()));
    new.map(|id| {
        Diagnostic::error("id-not-locked", format!("The id `{id}` is not in `ids.lock`."))
            .at("ids.lock", 0..0)
            .help("Add it, or take an id that is there: an id once issued is never given to something else.")
    })
    .collect()
}

fn issued_ids(pack: &Pack) -> BTreeSet<String> {
    let steps = pack.path.steps.iter().flat_map(|step| [&step.id, &step.milestone.id]);
    let spanned = pack.skills.iter().map(|skill| &skill.id).chain(steps).chain(pack.pages.iter().map(|page| &page.id));
    let questions = pack.banks.iter().flat_map(|bank| &bank.questions).map(|question| &question.id);
    let plain = pack.exercises.iter().map(|exercise| &exercise.id).chain(questions);
    spanned.map(|id| id.as_ref().to_string()).chain(plain.map(ToString::to_string)).collect()
}

fn unknown(file: &str, what: &str, id: &Spanned<ExerciseId>, known: &[&str]) -> Option<Diagnostic> {
    let text = id.as_ref().as_str();
    (!known.contains(&text)).then(|| stranger(what, text, known).at(file, id.span()))
}

fn stranger(what: &str, id: &str, known: &[&str]) -> Diagnostic {
    let finding = Diagnostic::error("id-unknown", format!("There is no {what} `{id}`."));
    match nearest(id, known.iter().copied()) {
        Some(meant) => finding.help(format!("Did you mean `{meant}`?")),
        None => finding,
    }
}

fn twice<'a>(file: &str, ids: impl Iterator<Item = &'a Spanned<ExerciseId>>) -> Vec<Diagnostic> {
    let mut seen = BTreeSet::new();
    let again = ids.filter(|id| !seen.insert(id.as_ref().as_str().to_owned()));
    again.map(|id| Diagnostic::error("id-twice", format!("`{}` stands here a second time.", id.as_ref())).at(file, id.span())).collect()
}

fn place_of(exercise: &Exercise, id: &str) -> std::ops::Range<usize> {
    let quoted = format!("\"{id}\"");
    let place = exercise.spec.toml.find(&quoted).map_or(0..0, |at| at..at + quoted.len());
    exercise.spec.place(place)
}

fn cycle_message(ids: &[&str]) -> String {
    format!("These wait for one another and can never begin: {}.", ids.join(" → "))
}

/// One cycle of a graph given as edges to what comes first, or `None`.
fn cycle<'a>(edges: BTreeMap<&'a str, Vec<&'a str>>) -> Option<Vec<&'a str>> {
    let mut done = BTreeSet::new();
    for start in edges.keys() {
        let mut trail: Vec<(&str, usize)> = vec![(start, 0)];
        while let Some((node, next)) = trail.last_mut() {
            let target = edges.get(*node).and_then(|targets| targets.get(*next)).copied();
            *next += 1;
            match target {
                None => {
                    done.insert(*node);
                    trail.pop();
                }
                Some(target) if done.contains(target) => {}
                Some(target) => {
                    if let Some(at) = trail.iter().position(|(id, _)| *id == target) {
                        return Some(trail[at..].iter().map(|(id, _)| *id).chain([target]).collect());
                    }
                    trail.push((target, 0));
                }
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::cycle;
    use std::collections::BTreeMap;

    #[test]
    fn a_cycle_is_found_and_a_diamond_is_none() {
        let diamond = BTreeMap::from([("a", vec!["b", "c"]), ("b", vec!["d"]), ("c", vec!["d"]), ("d", vec![])]);
        assert_eq!(cycle(diamond), None);
        let ring = BTreeMap::from([("a", vec!["b"]), ("b", vec!["c"]), ("c", vec!["b"])]);
        assert_eq!(cycle(ring), Some(vec!["b", "c", "b"]));
    }
}
