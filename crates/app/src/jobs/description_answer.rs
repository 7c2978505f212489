//! What a description asks for and how much of it is shown, in sentences.

use footbridge_diagnostic::{counted, listed, upper_first};
use footbridge_jobs::{Count, Coverage};

/// The answer, and what stands beside it, in the order it is read.
pub(super) fn answer(coverage: &Coverage) -> (String, Vec<String>) {
    let Coverage { must, nice, unclear, .. } = coverage;
    if must.of + must.to_judge + nice.of + nice.to_judge + unclear.of + unclear.to_judge == 0 {
        return ("Nothing that is asked for was found".to_owned(), Vec::new());
    }
    let asked = [(nice, "thing that would be nice", "things that would be nice"), (unclear, "part of the work", "parts of the work")];
    let beside = asked.into_iter().filter_map(|(count, one, many)| Some(format!("{}.", proven(*count, one, many)?))).collect();
    let nothing = || "It names nothing that must be".to_owned();
    (proven(*must, "thing that must be", "things that must be").unwrap_or_else(nothing), beside)
}

fn proven(count: Count, one: &str, many: &str) -> Option<String> {
    let are = |number: u32| if number == 1 { "is" } else { "are" };
    let Count { proven, mentioned, of, to_judge } = count;
    let says = [
        (of > 0).then(|| {
            format!(
                "your checked work proves {} of {}",
                if proven == 0 { "none".to_owned() } else { proven.to_string() },
                counted(of, one, many)
            )
        }),
        (mentioned > 0).then(|| format!("{mentioned}{} {} mentioned", if proven > 0 { " more" } else { "" }, are(mentioned))),
        (to_judge > 0).then(|| match of {
            0 => format!("{} {} for you to judge", counted(to_judge, one, many), are(to_judge)),
            _ => format!("{to_judge} {} for you to judge", are(to_judge)),
        }),
    ];
    Some(upper_first(&listed(says.into_iter().flatten()))).filter(|sentence| !sentence.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_a_sentence() {
        let count = |proven, mentioned, of, to_judge| Count { proven, mentioned, of, to_judge };
        let says = |must, nice| {
            let (answer, beside) = answer(&Coverage { must, nice, ..Coverage::default() });
            [vec![answer], beside].concat()
        };
        assert_eq!(
            says(count(6, 1, 9, 2), count(0, 2, 3, 0)),
            [
                "Your checked work proves 6 of 9 things that must be, 1 more is mentioned and 2 are for you to judge",
                "Your checked work proves none of 3 things that would be nice and 2 are mentioned."
            ]
        );
        assert_eq!(
            says(count(0, 0, 0, 0), count(1, 0, 1, 0)),
            ["It names nothing that must be", "Your checked work proves 1 of 1 thing that would be nice."]
        );
        assert_eq!(says(count(0, 0, 0, 1), count(0, 0, 0, 0)), ["1 thing that must be is for you to judge"]);
        assert_eq!(says(count(0, 0, 0, 0), count(0, 0, 0, 0)), ["Nothing that is asked for was found"]);
    }
}
