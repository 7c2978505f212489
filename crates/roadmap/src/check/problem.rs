use crate::judge::Limits;
use crate::read::id_of;
use crate::roadmap::{Bet, Roadmap};
use footbridge_diagnostic::Diagnostic;

/// Beginnings of problems that are solutions: what is missing is known only to whoever has decided what to build.
const SOLUTIONS: [&str; 15] = [
    "there is no ",
    "there are no ",
    "there isn't ",
    "we do not have ",
    "we don't have ",
    "we need ",
    "we want ",
    "we should ",
    "we lack ",
    "add ",
    "build ",
    "create ",
    "implement ",
    "introduce ",
    "lack of ",
];

/// A problem that repeats the title (error) or names a missing feature (advice). A roadmap entry is somebody's problem.
pub(super) fn find(roadmap: &Roadmap, _limits: &Limits) -> Vec<Diagnostic> {
    roadmap.bets.iter().filter_map(|bet| fault(roadmap, bet)).collect()
}

fn fault(roadmap: &Roadmap, bet: &Bet) -> Option<Diagnostic> {
    let problem = bet.problem.as_ref()?;
    if id_of(problem) == id_of(&bet.title) {
        let message = format!("The problem of `{}` only repeats its title.", bet.id);
        return Some(
            Diagnostic::error("roadmap-problem-repeats-title", message)
                .at(&roadmap.file, problem.span.clone())
                .help("Say who has it, what happens to them today, and how often."),
        );
    }
    let lower = problem.to_lowercase();
    SOLUTIONS.iter().any(|words| lower.starts_with(words)).then(|| {
        Diagnostic::advice("roadmap-problem-is-solution", format!("The problem of `{}` is worded as something to build.", bet.id))
            .at(&roadmap.file, problem.span.clone())
            .help("Begin with the people: “Developers learn of failed deliveries hours late”.")
    })
}
