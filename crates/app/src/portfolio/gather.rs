//! A learner's public evidence as a site: what is private never gets here.

use super::settings::Settings;
use crate::learner::Learner;
use crate::path::has_passed_all;
use crate::planning::local_date;
use crate::variants::variant_of;
use crate::{App, Trouble};
use footbridge_content::{Exercise, Kind};
use footbridge_grade::read_criteria;
use footbridge_journal::{Attempt, Published, Scored, Work};
use footbridge_portfolio::{
    Align, Answer, Column, Contribution, Drawing, Entry, Judged, Milestone, PathStep, Piece, PublishedAt, ResultTable, Review, Reviewer,
    RubricLevel, Site,
};
use footbridge_prose::Artifact;
use footbridge_query::Value;
use footbridge_verdict::AnswerHash;
use jiff::civil::Date;

/// Rows of a query's result that a page shows.
const RESULT_ROWS: usize = 12;

/// A pass that may be shown, with the text that passed.
struct Shown<'a> {
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
        let contributions = shown.iter().flat_map(contributions).collect();
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
            entries,
            contributions,
        })
    }

    /// Only what is not private, says that it is public, and whose kept answer is intact: a damaged one proves nothing.
    fn shown<'a>(&'a self, learner: &Learner, settings: &Settings) -> Vec<Shown<'a>> {
        let is_hidden = |exercise: &Exercise| settings.hidden.iter().any(|id| exercise.id.as_str() == id);
        let passes = self.passes(learner).into_iter().filter(|(exercise, _)| !is_hidden(exercise));
        let public = passes.filter(|(exercise, _)| !exercise.private && exercise.kind != Kind::Lesson);
        let shown = public.filter_map(|(exercise, pass)| {
            // The exercise as the course has it, which outlives this look at the learner.
            let all = self.course.pack.exercise(exercise.id.as_str())?;
            let exercise = variant_of(all, &pass.checked);
            let text = self.kept_text(exercise, &pass.checked.answer)?;
            let work = learner.state.work(&exercise.id)?;
            if !self.is_shown(all, work, &pass.checked, &text) {
                return None;
            }
            let readings = if settings.reviews { readings(work, &pass.checked.answer) } else { Vec::new() };
            Some(Shown { exercise, pass: pass.clone(), text, published: work.published.clone(), readings })
        });
        shown.collect()
    }

    fn entry(&self, shown: &Shown<'_>, settings: &Settings) -> Entry {
        let exercise = shown.exercise;
        let checked = &shown.pass.checked;
        let is_text = exercise.kind == Kind::Write;
        Entry {
            id: exercise.id.clone(),
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
            how_to_rerun: format!("footbridge verify {}", exercise.id),
            body: Some(if is_text { shown.text.clone() } else { exercise.brief.to_string() }),
            result: (exercise.kind == Kind::Sql).then(|| self.result(exercise, &shown.text)).flatten(),
            drawing: drawing(exercise, &shown.text),
            published: shown.published.iter().map(published_at).collect(),
            reviews: reviews(shown),
            featured: settings.featured.iter().any(|id| id == exercise.id.as_str()),
        }
    }

    /// What the query returns on the rows that verdicts run on. `None` when it cannot be run here.
    fn result(&self, exercise: &Exercise, sql: &str) -> Option<ResultTable> {
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
        let reached_on = |needs: &[toml::Spanned<footbridge_verdict::ExerciseId>]| {
            let first = |id: &footbridge_verdict::ExerciseId| learner.state.work(id)?.passes().next().map(|pass| local_date(pass.at));
            needs.iter().filter_map(|id| first(id.as_ref())).max()
        };
        public
            .map(|step| PathStep {
                title: step.title.clone(),
                milestones: vec![Milestone {
                    title: step.milestone.title.clone(),
                    reached_on: if has_passed_all(step, learner) { reached_on(&step.milestone.needs) } else { None },
                    evidence: step
                        .milestone
                        .needs
                        .iter()
                        .map(|id| id.as_ref().clone())
                        .filter(|id| entries.iter().any(|entry| entry.id == *id))
                        .collect(),
                }],
            })
            .collect()
    }
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

/// What a check of such an exercise looks at.
pub(super) fn judged(exercise: &Exercise) -> Judged {
    if exercise.kind.is_piece() { Judged::Structure } else { Judged::Substance }
}

/// What a person who hires calls it.
fn piece(exercise: &Exercise) -> Piece {
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
    let others = work.reviews.iter().filter(|review| review.scored.answer == *answer);
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

/// Changes proposed to somebody else's documents.
fn contributions(shown: &Shown<'_>) -> Vec<Contribution> {
    let with_change = shown.published.iter().filter(|published| !published.diff.is_empty());
    let contribution = |published: &Published| Contribution {
        title: shown.exercise.title.clone(),
        project: project(&published.address),
        address: published.address.clone(),
        on: published.on,
        diff: Some(published.diff.clone()),
    };
    with_change.map(contribution).collect()
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
    use super::{host, project};

    #[test]
    fn places_are_named_as_people_name_them() {
        assert_eq!(host("https://www.linkedin.com/posts/x?y#z"), "linkedin.com");
        assert_eq!(host("nonsense"), "nonsense");
        assert_eq!(project("https://github.com/org/docs/pull/12"), "org/docs");
        assert_eq!(project("https://example.org/"), "example.org");
    }
}
