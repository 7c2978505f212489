//! Turns of speech: several words that say one, which the steps of an answer are written in.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A word, and the turns that stand for it. They recur in answers to questions of every kind.
const TURNS: &str = "revert: way back|go back to|goes back to|bring it back|put it back|put back|take it back
retry: try again|tries again|tried again|once more|one more time
notify: let them know|let us know|lets them know
ask: find out|finds out|want to know
failure: go wrong|goes wrong|went wrong|going wrong|gone wrong
queue: line of their own|line of its own|wait in line|first in line
limit: no more than|not more than|at most
automatic: by itself|by themselves|on its own|on their own
by-hand: by hand
owner: looks after|look after|in charge of|takes care of|take care of
reject: turn away|turn them away|turn down|turned down|turn it down
disable: switch off|switched off|turn off|turned off|switch it off
postpone: put off|comes later|come later|push back|put aside
timeout: give up on|gives up on|stop waiting|stops waiting
outage: is down|was down|were down|are down
expire: run out|runs out|ran out
compare: side by side|next to each other
reckon: add up|adds up|work out|works out
region: data centre|data center
percent: out of a hundred|in a hundred|in a thousand
duplicate: something twice|the same twice|comes twice|come twice";

/// The words of a turn, and the word they stand for.
type Turn = (Vec<&'static str>, &'static str);

/// Each turn by its first word, with the word it stands for.
static BY_FIRST: LazyLock<HashMap<&str, Vec<Turn>>> = LazyLock::new(|| {
    let mut all: HashMap<&str, Vec<Turn>> = HashMap::new();
    for (word, turns) in TURNS.lines().filter_map(|line| line.split_once(": ")) {
        for turn in turns.split('|').map(|turn| turn.split(' ').collect::<Vec<_>>()) {
            all.entry(turn[0]).or_default().push((turn, word));
        }
    }
    all
});

/// The words of a text, each turn as the word that it stands for.
pub(crate) fn as_said(words: &[String]) -> Vec<&str> {
    let mut said = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let turn =
            BY_FIRST.get(word.as_str()).into_iter().flatten().find(|(turn, _)| {
                words.get(at..at + turn.len()).is_some_and(|run| run.iter().map(String::as_str).eq(turn.iter().copied()))
            });
        said.push(turn.map_or(word.as_str(), |(_, stands_for)| *stands_for));
        at += turn.map_or(1, |(turn, _)| turn.len());
    }
    said
}

#[cfg(test)]
mod tests {
    use crate::words::contents;

    #[test]
    fn a_turn_says_the_word_that_it_stands_for() {
        for (said, means) in [
            ("with a way back", "with a revert"),
            ("the client tries again", "the client retried"),
            ("one that went wrong", "one failure"),
            ("each shop has a line of its own", "each shop has a queue"),
        ] {
            assert_eq!(contents(said), contents(means), "{said}");
        }
    }
}
