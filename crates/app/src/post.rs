use crate::view::PostView;
use crate::{App, Trouble};
use footbridge_content::Kind;
use footbridge_diagnostic::grouped;
use footbridge_prose::{Target, export};

impl App {
    /// A piece of writing as text for a place: `linkedin`, `medium`, `confluence`, `notion`. Nothing is published: the learner pastes it.
    pub fn post(&self, id: &str, place: &str) -> Result<PostView, Trouble> {
        let target = target(place)?;
        let (exercise, text) = self.piece(id)?;
        if exercise.kind != Kind::Write {
            return Err(Trouble::asked(format!("`{id}` is no piece of writing.")));
        }
        if exercise.private {
            return Err(Trouble::asked(format!("`{id}` is private, so no text for publishing is made of it.")));
        }
        let text = self.begun_text(exercise, text)?;
        let exported = export(&text, target);
        let figures =
            self.cited_figures(&text, exercise.kind.answer_file()).into_iter().filter(|finding| finding.code != "prose-reference");
        let named = self.contacts_told(exercise, &text).into_iter();
        let characters = exported.characters;
        let says = match exported.limit {
            None => format!("{} characters; the place sets no limit.", grouped(characters)),
            Some(limit) => {
                let place = target.name();
                let (has, most) = (grouped(characters), grouped(limit));
                match exported.over() {
                    0 => format!("Fits a post on {place}: {has} of {most} characters, spaces included."),
                    over => format!(
                        "Fits an article on {place} as it is. For a post it is {} characters too long: {has} of {most}, spaces included.",
                        grouped(over)
                    ),
                }
            }
        };
        Ok(PostView {
            text: exported.text,
            characters,
            limit: exported.limit,
            says,
            lost: exported.lost.into_iter().chain(figures.chain(named).map(|finding| finding.message)).collect(),
        })
    }
}

/// The place with this name.
pub(crate) fn target(place: &str) -> Result<Target, Trouble> {
    Target::from_id(place).ok_or_else(|| {
        let ids: Vec<&str> = Target::ALL.iter().map(|target| target.id()).collect();
        Trouble::asked(format!("There is no place `{place}`; there are {}.", ids.join(", "))).or_meant(place, ids.iter().copied())
    })
}
