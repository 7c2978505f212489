//! CASE without one of its words, and IF in its place.

use super::Place;
use datafusion::sql::sqlparser::tokenizer::Token;
use footbridge_diagnostic::Diagnostic;

/// The parser takes a CASE that it cannot read for the name of a column, and stumbles over one of the next words.
pub(super) fn case(place: &Place<'_>) -> Option<Diagnostic> {
    let case = [1, 2].into_iter().filter_map(|back| place.before(back)).find(|at| place.is(*at, "case"))?;
    let end = place.find(place.at..place.tokens.len(), "end").unwrap_or(place.tokens.len());
    let count = |name: &str| (case..end).filter(|at| place.is(*at, name)).count();
    if let Some(glued) = (case..end).find(|at| ["elseif", "elsif", "elif"].iter().any(|word| place.is(*at, word))) {
        return Some(place.say((glued, glued), "A CASE has no ELSEIF.", "Write WHEN for a further condition."));
    }
    if let (Some(otherwise), Some(when)) = (place.find(case..end, "else"), (case..end).rfind(|at| place.is(*at, "when")))
        && otherwise < when
        && !place.is(otherwise + 1, "if")
    {
        return Some(place.say((otherwise, otherwise), "ELSE stands before a WHEN here.", "Put ELSE last, before END."));
    }
    if let Some(no_else) = (place.at..end).find(|at| place.is(*at, "else") && place.is(at + 1, "if")) {
        let message = "ELSE is the last part of a CASE and takes no condition.";
        return Some(place.say((no_else, no_else + 1), message, "Write WHEN for a further condition."));
    }
    let all = |name: &str| (case..place.tokens.len()).filter(|at| place.is(*at, name)).count();
    Some(match (count("when"), count("then"), all("case") > all("end")) {
        (0, ..) => {
            place.say((case, case), "CASE needs WHEN before its condition.", "Write `CASE WHEN a > 10 THEN 'large' ELSE 'small' END`.")
        }
        (whens, thens, _) if thens < whens => {
            let when = place.find(case..end, "when")?;
            place.say((when, when), "WHEN needs THEN after its condition.", "Write `WHEN a > 10 THEN 'large'`.")
        }
        (.., true) => place.say((case, case), "This CASE is not closed.", "CASE is closed with END, after its last value."),
        _ => return None,
    })
}

pub(super) fn if_then(place: &Place<'_>) -> Option<Diagnostic> {
    let first = place.find(0..place.at, "if").filter(|at| place.sign(at + 1) != Some(&Token::LParen))?;
    place.find(first..place.tokens.len(), "then")?;
    let help = "Write `CASE WHEN a > 10 THEN 'large' ELSE 'small' END`, or `if(a > 10, 'large', 'small')`.";
    Some(place.say((first, first), "IF … THEN is no expression in SQL.", help))
}
