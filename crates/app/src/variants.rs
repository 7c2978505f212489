//! Which variant of an exercise is meant: the one in hand, or the one a check was about.

use crate::learner::Learner;
use crate::piece::piece_id;
use crate::{App, Trouble};
use footbridge_content::Exercise;
use footbridge_journal::{Checked, Work};
use footbridge_planner::monday_of;

impl App {
    /// An exercise as the learner has it in hand. A piece of it that is not in hand is refused: nothing is begun, saved or checked for it.
    pub(crate) fn in_its_variant(&self, id: &str) -> Result<&Exercise, Trouble> {
        let named = self.course.named(id)?;
        if named.exercise.variants.is_empty() {
            return Ok(named.exercise);
        }
        let in_hand = self.with_learner(|learner| self.variant_in_hand(named.exercise, learner))?;
        match named.variant.filter(|variant| *variant != in_hand.variant) {
            None => Ok(in_hand),
            Some(_) => Err(Trouble::asked(format!("`{id}` is not in hand; `{}` is.", piece_id(in_hand)))
                .help("What is kept of it can be read, posted, given to a reader and shown, and not be changed.")),
        }
    }

    /// The variant that was last begun. What comes back or is offered every week brings the next one each week, but not in the middle of
    /// work: one that is begun stays until it is passed, or until this week's is begun beside it.
    pub(crate) fn variant_in_hand<'a>(&self, exercise: &'a Exercise, learner: &Learner) -> &'a Exercise {
        let work = learner.state.work(&exercise.id);
        let begun = work.filter(|work| work.variant.is_some()).map(|work| last_begun(exercise, work));
        if !is_fresh_weekly(exercise) {
            return begun.unwrap_or_else(|| exercise.variant(0));
        }
        match begun {
            Some(begun) if !work.is_some_and(|work| is_passed(work, begun)) => begun,
            _ => self.this_weeks(exercise, learner),
        }
    }

    fn this_weeks<'a>(&self, exercise: &'a Exercise, learner: &Learner) -> &'a Exercise {
        let weeks = (monday_of(self.today()) - monday_of(learner.profile.start)).get_days() / 7;
        exercise.variant(usize::try_from(weeks).unwrap_or(0))
    }

    /// This week's variant, while one of an earlier week is in hand and not passed.
    pub(crate) fn waiting_this_week<'a>(&'a self, in_hand: &Exercise, learner: &Learner) -> Option<&'a Exercise> {
        let exercise = self.course.pack.exercise(in_hand.id.as_str()).filter(|exercise| is_fresh_weekly(exercise))?;
        let fresh = self.this_weeks(exercise, learner);
        let is_begun = learner.state.work(&exercise.id).is_some_and(|work| work.variant.is_some());
        (is_begun && fresh.variant != in_hand.variant).then_some(fresh)
    }
}

/// Whether the next variant comes with the next week, instead of when it is asked for.
pub(crate) fn is_fresh_weekly(exercise: &Exercise) -> bool {
    exercise.weekly || exercise.offered
}

/// The variant that the answer's file is about.
pub(crate) fn last_begun<'a>(exercise: &'a Exercise, work: &Work) -> &'a Exercise {
    exercise.variant(number(work.variant.as_deref()))
}

/// The variant that a check was about.
pub(crate) fn variant_of<'a>(exercise: &'a Exercise, checked: &Checked) -> &'a Exercise {
    exercise.variant(number(checked.variant.as_deref()))
}

/// Whether a check was about this variant.
pub(crate) fn is_about(checked: &Checked, variant: &Exercise) -> bool {
    number(checked.variant.as_deref()) % variant.variants_in_all == variant.variant
}

/// Whether this very variant was ever passed.
pub(crate) fn is_passed(work: &Work, variant: &Exercise) -> bool {
    work.passes().any(|pass| is_about(&pass.checked, variant))
}

/// The variant's name in the journal: its number from 1; `None` when the exercise does not vary.
pub(crate) fn variant_name(exercise: &Exercise) -> Option<String> {
    (exercise.variants_in_all > 1).then(|| (exercise.variant + 1).to_string())
}

/// From 0. No name, as before the exercise varied, and a name that is no number both mean the first.
fn number(name: Option<&str>) -> usize {
    name.and_then(|name| name.parse::<usize>().ok()).map_or(0, |number| number.saturating_sub(1))
}
