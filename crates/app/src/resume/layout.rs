//! How a résumé can be set: looks and papers by their ids.

use super::paper::ResumeSheet;
use crate::view::ChoiceView;
use crate::{App, Trouble};
use footbridge_jobs::Made;
use footbridge_resume::{Layout, Paper, Theme};

/// One of several, with its id, its name and what it is.
type Choice<T> = (T, &'static str, &'static str, &'static str);

/// Looks, the usual one first.
const THEMES: [Choice<Theme>; 3] = [
    (Theme::Modern, "modern", "Modern", "One sans serif, everything on the left edge, one colour."),
    (Theme::Classic, "classic", "Classic", "One serif, a centred head, thin rules."),
    (Theme::Compact, "compact", "Compact", "One serif, dense, for long careers."),
];

const PAPERS: [Choice<Paper>; 2] = [(Paper::A4, "a4", "A4", "210 by 297 mm."), (Paper::Letter, "letter", "Letter", "8.5 by 11 inches.")];

impl App {
    pub(super) fn layout(&self, sheet: &ResumeSheet) -> Result<Layout, Trouble> {
        let paper = if sheet.paper.is_empty() { self.usual_paper()? } else { called("paper", &sheet.paper, &PAPERS)? };
        Ok(Layout { paper, theme: theme_called(&sheet.theme)? })
    }

    /// How a variant is made on a sheet, with the usual look and paper named.
    pub(crate) fn made_as(&self, variant: &str, sheet: &ResumeSheet) -> Result<Made, Trouble> {
        let layout = self.layout(sheet)?;
        Ok(Made {
            variant: self.variant_called(variant)?.line.name,
            theme: id_of(layout.theme, &THEMES).to_owned(),
            paper: id_of(layout.paper, &PAPERS).to_owned(),
        })
    }

    /// The papers, that of the learner's region first.
    pub(super) fn papers(&self) -> Result<Vec<ChoiceView>, Trouble> {
        let usual = self.usual_paper()?;
        let mut papers = PAPERS;
        papers.sort_by_key(|(paper, ..)| *paper != usual);
        Ok(choices(&papers))
    }

    /// The paper of the learner's region.
    fn usual_paper(&self) -> Result<Paper, Trouble> {
        let letter = self.onboarded()? && self.with_learner(|learner| learner.profile.region == "united-states")?;
        Ok(if letter { Paper::Letter } else { Paper::A4 })
    }
}

/// The look with this id; the usual one without.
pub(super) fn theme_called(id: &str) -> Result<Theme, Trouble> {
    if id.is_empty() { Ok(THEMES[0].0) } else { called("theme", id, &THEMES) }
}

/// The same as a person reads it. An id that is not known any more stands as it is.
pub(crate) fn made_words(made: &Made) -> String {
    let variant = (!made.variant.is_empty()).then(|| format!("the variant “{}”", made.variant));
    let theme = (!made.theme.is_empty()).then(|| format!("in the look {}", label_of(&made.theme, &THEMES)));
    let paper = (!made.paper.is_empty()).then(|| format!("on {}", label_of(&made.paper, &PAPERS)));
    [variant, theme, paper].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn label_of<'a, T>(id: &'a str, known: &[Choice<T>]) -> &'a str {
    known.iter().find(|(_, known, ..)| *known == id).map_or(id, |(_, _, label, _)| label)
}

fn id_of<T: PartialEq>(meant: T, known: &[Choice<T>]) -> &'static str {
    known.iter().find(|(known, ..)| *known == meant).map_or("", |(_, id, ..)| id)
}

pub(super) fn themes() -> Vec<ChoiceView> {
    choices(&THEMES)
}

fn choices<T>(known: &[Choice<T>]) -> Vec<ChoiceView> {
    let view = |(_, id, label, note): &Choice<T>| ChoiceView { id: (*id).to_owned(), label: (*label).to_owned(), note: (*note).to_owned() };
    known.iter().map(view).collect()
}

fn called<T: Copy>(what: &str, id: &str, known: &[Choice<T>]) -> Result<T, Trouble> {
    let ids = || known.iter().map(|(_, known, ..)| *known);
    let found = known.iter().find(|(_, known, ..)| *known == id).map(|(meant, ..)| *meant);
    found.ok_or_else(|| {
        let trouble = Trouble::asked(format!("There is no {what} `{id}`; there are {}.", ids().collect::<Vec<_>>().join(", ")));
        trouble.or_meant(id, ids())
    })
}
