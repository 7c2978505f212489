use super::contacts_file::CONTACTS_FILE;
use super::form::Form;
use crate::folder::path;
use crate::view::{CadenceBody, PeopleView};
use crate::{App, Trouble};
use footbridge_diagnostic::Diagnostic;
use footbridge_people::{Cadence, CadenceFlaw, cadence};

impl App {
    /// Says how often to be in touch with those who carry a tag.
    pub fn keep_cadence(&self, body: &CadenceBody) -> Result<PeopleView, Trouble> {
        self.with_learner(|_| ())?;
        let cadence = sound(body)?;
        let lock = self.lock()?;
        let file = self.contacts()?;
        let text = file.with_cadence(&cadence)?;
        if text != file.text {
            self.world.disk.create_folder_all(&path("private"))?;
            self.world.disk.write_atomically(&path(CONTACTS_FILE), text.as_bytes())?;
        }
        drop(lock);
        self.people(true)
    }
}

fn sound(body: &CadenceBody) -> Result<Cadence, Trouble> {
    cadence(&body.tag, body.every_days, body.latest_days).map_err(|flaws| {
        let mut form = Form::of("This cadence cannot be kept as it is.");
        flaws.iter().for_each(|flaw| form.fault(Diagnostic::error(field_code(*flaw), flaw.to_string())));
        form.refused()
    })
}

/// The field at which a flaw is told.
fn field_code(flaw: CadenceFlaw) -> &'static str {
    match flaw {
        CadenceFlaw::Tag => "cadence-tag",
        CadenceFlaw::Every => "cadence-every",
        CadenceFlaw::Latest | CadenceFlaw::LateBeforeTime => "cadence-latest",
    }
}
