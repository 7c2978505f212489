//! What a piece is called, on the site and in every command. Of writing that comes back with another task each passed variant is a piece of its
//! own; what is passed of it is kept beside the others in the folder of the exercise.

use crate::course::Course;
use crate::variants::{is_about, last_begun, variant_of};
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

/// What a piece is called where an exercise has several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PieceName {
    /// Its name, as on the site.
    pub name: String,
    /// This week's, when the text in the file is that of an earlier week, and done.
    pub next: Option<String>,
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
    /// What a piece is called that an id means, where an exercise has several.
    pub fn name_of_piece(&self, id: &str) -> Result<Option<PieceName>, Trouble> {
        let Named { exercise, variant } = self.course.named(id)?;
        if exercise.kind != Kind::Write || exercise.variants_in_all < 2 {
            return Ok(None);
        }
        let piece = match variant.map_or_else(|| self.variant_in_the_file(exercise), |number| Ok(Some(number)))? {
            Some(number) => exercise.variant(number),
            None => self.in_its_variant(id)?,
        };
        let in_hand = self.with_learner(|learner| self.variant_in_hand(exercise, learner))?;
        let next = (variant.is_none() && in_hand.variant != piece.variant).then(|| piece_id(in_hand).to_string());
        Ok(Some(PieceName { name: piece_id(piece).to_string(), next }))
    }

    /// An exercise in the variant that an id means, with its text: the answer's file when that is about it, else what was kept as it passed
    /// last. Without a number the text in the file is meant, also when it has passed and this week's waits to be begun.
    pub(crate) fn piece(&self, id: &str) -> Result<(&Exercise, Option<String>), Trouble> {
        let Named { exercise, variant } = self.course.named(id)?;
        let Some(number) = variant.map_or_else(|| self.variant_in_the_file(exercise), |number| Ok(Some(number)))? else {
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

    /// A text that passed is of the variant as which it passed. `None` before anything was begun.
    fn variant_in_the_file(&self, exercise: &Exercise) -> Result<Option<usize>, Trouble> {
        if exercise.variants_in_all < 2 {
            return Ok(None);
        }
        let hash = self.saved(exercise)?.map(|text| AnswerHash::of(text.as_bytes()));
        self.with_learner(|learner| {
            let work = learner.state.work(&exercise.id)?;
            let passed = work.passes().rfind(|pass| Some(&pass.checked.answer) == hash.as_ref());
            let begun = || work.variant.is_some().then(|| last_begun(exercise, work));
            passed.map(|pass| variant_of(exercise, &pass.checked)).or_else(begun).map(|variant| variant.variant)
        })
    }
}
