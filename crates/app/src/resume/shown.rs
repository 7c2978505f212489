//! What the screen shows of the résumé: its form, what backs its bullets, and what a variant chooses.

use super::at_fields::at_field;
use super::chosen::selection;
use super::entry_name::entry_names;
use super::layout::themes;
use super::variant_file::VariantFile;
use super::{OwnResume, RESUME_FILE, says, unknown_evidence};
use crate::view::{
    BackingView, ChosenEntryView, ChosenItemView, ChosenSectionView, LooseLinkView, ResumeEntryView, ResumeFieldView, ResumeFindingView,
    ResumeFormView, ResumeLeftOutView, ResumeListView, ResumeSectionView, ResumeVariantView, ResumeView,
};
use crate::view_sql::finding_view;
use crate::{App, Trouble};
use footbridge_diagnostic::{Diagnostic, counted};
use footbridge_resume::{Field, FormEntry, FormList, FormSection, Input, LeftOut, Resume, SectionKind, Selection, check, form, variant};

/// A résumé as it is shown: whole, or as a variant has it.
pub(super) struct Shown {
    pub(super) resume: Resume,
    /// The variant and the role it is for; none for the whole.
    pub(super) variant: Option<(VariantFile, String)>,
    selection: Selection,
    left_out: Vec<LeftOut>,
    /// What the variant names and the résumé has not.
    pub(super) missing: Vec<Diagnostic>,
}

impl Shown {
    pub(super) fn whole(resume: Resume) -> Self {
        Self { resume, variant: None, selection: Selection::default(), left_out: Vec::new(), missing: Vec::new() }
    }

    fn of_variant(resume: &Resume, file: VariantFile) -> Result<Self, Trouble> {
        let chosen = file.read()?;
        let (selection, missing) = selection(resume, &chosen);
        let made = variant(resume, &selection);
        Ok(Self { resume: made.resume, variant: Some((file, chosen.role)), selection, left_out: made.left_out, missing })
    }
}

impl App {
    /// The résumé as the variant of this name or id shows it; whole without one.
    pub(super) fn as_chosen(&self, resume: Resume, called: &str) -> Result<Shown, Trouble> {
        if called.is_empty() {
            return Ok(Shown::whole(resume));
        }
        Shown::of_variant(&resume, self.variant_called(called)?)
    }

    pub(super) fn resume_view(&self, own: Option<OwnResume>, file: Option<VariantFile>) -> Result<ResumeView, Trouble> {
        let mut view = ResumeView {
            answer: "There is no résumé yet".to_owned(),
            path: RESUME_FILE.to_owned(),
            hash: String::new(),
            state: "none".to_owned(),
            locked: None,
            findings: Vec::new(),
            form: None,
            loose: Vec::new(),
            evidence: self.backings()?,
            variants: self.variants()?,
            variant: None,
            themes: themes(),
            papers: self.papers()?,
        };
        let Some(own) = own else { return Ok(view) };
        view.hash = own.hash();
        view.locked = own.locked();
        let Some(resume) = &own.resume else {
            let whole = |finding: &Diagnostic| ResumeFindingView {
                finding: finding_view(finding, None, None, &own.text),
                field: String::new(),
                label: String::new(),
            };
            view.findings = own.found.iter().map(whole).collect();
            view.state = "unreadable".to_owned();
            view.answer = format!("`{RESUME_FILE}` cannot be read as a résumé");
            return Ok(view);
        };
        view.state = "readable".to_owned();
        let form = self.form_view(resume, &view.evidence);
        let finding = |finding: &Diagnostic| at_field(finding, &own.text, resume, &form);
        view.findings = own.found.iter().map(finding).collect();
        view.loose = loose(resume, &view.evidence);
        let shown = match file {
            None => Shown::whole(resume.clone()),
            Some(file) => Shown::of_variant(resume, file)?,
        };
        view.variant = variant_view(resume, &shown);
        view.findings.extend(shown.missing.iter().map(finding));
        view.findings.extend(unknown_evidence(&shown.resume, &view.evidence).iter().map(finding));
        view.findings.extend(check(&shown.resume, self.as_of()).iter().map(finding));
        view.answer = says(&shown.resume);
        view.form = Some(form);
        Ok(view)
    }

    fn form_view(&self, resume: &Resume, known: &[BackingView]) -> ResumeFormView {
        let backing = |pointer: &str| {
            let bullet = resume.content().bullets().find(|bullet| bullet.pointer == pointer);
            bullet.map_or_else(Vec::new, |bullet| bullet.evidence.iter().map(|id| known_or_not(id, known)).collect())
        };
        let list = |list: FormList| ResumeListView {
            items: list.items.into_iter().map(|item| ResumeFieldView { evidence: backing(&item.pointer), ..field_view(item) }).collect(),
            pointer: list.pointer,
            label: list.label.to_owned(),
            one: list.one.to_owned(),
            bullets: list.of_bullets,
            locked: list.is_locked,
        };
        let entry = |entry: FormEntry| ResumeEntryView {
            pointer: entry.pointer,
            name: entry.name,
            fields: entry.fields.into_iter().map(field_view).collect(),
            lists: entry.lists.into_iter().map(list).collect(),
        };
        let section = |section: FormSection| ResumeSectionView {
            pointer: section.pointer,
            heading: section.heading.to_owned(),
            one: section.one.to_owned(),
            entries: section.entries.into_iter().map(entry).collect(),
            locked: section.is_locked,
        };
        let form = form(resume);
        ResumeFormView {
            basics: form.basics.into_iter().map(field_view).collect(),
            sections: form.sections.into_iter().map(section).collect(),
        }
    }
}

fn field_view(field: Field) -> ResumeFieldView {
    let input = match field.input {
        Input::Line => "line",
        Input::Date => "date",
        Input::Paragraph => "paragraph",
    };
    ResumeFieldView {
        pointer: field.pointer,
        label: field.label.to_owned(),
        text: field.text,
        input: input.to_owned(),
        locked: field.is_locked,
        evidence: Vec::new(),
    }
}

fn known_or_not(id: &str, known: &[BackingView]) -> BackingView {
    let unknown = || BackingView { id: id.to_owned(), title: id.to_owned(), proof: None };
    known.iter().find(|backing| backing.id == id).cloned().unwrap_or_else(unknown)
}

fn loose(resume: &Resume, known: &[BackingView]) -> Vec<LooseLinkView> {
    let links = resume.content().loose_links.iter();
    links
        .map(|link| LooseLinkView { evidence: known_or_not(&link.evidence, known), words: link.text.clone().unwrap_or_default() })
        .collect()
}

fn variant_view(whole: &Resume, shown: &Shown) -> Option<ResumeVariantView> {
    shown.variant.as_ref().map(|(file, role)| ResumeVariantView {
        line: file.line.clone(),
        hash: file.hash(),
        role: role.clone(),
        sections: chosen_sections(whole, &shown.selection),
        says: left_out_says(&shown.left_out),
    })
}

/// What a variant leaves out, in numbers, and what it misses.
pub(super) fn left_out_view(shown: &Shown) -> ResumeLeftOutView {
    ResumeLeftOutView {
        says: left_out_says(&shown.left_out),
        nothing: shown.left_out.is_empty(),
        // What is missing has no place in the résumé.
        missing: shown.missing.iter().map(|missing| finding_view(missing, None, None, "")).collect(),
    }
}

fn left_out_says(left_out: &[LeftOut]) -> String {
    let entries = left_out.iter().filter(|left| left.item.is_none()).count();
    let lines = left_out.len() - entries;
    match (entries, lines) {
        (0, 0) => "Everything is shown.".to_owned(),
        (0, lines) => format!("{} left out.", counted(lines, "line is", "lines are")),
        (entries, 0) => format!("{} left out.", counted(entries, "entry is", "entries are")),
        (entries, lines) => format!("{} and {} are left out.", counted(entries, "entry", "entries"), counted(lines, "line", "lines")),
    }
}

/// Every section with every entry and line: first what is shown, in its order, then what is not.
fn chosen_sections(resume: &Resume, selection: &Selection) -> Vec<ChosenSectionView> {
    let content = resume.content();
    let named: Vec<SectionKind> = selection.sections.iter().map(|choice| choice.kind).collect();
    let others = content.sections.iter().map(|section| section.kind).filter(|kind| !named.contains(kind));
    let all: Vec<SectionKind> = named.iter().copied().chain(others).filter(|kind| !content.entries(*kind).is_empty()).collect();
    let section = |kind: SectionKind| {
        let entries = content.entries(kind);
        let names = entry_names(entries);
        let choice = selection.sections.iter().find(|choice| choice.kind == kind);
        let order = ordered(entries.len(), choice.map(|choice| choice.entries.iter().map(|entry| entry.entry).collect()));
        let entry = |(at, shown): (usize, bool)| {
            let items = entries[at].items(kind);
            let wanted =
                choice.and_then(|choice| choice.entries.iter().find(|entry| entry.entry == at)).and_then(|entry| entry.items.clone());
            let item = |(at, shown): (usize, bool)| ChosenItemView { text: items[at].text.clone(), shown };
            ChosenEntryView { entry: names[at].clone(), shown, items: ordered(items.len(), wanted).into_iter().map(item).collect() }
        };
        ChosenSectionView {
            section: kind.key().to_owned(),
            heading: kind.heading().to_owned(),
            entries: order.into_iter().map(entry).collect(),
        }
    };
    all.into_iter().map(section).collect()
}

/// Numbers below `count`: the wanted ones in their order, then the others, each with whether it is wanted. All are when nothing is said.
fn ordered(count: usize, wanted: Option<Vec<usize>>) -> Vec<(usize, bool)> {
    let Some(wanted) = wanted else { return (0..count).map(|at| (at, true)).collect() };
    let mut order: Vec<(usize, bool)> = Vec::new();
    for at in wanted.iter().copied().chain(0..count).filter(|at| *at < count) {
        if !order.iter().any(|(there, _)| *there == at) {
            order.push((at, wanted.contains(&at)));
        }
    }
    order
}
