use crate::decision::Scored;
use crate::rank::Formula;

/// An option that another is never worse than.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dominated {
    /// Which, by its number in the file.
    pub option: usize,
    /// By which other.
    pub by: usize,
    /// Also when every range turns out as badly for the better one as it can.
    pub always: bool,
}

/// Options that need not be weighed: another is at least as good in every respect and better in one, at the likely values.
pub(crate) fn dominated(formula: Formula, scored: &Scored) -> Vec<Dominated> {
    let count = scored.options.len();
    (0..count).filter_map(|option| (0..count).filter(|by| *by != option).find_map(|by| by_other(formula, scored, option, by))).collect()
}

fn by_other(formula: Formula, scored: &Scored, option: usize, by: usize) -> Option<Dominated> {
    let pairs = || scored.options[by].values.iter().zip(&scored.options[option].values).enumerate().filter(|(at, _)| counts(scored, *at));
    let likely_at_least =
        pairs().all(
            |(at, (better, worse))| {
                if formula.more_is_better(at) { better.likely >= worse.likely } else { better.likely <= worse.likely }
            },
        );
    let somewhere_better = pairs().any(|(_, (better, worse))| better.likely != worse.likely);
    let always =
        pairs().all(|(at, (better, worse))| if formula.more_is_better(at) { better.low >= worse.high } else { better.high <= worse.low });
    // The middle of the scale stands for what is not known, and is no figure to be beaten by.
    let is_known = |of: usize| pairs().all(|(at, _)| !scored.is_unknown(of, at));
    (likely_at_least && somewhere_better && (always || is_known(option) && is_known(by))).then_some(Dominated { option, by, always })
}

/// A criterion without any weight separates nobody.
fn counts(scored: &Scored, at: usize) -> bool {
    scored.criteria.get(at).is_none_or(|criterion| criterion.weight.high.thousandths() > 0)
}
