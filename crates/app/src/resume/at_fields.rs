//! What is found in the résumé, in the words of its form and at its fields.

use crate::view::{FindingView, ResumeFieldView, ResumeFindingView, ResumeFormView};
use crate::view_sql::finding_view;
use footbridge_diagnostic::Diagnostic;
use footbridge_resume::{Resume, pointer_at};

/// A finding with the field it is about, which is where it is mended.
pub(super) fn at_field(found: &Diagnostic, text: &str, resume: &Resume, form: &ResumeFormView) -> ResumeFindingView {
    let finding = finding_view(found, None, None, text);
    let at = found.place.as_ref().map_or(0, |place| place.span.start);
    let pointer = if at > 0 { pointer_at(resume, at) } else { finding.help.iter().find_map(|help| named_place(help)).unwrap_or_default() };
    let (field, label) = field_of(&pointer, form).unwrap_or_default();
    let in_words = |text: &String| in_words(text, form);
    ResumeFindingView {
        field,
        label,
        finding: FindingView {
            message: in_words(&finding.message),
            notes: finding.notes.iter().map(in_words).collect(),
            help: finding.help.iter().map(in_words).collect(),
            ..finding
        },
    }
}

/// The place that `basics.location.city` names.
fn named_place(help: &str) -> Option<String> {
    let key = help.split('`').skip(1).step_by(2).find(|key| key.starts_with("basics."))?;
    Some(format!("/{}", key.replace('.', "/")))
}

/// The field that stands there, or the first of what stands there, and what it is called.
fn field_of(pointer: &str, form: &ResumeFormView) -> Option<(String, String)> {
    let is_below = |place: &str| !pointer.is_empty() && (place == pointer || place.starts_with(&format!("{pointer}/")));
    if let Some(field) = form.basics.iter().find(|field| is_below(&field.pointer)) {
        return Some((field.pointer.clone(), field.label.clone()));
    }
    for section in &form.sections {
        for entry in &section.entries {
            let name = if entry.name.is_empty() { section.one.clone() } else { entry.name.clone() };
            let of_lists = entry.lists.iter().flat_map(|list| &list.items);
            if let Some(field) = entry.fields.iter().chain(of_lists).find(|field| is_below(&field.pointer)) {
                let whole = is_below(&entry.pointer);
                return Some((field.pointer.clone(), if whole { name } else { format!("{}, {name}", field.label) }));
            }
        }
    }
    None
}

/// Keys of the file become the labels of the form.
fn in_words(text: &str, form: &ResumeFormView) -> String {
    let entries = || form.sections.iter().flat_map(|section| &section.entries);
    let lists = || entries().flat_map(|entry| &entry.lists);
    let last = |pointer: &str| pointer.rsplit('/').next().unwrap_or_default().to_owned();
    let label = |key: &str| {
        let pointer = format!("/{}", key.replace('.', "/"));
        let in_basics = |field: &&ResumeFieldView| field.pointer == pointer;
        let basics = form.basics.iter().find(in_basics).map(|field| field.label.clone());
        basics.or_else(|| lists().find(|list| last(&list.pointer) == key).map(|list| list.label.clone())).or_else(|| {
            entries().flat_map(|entry| &entry.fields).find(|field| last(&field.pointer) == key).map(|field| field.label.clone())
        })
    };
    let parts = text.split('`').enumerate().map(|(at, part)| match at % 2 {
        0 => part.to_owned(),
        _ => label(part).map_or_else(|| format!("`{part}`"), |label| format!("“{label}”")),
    });
    parts.collect()
}
