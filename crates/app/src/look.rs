use crate::cited::Cited;
use crate::markdown::blocks;
use crate::view::LookView;
use crate::view_sql::finding_view;
use crate::work::within_length;
use crate::{App, Trouble};
use footbridge_content::Kind;
use footbridge_verdict::FindingKind;

impl App {
    /// Looks an unfinished piece over: what a check would find, and how it reads. Nothing is saved or recorded.
    pub fn look_over(&self, id: &str, text: &str) -> Result<LookView, Trouble> {
        let exercise = self.in_its_variant(id)?;
        if !matches!(exercise.kind, Kind::Write | Kind::Roadmap) {
            return Err(Trouble::asked(format!("`{id}` is no piece of writing.")));
        }
        within_length(text)?;
        let checked = self.grader.check(&self.course.pack, exercise, text, &|other| self.last_pass(other, &Cited::default()));
        let findings = checked.verdict.findings.iter();
        Ok(LookView {
            open: u32::try_from(findings.clone().filter(|finding| finding.kind == FindingKind::Essential).count()).unwrap_or(u32::MAX),
            findings: findings.map(|finding| finding_view(&finding.diagnostic, Some(finding.kind), finding.part.clone(), text)).collect(),
            preview: if exercise.kind == Kind::Write {
                blocks(footbridge_prose::front_matter(text).map_or(text, |(_, body)| body))
            } else {
                Vec::new()
            },
            drawing: if exercise.kind == Kind::Roadmap { footbridge_grade::draw_roadmap(text) } else { None },
        })
    }
}
