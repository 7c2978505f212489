//! Packs of lessons and exercises on the disk: checked, hardened, measured, begun and shown. Whose they are makes no difference.

mod author;
mod check;
mod files;
mod harden;

pub use author::{new_exercise, preview_exercise};
pub use check::{PackReport, check_pack};
pub use harden::{HardenReport, HardenedExercise, Hardening, harden_pack, measure_pack};

use crate::{Fault, Trouble};
use footbridge_content::Exercise;
use footbridge_grade::Grader;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// The queries of a pack are somebody else's programs: they run only where every safeguard holds.
fn refuse_unconfined(grader: &Grader) -> Result<(), Trouble> {
    let confinement = grader.engine().confinement();
    let Some(open) = confinement.measures.iter().find(|measure| !measure.enforced) else { return Ok(()) };
    Err(Trouble::new(Fault::World, format!("The queries of this pack are not run here: {}", open.detail)).help(
        "`footbridge doctor` says what is enforced here. Leave SQL exercises out with `--only`, or check the pack where all of it is.",
    ))
}

/// Does something with each exercise on every core, and gives the results in their order.
fn on_every_core<T: Send>(
    exercises: &[&Exercise],
    progress: &(dyn Fn(usize, usize, &str) + Sync),
    act: impl Fn(&Exercise) -> T + Sync,
) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, T)>> = Mutex::new(Vec::new());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..cores.min(exercises.len()) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(exercise) = exercises.get(at) else { return };
                    progress(at, exercises.len(), exercise.id.as_str());
                    let result = act(exercise);
                    done.lock().unwrap_or_else(PoisonError::into_inner).push((at, result));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}
