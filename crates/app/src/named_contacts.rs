//! Contacts of the learner who are named in a text that is to be public. Their names are private: what is told about them stands in the
//! learner's own terminal and screen, and in no file.

use crate::App;
use crate::masking::named;
use crate::publishing::is_public;
use footbridge_content::{Exercise, Kind};
use footbridge_diagnostic::Diagnostic;
use std::ops::Range;

impl App {
    /// Where a text that says it is public names a contact, by the whole name or an address. Contacts that cannot be read are told
    /// elsewhere.
    pub(crate) fn contacts_named(&self, exercise: &Exercise, text: &str) -> Vec<Range<usize>> {
        if exercise.kind != Kind::Write || !is_public(exercise, text) {
            return Vec::new();
        }
        let words = self.words_of_contacts().unwrap_or_default();
        let words = words.iter().map(|words| words.trim()).filter(|words| !words.is_empty());
        let mut places: Vec<Range<usize>> = words.flat_map(|words| named(text, words)).collect();
        places.sort_by_key(|place| place.start);
        places.dedup();
        places
    }

    /// What a check says about it.
    pub(crate) fn contacts_told(&self, exercise: &Exercise, text: &str) -> Vec<Diagnostic> {
        let told = |place: Range<usize>| {
            let message = format!("“{}” is one of your contacts, and this text says `publish: true`.", &text[place.clone()]);
            Diagnostic::warning("contact-named", message)
                .at(exercise.kind.answer_file(), place)
                .note("Names and addresses of others go to your site with it.")
                .help("Write their role instead, or leave it when they agreed.")
        };
        self.contacts_named(exercise, text).into_iter().map(told).collect()
    }
}
