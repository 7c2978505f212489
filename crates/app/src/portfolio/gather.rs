//! A learner's public evidence as a site: what is private never gets here.

use super::settings::Settings;
use crate::course::Course;
use crate::learner::Learner;
use crate::path::is_reached;
use crate::piece::piece_id;
use crate::planning::local_date;
use crate::publications::{Publications, places, same_page};
use crate::readers::standing;
use crate::variants::{is_about, variant_of};
use crate::work::kept_path;
use crate::{App, Trouble};
use footbridge_content::{Exercise, Kind, Record, Step};
use footbridge_diagnostic::Diagnostic;
use footbridge_grade::read_criteria;
use footbridge_journal::{Attempt, Checked, Published, Scored, Work};
use footbridge_portfolio::{
    Align, Answer, Column, Contribution, Drawing, Entry, Judged, Milestone, PathStep, Piece, PublishedAt, ResultTable, Review, Reviewer,
    RubricLevel, Site,
};
use footbridge_prose::Artifact;
use footbridge_query::Value;
use footbridge_verdict::{AnswerHash, ExerciseId, Proof};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Rows of a query's result that a page shows: as many as it holds.
const RESULT_ROWS: usize = 100;

/// A pass that may be shown, with the text that passed.
struct Shown<'a> {
    /// Name of its page.
    id: ExerciseId,
    exercise: &'a Exercise,
    pass: Attempt,
    text: String,
    published: Vec<Published>,
    /// Whoever read it, when, and what they gave. Empty unless the owner wants scores shown; those of others only once the owner scored.
    readings: Vec<(Reviewer, Date, Scored)>,
}

impl App {
    /// Everything the site shows.
    pub(super) fn site(&self, settings: &Settings) -> Result<Site, Trouble> {
        let shown = self.with_learner(|learner| self.shown(learner, settings))?;
        let mut entries: Vec<Entry> = shown.iter().map(|shown| self.entry(shown, settings)).collect();
        entries.sort_by_key(|entry| entry.kind);
        let contributions = contributions(&shown);
        self.with_learner(|learner| Site {
            owner: learner.profile.owner(),
            headline: if settings.headline.is_empty() { learner.masked.headline() } else { settings.headline.clone() },
            about: settings.about.clone(),
            contact: settings.links(),
            base_address: settings.address.clone(),
            language: settings.language.clone(),
            theme: settings.theme(),
            built_on: self.today(),
            how_to_verify: "footbridge verify --site .".to_owned(),
            path: self.path_walked(learner, &entries),
            published: self.publications(&learner.state).days().len(),
            entries,
            contributions,
        })
    }

    /// Only what is not private, says that it is public, and whose kept answer is intact: a damaged one proves nothing.
    fn shown<'a>(&'a self, learner: &Learner, settings: &Settings) -> Vec<Shown<'a>> {
        let is_hidden = |piece: &Exercise| settings.hidden.iter().any(|hidden| self.course.means(hidden, piece));
        let passes = self.passes(learner).into_iter();
        let public = passes.filter(|(exercise, _)| !exercise.private && exercise.kind != Kind::Lesson);
        let each = public.flat_map(|(exercise, best)| pieces(exercise, best, learner));
        let shown = each.filter_map(|(exercise, pass)| {
            // The exercise as the course has it, which outlives this look at the learner.
            let all = self.course.pack.exercise(exercise.id.as_str())?;
            let exercise = variant_of(all, &pass.checked);
            if is_hidden(exercise) {
                return None;
            }
            let id = piece_id(exercise);
            let text = self.kept_text(exercise, &pass.checked.answer)?;
            let work = learner.state.work(&exercise.id)?;
            if !self.is_shown(all, work, &pass.checked, &text) {
                return None;
            }
            let readings = if settings.reviews { readings(work, &pass.checked.answer) } else { Vec::new() };
            let published = published_of(exercise, &pass.checked, work);
            Some(Shown { id, exercise, pass: pass.clone(), text, published, readings })
        });
        shown.collect()
    }

    /// Texts of the site that name a contact: their file and line, and no name, for this may be read over a shoulder or kept.
    pub(super) fn contacts_on_site(&self, settings: &Settings) -> Result<Vec<Diagnostic>, Trouble> {
        let shown = self.with_learner(|learner| self.shown(learner, settings))?;
        let of = |shown: &Shown<'_>| {
            let lines = self.contacts_named(shown.exercise, &shown.text).into_iter();
            let lines: BTreeSet<usize> = lines.map(|place| shown.text[..place.start].matches('\n').count() + 1).collect();
            let file = kept_path(shown.exercise, &shown.pass.checked.answer);
            let told = move |line: usize| {
                Diagnostic::warning(
                    "portfolio-contact",
                    format!("`{file}`, line {line}, names one of your contacts, and stands on the site."),
                )
                .help("Write their role instead, check the text again and build, or leave it when they agreed.")
            };
            lines.into_iter().map(told).collect::<Vec<_>>()
        };
        Ok(shown.iter().flat_map(of).collect())
    }

    fn entry(&self, shown: &Shown<'_>, settings: &Settings) -> Entry {
        let exercise = shown.exercise;
        let checked = &shown.pass.checked;
        Entry {
            id: shown.id.clone(),
            kind: piece(exercise),
            title: own_title(exercise, &shown.text),
            track: self.course.track_title(exercise),
            skills: self.course.skill_titles(&exercise.skills),
            proof: checked.proof,
            judged: judged(exercise),
            help_used: checked.help,
            answer: Some(Answer { file: exercise.kind.answer_file().to_owned(), text: shown.text.clone(), hash: checked.answer.clone() }),
            check_version: checked.check_version.clone(),
            verdict_summary: checked.summary.clone(),
            passed_on: local_date(shown.pass.at),
            how_to_rerun: format!("footbridge verify {}", shown.id),
            body: match exercise.kind {
                Kind::Write => Some(shown.text.clone()),
                // What is asked there is how to write the file; the drawing says what it holds.
                Kind::Roadmap => None,
                _ => Some(scenario(&exercise.brief.to_string())),
            },
            result: (exercise.kind == Kind::Sql).then(|| self.result_once(exercise, checked, &shown.text)).flatten(),
            drawing: drawing(exercise, &shown.text),
            published: shown.published.iter().map(published_at).collect(),
            reviews: reviews(shown),
            featured: settings.featured.iter().any(|id| self.course.means(id, exercise)),
        }
    }

    /// What the query returns on the rows that verdicts run on. `None` when it cannot be run here.
    pub(super) fn result(&self, exercise: &Exercise, sql: &str) -> Option<ResultTable> {
        let answer = self.grader.explore(&self.course.pack, exercise, sql, false).ok()?;
        let is_number = |at: usize| {
            let mut cells = answer.table.rows.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.is_null());
            cells.all(|cell| matches!(cell, Value::Integer(_) | Value::Float(_) | Value::Decimal(_)))
        };
        let columns = answer.table.columns.iter().enumerate();
        Some(ResultTable {
            caption: "What the query returns on the rows that the check runs on.".to_owned(),
            columns: columns
                .map(|(at, column)| Column { title: column.name.clone(), align: if is_number(at) { Align::Right } else { Align::Left } })
                .collect(),
            rows: answer.table.rows.iter().take(RESULT_ROWS).map(|row| row.iter().map(ToString::to_string).collect()).collect(),
            rows_in_all: usize::try_from(answer.total_rows).unwrap_or(usize::MAX),
        })
    }

    /// The steps whose milestone does not rest on anything private.
    fn path_walked(&self, learner: &Learner, entries: &[Entry]) -> Vec<PathStep> {
        let is_private = |id: &str| self.course.pack.exercise(id).is_some_and(|exercise| exercise.private);
        let steps = self.course.pack.path.steps.iter();
        let public = steps.filter(|step| !step.milestone.needs.iter().any(|id| is_private(id.as_ref().as_str())));
        let (records, publications) = (self.records(learner), self.publications(&learner.state));
        let reached_on = |step: &Step| {
            if let Some((record, of)) = step.milestone.record() {
                return records.complete_on(record, of);
            }
            let first = |id: &ExerciseId| learner.state.work(id)?.passes().next().map(|pass| local_date(pass.at));
            let is_reached = is_reached(step, learner, &records);
            is_reached.then(|| step.milestone.needs.iter().filter_map(|id| first(id.as_ref())).max()).flatten()
        };
        public
            .map(|step| PathStep {
                title: step.title.clone(),
                milestones: vec![Milestone {
                    title: step.milestone.title.clone(),
                    reached_on: reached_on(step),
                    evidence: evidence(&self.course, step, entries, &publications),
                }],
            })
            .collect()
    }
}

/// Of writing that varies each passed variant is a piece of its own, with its strongest and latest pass: a teardown each week is a page each
/// week. The same question with other numbers stays one.
fn pieces<'a>(exercise: &'a Exercise, best: &'a Attempt, learner: &'a Learner) -> Vec<(&'a Exercise, &'a Attempt)> {
    let work = learner.state.work(&exercise.id).filter(|_| exercise.kind == Kind::Write && !exercise.variants.is_empty());
    let Some(work) = work else { return vec![(exercise, best)] };
    let mut of_variant: BTreeMap<usize, &Attempt> = BTreeMap::new();
    for pass in work.passes() {
        let kept = of_variant.entry(variant_of(exercise, &pass.checked).variant).or_insert(pass);
        if pass.checked.proof == Proof::Verified || kept.checked.proof == Proof::SelfReported {
            *kept = pass;
        }
    }
    of_variant.into_values().map(|pass| (exercise, pass)).collect()
}

/// Where this piece was published: the text that was recorded is one that passed as this variant. A text that never passed belongs to the
/// variant that had passed last by that day.
fn published_of(variant: &Exercise, shown: &Checked, work: &Work) -> Vec<Published> {
    let is_here = |checked: &Checked| is_about(checked, variant);
    let belongs = |published: &&Published| {
        let with_text: Vec<&Attempt> = work.passes().filter(|pass| pass.checked.answer == published.answer).collect();
        if with_text.is_empty() {
            let by_then = work.passes().rfind(|pass| local_date(pass.at) <= published.on).or_else(|| work.passes().next());
            return by_then.is_some_and(|pass| is_here(&pass.checked));
        }
        published.answer == shown.answer || with_text.iter().any(|pass| is_here(&pass.checked))
    };
    places(work).filter(belongs).cloned().collect()
}

/// A piece of writing is called what its author calls it: its first heading, when that is one of the whole text.
fn own_title(exercise: &Exercise, text: &str) -> String {
    match first_heading(text).filter(|_| exercise.kind == Kind::Write) {
        Some(title) => title.to_owned(),
        None => exercise.title.clone(),
    }
}

/// The heading a text begins with, when it is one of the whole text.
pub(crate) fn first_heading(text: &str) -> Option<&str> {
    let first = footbridge_prose::without_front_matter(text)
        .lines()
        .find(|line| !line.trim().is_empty())
        .and_then(|line| line.strip_prefix("# "))
        .map(str::trim);
    first.filter(|title| !title.is_empty())
}

/// How a sentence of a brief begins that is addressed to whoever works on it.
const ADDRESSED: [&str; 10] = [
    "Hand in ",
    "Your query ",
    "Answer the ",
    "Work out ",
    "Decide with ",
    "Sort ",
    "Say what ",
    "Write down ",
    "Write the ",
    "**What is judged",
];

/// What a brief says for a reader: the situation and what stands in it, without what tells its solver how to hand in.
fn scenario(brief: &str) -> String {
    let begins = |text: &str| ADDRESSED.iter().any(|start| text.starts_with(start));
    let mut kept: Vec<&str> = Vec::new();
    let mut dropping = false;
    for block in brief.split("\n\n") {
        if block.starts_with('#') {
            dropping = false;
        }
        if dropping {
            continue;
        }
        let at = block.match_indices(". ").map(|(at, _)| at + 2).chain([0]).filter(|at| begins(&block[*at..])).min();
        // What follows is the table of what is handed in, or more about how.
        dropping = at.is_some();
        kept.extend(Some(block[..at.unwrap_or(block.len())].trim_end()).filter(|text| !text.is_empty()));
    }
    kept.join("\n\n")
}

/// What a check of such an exercise looks at.
pub(super) fn judged(exercise: &Exercise) -> Judged {
    if exercise.kind.is_piece() { Judged::Structure } else { Judged::Substance }
}

/// What a person who hires calls it.
pub(super) fn piece(exercise: &Exercise) -> Piece {
    match exercise.kind {
        Kind::Sql => return Piece::Query,
        Kind::Roadmap => return Piece::Roadmap,
        Kind::Decide => return Piece::Decision,
        Kind::Lesson | Kind::Read | Kind::Choice | Kind::Numeric => return Piece::Answers,
        Kind::Write => {}
    }
    let artifact = footbridge_grade::read_write(exercise).ok().and_then(|spec| spec.artifact);
    let shows = |skill: &str| exercise.skills.iter().any(|id| id.as_str() == skill);
    match artifact {
        Some(Artifact::TechnicalSpec | Artifact::Rfc) => Piece::Specification,
        Some(Artifact::ApiDocumentation) => Piece::ApiDocumentation,
        Some(Artifact::Prd) => Piece::Requirements,
        Some(Artifact::DecisionRecord) => Piece::Decision,
        Some(Artifact::Postmortem) => Piece::Postmortem,
        Some(Artifact::Teardown) => Piece::Teardown,
        Some(Artifact::TranslationMemo | Artifact::AlignmentBrief) => Piece::Memo,
        Some(Artifact::InterviewGuide | Artifact::InterviewNotes | Artifact::ShadowingLog) => Piece::Research,
        None if shows("product-teardown") => Piece::Teardown,
        None if shows("api-documentation") || shows("api-contracts") => Piece::ApiDocumentation,
        None if shows("rice-scoring") || shows("moscow-sorting") => Piece::Decision,
        None => Piece::Other,
    }
}

fn drawing(exercise: &Exercise, text: &str) -> Option<Drawing> {
    if exercise.kind != Kind::Roadmap {
        return None;
    }
    let alt = "The roadmap: now, next and later, with lines for what depends on what.".to_owned();
    crate::roadmaps::drawn(text).map(|svg| Drawing { svg, alt })
}

fn published_at(published: &Published) -> PublishedAt {
    PublishedAt { address: published.address.clone(), on: published.on, where_: host(&published.address), hash: published.answer.clone() }
}

/// The name of the place behind an address.
fn host(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.trim_start_matches("www.").to_owned()
}

/// The author's own reading of a text and, once there is one, those of others.
fn readings(work: &Work, answer: &AnswerHash) -> Vec<(Reviewer, Date, Scored)> {
    let Some((at, own)) = work.self_scores.iter().rfind(|(_, scored)| scored.answer == *answer) else { return Vec::new() };
    let others = standing(&work.reviews).into_iter().filter(|review| review.scored.answer == *answer);
    let others = others.map(|review| (Reviewer::AnotherPerson, review.on, review.scored.clone()));
    std::iter::once((Reviewer::Owner, local_date(*at), own.clone())).chain(others).collect()
}

/// Names of readers are private, so none is shown.
fn reviews(shown: &Shown<'_>) -> Vec<Review> {
    let criteria = read_criteria(shown.exercise).unwrap_or_default();
    let levels = |scored: &Scored| {
        let of = |criterion: &footbridge_grade::Criterion| {
            let level = scored.scores.iter().find(|score| score.criterion == criterion.id)?.level;
            let says = criterion.anchors().get(usize::from(level).checked_sub(1)?)?.to_string();
            Some(RubricLevel { criterion: criterion.title.clone(), level, out_of: 4, says })
        };
        criteria.iter().filter_map(of).collect::<Vec<_>>()
    };
    let review = |(by, on, scored): &(Reviewer, Date, Scored)| Review { by: *by, on: *on, levels: levels(scored) };
    shown.readings.iter().map(review).collect()
}

/// The pieces that prove a milestone, of those that are shown.
fn evidence(course: &Course, step: &Step, entries: &[Entry], publications: &Publications<'_>) -> Vec<ExerciseId> {
    if let Some((Record::Published, _)) = step.milestone.record() {
        let counts = |entry: &&Entry| course.named(entry.id.as_str()).is_ok_and(|named| publications.counts(named.piece()));
        return entries.iter().filter(counts).map(|entry| entry.id.clone()).collect();
    }
    let needed = step.milestone.needs.iter().map(|id| id.as_ref().clone());
    needed.filter(|id| entries.iter().any(|entry| entry.id == *id)).collect()
}

/// Changes proposed to somebody else's documents, each once.
fn contributions(shown: &[Shown<'_>]) -> Vec<Contribution> {
    let mut pages = BTreeSet::new();
    let all = shown.iter().flat_map(|shown| &shown.published).filter(|published| !published.diff.is_empty());
    let with_change = all.filter(|published| pages.insert(same_page(&published.address)));
    let contribution = |published: &Published| Contribution {
        title: subject(&published.diff).unwrap_or_else(|| format!("A change to {}", project(&published.address))),
        project: project(&published.address),
        address: published.address.clone(),
        on: published.on,
        diff: Some(published.diff.clone()),
    };
    with_change.map(contribution).collect()
}

/// What a change is about: its subject line when it is a whole commit, else the file it changes.
fn subject(diff: &str) -> Option<String> {
    let line = |start: &str| diff.lines().find_map(|line| line.strip_prefix(start)).map(str::trim).filter(|rest| !rest.is_empty());
    if let Some(subject) = line("Subject: ") {
        return Some(subject.rsplit_once("] ").map_or(subject, |(_, words)| words).to_owned());
    }
    let file = line("+++ b/").or_else(|| line("+++ ")).or_else(|| line("--- a/")).filter(|file| *file != "/dev/null")?;
    Some(format!("A change to {file}"))
}

/// `org/project` of an address on a forge, or its host.
fn project(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let parts: Vec<&str> = rest.split('/').filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [_, org, name, ..] => format!("{org}/{name}"),
        _ => host(address),
    }
}

#[cfg(test)]
mod tests {
    use super::{host, project, scenario, subject};

    #[test]
    fn a_reader_is_shown_the_situation_and_not_how_to_hand_in() {
        let query = "A processor had an outage. Support writes:\n\n> Send me every request.\n\nNone is empty. Hand in these columns:\n\n| column |\n|---|\n\nNothing is rounded. Your query is judged on a part.\n";
        assert_eq!(scenario(query), "A processor had an outage. Support writes:\n\n> Send me every request.\n\nNone is empty.");
        let decision = "\"Do we build?\"\n\nDecide with a matrix.\n\n**What is judged:** weights.\n\n## Material\n\nThe proxy answered.";
        assert_eq!(scenario(decision), "\"Do we build?\"\n\n## Material\n\nThe proxy answered.");
        assert_eq!(scenario("The load.\n\nAnswer the five questions."), "The load.");
    }

    #[test]
    fn places_are_named_as_people_name_them() {
        assert_eq!(host("https://www.linkedin.com/posts/x?y#z"), "linkedin.com");
        assert_eq!(host("nonsense"), "nonsense");
        assert_eq!(project("https://github.com/org/docs/pull/12"), "org/docs");
        assert_eq!(project("https://example.org/"), "example.org");
    }

    #[test]
    fn a_contribution_is_called_by_what_it_changes() {
        for (diff, called) in [
            ("Subject: [PATCH 1/2] Say when a key expires\n\n--- a/x.md\n+++ b/x.md\n", Some("Say when a key expires")),
            (
                "diff --git a/docs/auth.md b/docs/auth.md\n--- a/docs/auth.md\n+++ b/docs/auth.md\n@@ -1 +1 @@\n",
                Some("A change to docs/auth.md"),
            ),
            ("--- a/gone.md\n+++ /dev/null\n", None),
            ("-a\n+b", None),
        ] {
            assert_eq!(subject(diff).as_deref(), called, "{diff}");
        }
    }
}
