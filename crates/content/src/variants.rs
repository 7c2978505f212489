//! The variants of an exercise. Each is made when it is first asked for: most are never looked at, and together they hold most of a course's
//! memory.

use crate::exercise::Exercise;
use crate::parameters::Parameters;
use std::sync::{Arc, OnceLock};

/// The variants of an exercise besides itself, which is the first; none of one that does not vary.
#[derive(Debug, Clone, Default)]
pub struct Variants(Option<Box<Varying>>);

#[derive(Debug, Clone)]
struct Varying {
    /// With the names of parameters in its texts.
    written: Exercise,
    parameters: Arc<Parameters>,
    /// All but the first, which is the exercise itself.
    made: Vec<OnceLock<Exercise>>,
}

impl Variants {
    /// The exercise as its first variant, which holds all of them; as it is written when it does not vary.
    pub(crate) fn of(written: Exercise, parameters: Parameters) -> Exercise {
        let count = parameters.variants();
        if count == 0 {
            return written;
        }
        let parameters = Arc::new(parameters);
        let first = crate::read::vary(&written, &parameters, 0);
        let made = (1..count).map(|_| OnceLock::new()).collect();
        Exercise { variants: Self(Some(Box::new(Varying { written, parameters, made }))), ..first }
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |varying| varying.made.len() + 1)
    }

    /// Whether the exercise does not vary.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// One of them but the first, from 0; after the last comes the first again.
    pub(crate) fn after_first(&self, number: usize) -> Option<&Exercise> {
        let varying = self.0.as_ref()?;
        let at = number % self.len();
        let made = varying.made.get(at.checked_sub(1)?)?;
        Some(made.get_or_init(|| crate::read::vary(&varying.written, &varying.parameters, at)))
    }
}
