use crate::cited::Cited;
use crate::course::opens;
use crate::decisions::decide;
use crate::markdown::blocks;
use crate::roadmaps::drawn;
use crate::view::{LookView, SectionView};
use crate::view_sql::finding_view;
use crate::words::count;
use crate::work::within_length;
use crate::{App, Trouble};
use footbridge_content::Kind;
use footbridge_grade::outline;
use footbridge_prose::OutlineHeading;
use footbridge_verdict::{FindingKind, Outcome};

impl App {
    /// Looks an unfinished piece over: what a check would find, and how it reads. Nothing is saved or recorded.
    pub fn look_over(&self, id: &str, text: &str) -> Result<LookView, Trouble> {
        let exercise = self.in_its_variant(id)?;
        if !exercise.kind.is_piece() {
            return Err(Trouble::asked(format!("`{id}` is no piece of writing.")));
        }
        within_length(text)?;
        let checked = self.grader.check(&self.course.pack, exercise, text, &|other| self.last_pass(other, &Cited::default()));
        let outline = (exercise.kind == Kind::Write).then(|| outline(exercise, text)).flatten();
        let section = |heading: OutlineHeading| SectionView {
            level: heading.level,
            line: count(text[..heading.start].matches('\n').count() + 1),
            title: heading.title,
            words: heading.words,
        };
        let findings = checked.verdict.findings.iter();
        Ok(LookView {
            open: count(findings.clone().filter(|finding| finding.kind == FindingKind::Essential).count()),
            findings: findings.map(|finding| finding_view(&finding.diagnostic, Some(finding.kind), finding.part.clone(), text)).collect(),
            words: outline.as_ref().map_or(0, |outline| outline.words),
            sections: outline.into_iter().flat_map(|outline| outline.headings).map(section).collect(),
            preview: if exercise.kind == Kind::Write {
                blocks(&self.with_cited(footbridge_prose::without_front_matter(text)))
            } else {
                Vec::new()
            },
            decision: (exercise.kind == Kind::Decide && checked.verdict.outcome == Outcome::Pass)
                .then(|| decide(text, exercise.kind.answer_file())),
            drawing: if exercise.kind == Kind::Roadmap { drawn(text) } else { None },
        })
    }

    /// A text as its reader sees it: a figure that cites a query leads to that query.
    fn with_cited(&self, text: &str) -> String {
        footbridge_prose::with_references(text, |cited| match self.course.pack.exercise(&cited.exercise) {
            Some(exercise) => format!("[{}]({})", cited.figure.written, opens(exercise)),
            None => cited.figure.written.clone(),
        })
    }
}
