//! `private/resume/<name>.toml`: what the résumé for one role shows. Entries and bullets stand there in their own words, so that the file can
//! be read, and so that it means the same after `resume.json` was sorted anew.

use super::chosen::{Chosen, chosen};
use crate::folder::path as inside;
use crate::private::refused;
use crate::slug::slug;
use crate::view::{ChosenBody, ResumeView, VariantBody, VariantLineView};
use crate::{App, Fault, Trouble};
use footbridge_diagnostic::Diagnostic;
use footbridge_journal::DiskPath;
use footbridge_resume::SectionKind;
use footbridge_verdict::AnswerHash;

/// Where variants are kept.
pub(super) const FOLDER: &str = "private/resume";

const HEAD: &str = "\
# A résumé for one role, made of resume.json. All of it is shown but what a section or an entry names as `left_out`.
# Change it here or on the screen Résumé.
";

/// Letters of a name; more is a sentence.
const LONGEST_NAME: usize = 60;

/// A variant and where it is kept.
pub(super) struct VariantFile {
    pub(super) line: VariantLineView,
    pub(super) text: String,
}

impl VariantFile {
    /// What it says. A fault quotes nothing of the file: it could be a name.
    pub(super) fn read(&self) -> Result<Chosen, Trouble> {
        toml::from_str(&self.text).map_err(|error: toml::de::Error| {
            let finding = Diagnostic::error("resume-variant", "This is not TOML, or a key or its value is not one that a variant has.")
                .at(&self.line.path, error.span().unwrap_or(0..0))
                .help("It has `role`, then for each section `[[section]]` with a `name`, `left_out` and `[[section.entry]]` with `name`, `items` and `left_out`.");
            Trouble::asked("The file of this variant cannot be read, so it is left as it is.")
                .help("Mend it in your editor, then do it again.")
                .findings(vec![finding])
        })
    }

    pub(super) fn hash(&self) -> String {
        AnswerHash::of(self.text.as_bytes()).to_string()
    }

    /// The lines a person wrote above everything else.
    fn head(&self) -> String {
        let comments = self.text.lines().take_while(|line| line.trim().is_empty() || line.starts_with('#'));
        comments.map(|line| format!("{line}\n")).collect()
    }
}

impl App {
    /// Begins a variant that shows everything.
    pub fn begin_variant(&self, body: &VariantBody) -> Result<ResumeView, Trouble> {
        let name = file_name(&body.name)?;
        self.readable_resume()?;
        let text = to_toml(HEAD, &Chosen { role: body.role.trim().to_owned(), sections: Vec::new() });
        let lock = self.lock()?;
        let path = variant_path(&name);
        if self.world.disk.exists(&path).map_err(|error| refused(FOLDER, error))? {
            return Err(Trouble::asked("There is a variant of this name already, so it is left as it is.").help("Choose another name."));
        }
        let disk = &self.world.disk;
        disk.create_folder_all(&inside(FOLDER))
            .and_then(|()| disk.write_atomically(&path, text.as_bytes()))
            .map_err(|error| refused(FOLDER, error))?;
        drop(lock);
        self.resume(&name)
    }

    /// Keeps what a variant is to show, unless its file was changed since it was read.
    pub fn change_variant(&self, id: &str, body: &ChosenBody) -> Result<ResumeView, Trouble> {
        let lock = self.lock()?;
        let file = self.variant_called(id)?;
        if file.hash() != body.base_hash {
            return Err(Trouble::new(Fault::Changed, "The file of this variant was changed outside since it was read here.")
                .help("Load it again, then make your change."));
        }
        file.read()?;
        let chosen = chosen(&self.readable_resume()?, body);
        if let Some(unknown) = chosen.sections.iter().find(|section| SectionKind::of_key(&section.name).is_none()) {
            return Err(Trouble::asked(format!("A résumé has no section `{}`.", unknown.name)));
        }
        let text = to_toml(&file.head(), &chosen);
        let written = self.world.disk.write_atomically(&inside(&file.line.path), text.as_bytes());
        written.map_err(|error| refused(FOLDER, error))?;
        drop(lock);
        self.resume(id)
    }

    /// All variants, by name. A file whose name is none of ours is somebody else's.
    pub(super) fn variants(&self) -> Result<Vec<VariantLineView>, Trouble> {
        let there = self.private_entries(FOLDER, &inside(FOLDER))?;
        let names = there.into_iter().filter_map(|entry| entry.name.strip_suffix(".toml").map(str::to_owned));
        let ours = names.filter(|name| file_name(name).is_ok_and(|known| known == *name));
        let mut lines: Vec<VariantLineView> = ours
            .map(|name| VariantLineView {
                id: AnswerHash::of(name.as_bytes()).short().to_owned(),
                path: variant_path(&name).to_string(),
                name,
            })
            .collect();
        lines.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(lines)
    }

    /// The variant with this name or id.
    pub(super) fn variant_called(&self, called: &str) -> Result<VariantFile, Trouble> {
        let wanted = slug(called);
        let found = self.variants()?.into_iter().find(|line| line.name == wanted || line.id == wanted);
        // Names are private and say where somebody applies: none of them is told.
        let Some(line) = found else {
            return Err(Trouble::not_found("There is no such variant of the résumé.")
                .help("`footbridge resume variant` lists those there are; with a new name and `--role` it begins one."));
        };
        let text = self.private_text(FOLDER, &inside(&line.path))?.unwrap_or_default();
        Ok(VariantFile { line, text })
    }
}

fn to_toml(head: &str, chosen: &Chosen) -> String {
    let body = toml::to_string(chosen).expect("texts and lists are TOML");
    let gap = if head.is_empty() || head.ends_with("\n\n") { "" } else { "\n" };
    format!("{head}{gap}{body}")
}

fn variant_path(name: &str) -> DiskPath {
    inside(&format!("{FOLDER}/{name}.toml"))
}

/// A name as a file can have it.
fn file_name(written: &str) -> Result<String, Trouble> {
    let name = slug(written);
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return Err(Trouble::asked(format!("The name of a variant has letters or digits, {LONGEST_NAME} at most."))
            .help("Name it after the role, such as `payments-apis`."));
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_file_and_nothing_else() {
        for (written, name) in [
            ("Payments APIs, München", Some("payments-apis-münchen")),
            ("../../etc/passwd", Some("etc-passwd")),
            ("..", None),
            ("  ", None),
            ("a.toml", Some("a-toml")),
            ("İstanbul", Some("i-stanbul")),
        ] {
            assert_eq!(file_name(written).ok().as_deref(), name, "{written}");
        }
        assert!(file_name(&"a".repeat(61)).is_err());
    }
}
