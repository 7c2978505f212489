//! What a piece is called, on the site and in every command. Of writing that comes back with another task each passed variant is a piece of its
//! own; what is passed of it is kept beside the others in the folder of the exercise.

use crate::course::Course;
use crate::variants::{is_about, last_begun};
use crate::{App, Trouble};
use footbridge_content::{Exercise, Kind};
use footbridge_verdict::{AnswerHash, ExerciseId};

/// The first variant's piece has the exercise's name, those of others their number behind it.
pub(crate) fn piece_id(variant: &Exercise) -> ExerciseId {
    match variant.variant {
        number if number > 0 && variant.kind == Kind::Write => {
            ExerciseId::new(&format!("{}-{}", variant.id, number + 1)).unwrap_or_else(|_| variant.id.clone())
        }
        _ => variant.id.clone(),
    }
}

/// What an id names.
#[derive(Clone, Copy)]
pub(crate) struct Named<'a> {
    pub(crate) exercise: &'a Exercise,
    /// From 0, when the id ends in a number. Without one the exercise is meant with all its pieces, or the piece in hand.
    pub(crate) variant: Option<usize>,
}

impl<'a> Named<'a> {
    /// The piece that stands on the site under this id.
    pub(crate) fn piece(self) -> &'a Exercise {
        self.exercise.variant(self.variant.unwrap_or(0))
    }
}

impl Course {
    /// An exercise by its id, or one piece of it by the id that the site has for it; the first piece has its number, too.
    pub(crate) fn named(&self, id: &str) -> Result<Named<'_>, Trouble> {
        let numbered = || {
            let (name, number) = id.rsplit_once('-')?;
            let number: usize = number.parse().ok().filter(|_| !number.starts_with(['0', '+']))?;
            let exercise = self.pack.exercise(name).filter(|exercise| exercise.kind == Kind::Write && exercise.variants_in_all > 1)?;
            (number <= exercise.variants_in_all).then_some(Named { exercise, variant: Some(number - 1) })
        };
        match self.pack.exercise(id) {
            Some(exercise) => Ok(Named { exercise, variant: None }),
            None => numbered().map_or_else(|| self.exercise(id).map(|exercise| Named { exercise, variant: None }), Ok),
        }
    }

    /// Whether an id means this piece: its own, or that of its exercise.
    pub(crate) fn means(&self, id: &str, piece: &Exercise) -> bool {
        let is_it = |named: Named<'_>| named.exercise.id == piece.id && named.variant.is_none_or(|variant| variant == piece.variant);
        self.named(id).is_ok_and(is_it)
    }
}

impl App {
    /// What the piece in hand is called, where an exercise has several.
    pub fn name_of_piece(&self, id: &str) -> Result<Option<String>, Trouble> {
        let in_hand = self.in_its_variant(id)?;
        let has_several = in_hand.kind == Kind::Write && in_hand.variants_in_all > 1;
        Ok(has_several.then(|| piece_id(in_hand).to_string()))
    }

    /// An exercise in the variant that an id means, with its text: the answer's file when that is about it, else what was kept as it passed
    /// last.
    pub(crate) fn piece(&self, id: &str) -> Result<(&Exercise, Option<String>), Trouble> {
        let Named { exercise, variant: Some(number) } = self.course.named(id)? else {
            let in_hand = self.in_its_variant(id)?;
            return Ok((in_hand, self.saved(in_hand)?));
        };
        let piece = exercise.variant(number);
        let (is_in_file, kept): (bool, Option<AnswerHash>) = self.with_learner(|learner| {
            let Some(work) = learner.state.work(&exercise.id) else { return (false, None) };
            let last = work.passes().rfind(|pass| is_about(&pass.checked, piece));
            let is_in_file = last_begun(exercise, work).variant == piece.variant;
            (is_in_file, last.map(|pass| pass.checked.answer.clone()))
        })?;
        if is_in_file {
            return Ok((piece, self.saved(piece)?));
        }
        match kept.and_then(|hash| self.kept_text(piece, &hash)) {
            Some(text) => Ok((piece, Some(text))),
            None => Err(Trouble::not_found(format!(
                "There is no text of `{id}`: it is not the one that was begun last, and none of it is kept."
            ))
            .help(format!("`{}` means the one in hand.", exercise.id))),
        }
    }
}
