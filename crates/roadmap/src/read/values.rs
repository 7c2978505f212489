//! Texts with a meaning: ids, dates, quarters, sizes, confidence.

use super::fields::Findings;
use crate::roadmap::{Horizon, Quarter, Size, Written, YEARS};
use footbridge_diagnostic::nearest;
use jiff::civil::Date;

/// An id as it is compared: lower-case words joined by hyphens, whatever stood between them.
pub(crate) fn id_of(written: &str) -> String {
    let lower = written.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "x".to_owned() } else { words.join("-") }
}

pub(super) fn id(written: &Written<String>, findings: &mut Findings<'_>) -> Option<String> {
    let id = id_of(written);
    if id != written.value {
        let message = format!("`{}` is no id: ids are lower-case words joined by hyphens.", written.value);
        findings.error("roadmap-bad-id", message, written.span.clone()).help(format!("Write `{id}`."));
    }
    Some(id)
}

/// A day of the calendar: `2026-09-30`.
pub(crate) fn date(written: &Written<String>, findings: &mut Findings<'_>) -> Option<Date> {
    let day = written.parse::<Date>().ok().filter(|_| is_plain_date(written));
    let Some(day) = day else {
        let said = findings.error("roadmap-bad-date", format!("`{}` is no date.", written.value), written.span.clone());
        match written_otherwise(written) {
            Some(day) => said.help(format!("Write `{day}`.")),
            None => said.help("A date is written as year, month and day: `2026-09-30`."),
        };
        return None;
    };
    if !YEARS.contains(&day.year()) {
        let message = format!("The year {} lies outside {} to {}.", day.year(), YEARS.start(), YEARS.end());
        findings.error("roadmap-bad-date", message, written.span.clone());
        return None;
    }
    Some(day)
}

/// The date parser would also take a time of day and signs of a calendar after it.
fn is_plain_date(written: &str) -> bool {
    written.len() == 10 && written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

/// A date in a form in which day and month cannot be mistaken for each other.
fn written_otherwise(written: &str) -> Option<Date> {
    const FORMS: [&str; 9] = ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y"];
    FORMS.iter().find_map(|form| Date::strptime(form, written).ok()).filter(|day| YEARS.contains(&day.year()))
}

/// A day, or a quarter, whose last day is meant.
pub(super) fn day(written: &Written<String>, findings: &mut Findings<'_>) -> Option<Date> {
    match quarter_of(written) {
        Some(quarter) => Some(quarter.last_day()),
        None => date(written, findings),
    }
}

/// A calendar quarter: `2026-Q4` or `Q4 2026`.
pub(crate) fn quarter(written: &Written<String>, findings: &mut Findings<'_>) -> Option<Quarter> {
    let quarter = quarter_of(written);
    if quarter.is_none() {
        findings
            .error("roadmap-bad-quarter", format!("`{}` is no quarter.", written.value), written.span.clone())
            .help("A quarter is written as `2026-Q4`. Days go under `from` and `until`.");
    }
    quarter
}

fn quarter_of(written: &str) -> Option<Quarter> {
    let mut parts = written.split([' ', '-', '/']).filter(|part| !part.is_empty());
    let (first, second) = (parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (year, number) = if first.starts_with(['q', 'Q']) { (second, first) } else { (first, second) };
    let number = number.strip_prefix(['q', 'Q'])?;
    Quarter::new(year.parse().ok()?, number.parse().ok()?)
}

pub(crate) fn horizon(written: &Written<String>, findings: &mut Findings<'_>) -> Option<Horizon> {
    let known = Horizon::ALL.into_iter().find(|horizon| written.eq_ignore_ascii_case(horizon.word()));
    if known.is_none() {
        let said = findings.error("roadmap-bad-horizon", format!("`{}` is no horizon.", written.value), written.span.clone());
        match nearest(written, Horizon::ALL.map(Horizon::word)) {
            Some(near) => said.help(format!("Did you mean `{near}`?")),
            None => said.help("A horizon is `now`, `next` or `later`."),
        };
    }
    known
}

/// `S`, `M`, `L`, `XL`, or a number of weeks.
pub(crate) fn size(written: &Written<String>, findings: &mut Findings<'_>) -> Option<Size> {
    let size = size_of(written);
    if size.is_none() {
        findings
            .error("roadmap-bad-size", format!("`{}` is no size.", written.value), written.span.clone())
            .note("S is up to two weeks of a team, M up to six, L up to a quarter, XL more.")
            .help("Write S, M, L or XL, or weeks from 1 to 200: `6 weeks`.");
    }
    size
}

fn size_of(written: &str) -> Option<Size> {
    match written.to_uppercase().as_str() {
        "S" => return Some(Size::Small),
        "M" => return Some(Size::Medium),
        "L" => return Some(Size::Large),
        "XL" => return Some(Size::ExtraLarge),
        _ => {}
    }
    let digits = written.trim_end_matches(|c: char| !c.is_ascii_digit());
    let unit = written[digits.len()..].trim().to_lowercase();
    let weeks: u16 = digits.parse().ok()?;
    (["weeks", "week", "w", "wk", "wks"].contains(&unit.as_str()) && (1..=200).contains(&weeks)).then_some(Size::Weeks(weeks))
}

/// A share of 10 to 100 per cent: `80`, `80 %`.
pub(crate) fn confidence(written: &Written<String>, findings: &mut Findings<'_>) -> Option<u8> {
    let bare = written.trim_end_matches('%').trim_end();
    if let Some(confidence) = bare.parse::<u8>().ok().filter(|share| (10..=100).contains(share)) {
        return Some(confidence);
    }
    let said = findings.error(
        "roadmap-bad-confidence",
        format!("`{}` is no confidence from 10 to 100 per cent.", written.value),
        written.span.clone(),
    );
    match bare.parse::<f64>() {
        Ok(share) if (0.1..=1.0).contains(&share) => said.help(format!("Did you mean `{}`?", (share * 100.0).round())),
        Ok(share) if (0.0..10.0).contains(&share) => said.help("Below 10 per cent it is no bet: leave it out, or write 10."),
        Ok(_) => said.help("100 is the most: it is certain."),
        Err(_) => said
            .note("100 is certain, 80 is supported by figures of one's own, 50 by those of others, below that it is a guess.")
            .help("Write a number: `80`."),
    };
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is read, and what is said instead of it.
    fn read<T>(meaning: impl Fn(&Written<String>, &mut Findings<'_>) -> Option<T>, text: &str) -> Result<T, String> {
        let mut findings = Findings::new("roadmap.yaml");
        let value = meaning(&Written::new(text.to_owned(), 0..text.len()), &mut findings);
        value.ok_or_else(|| findings.all[0].help.join(" "))
    }

    #[test]
    fn dates_in_other_forms_are_suggested_when_they_are_plain() {
        assert_eq!(read(date, "2026-09-03"), Ok(jiff::civil::date(2026, 9, 3)));
        for (written, help) in [
            ("2026-9-3", "Write `2026-09-03`."),
            ("3 September 2026", "Write `2026-09-03`."),
            ("September 3, 2026", "Write `2026-09-03`."),
            ("03.09.2026", "Write `2026-09-03`."),
            ("03/09/2026", "A date is written as year, month and day: `2026-09-30`."),
            ("2026-02-30", "A date is written as year, month and day: `2026-09-30`."),
            ("2026-09-03T10:00", "A date is written as year, month and day: `2026-09-30`."),
            ("soon", "A date is written as year, month and day: `2026-09-30`."),
            ("1926-09-03", ""),
        ] {
            assert_eq!(read(date, written), Err(help.to_owned()), "{written}");
        }
    }

    #[test]
    fn quarters_sizes_and_confidence_are_taken_as_people_write_them() {
        for written in ["2026-Q4", "Q4 2026", "q4-2026", "2026 Q4"] {
            assert_eq!(read(quarter, written), Ok(Quarter::new(2026, 4).unwrap()), "{written}");
        }
        for written in ["2026-Q5", "Q4", "2026-10-01", "fourth quarter", "Q4 2026 2027", "Q\u{b2} 2026"] {
            assert!(read(quarter, written).is_err(), "{written}");
        }
        for (written, wanted) in [("s", Size::Small), ("XL", Size::ExtraLarge), ("6 weeks", Size::Weeks(6)), ("1w", Size::Weeks(1))] {
            assert_eq!(read(size, written), Ok(wanted), "{written}");
        }
        for written in ["XXL", "6", "six weeks", "0 weeks", "-1 weeks", "", "6 months"] {
            assert!(read(size, written).is_err(), "{written}");
        }
        assert_eq!((read(confidence, "80"), read(confidence, "80 %"), read(confidence, "10%")), (Ok(80), Ok(80), Ok(10)));
        for (written, help) in [
            ("0.8", "Did you mean `80`?"),
            ("5", "Below 10 per cent it is no bet: leave it out, or write 10."),
            ("120", "100 is the most: it is certain."),
        ] {
            assert_eq!(read(confidence, written), Err(help.to_owned()), "{written}");
        }
        for written in ["high", "NaN", "1e9", "-5"] {
            assert!(read(confidence, written).is_err(), "{written}");
        }
    }

    #[test]
    fn ids_are_compared_without_what_stands_between_their_words() {
        for (written, id) in [("Webhook Retries", "webhook-retries"), ("a_b", "a-b"), ("--", "x"), ("naïve", "naïve")] {
            assert_eq!(id_of(written), id);
            assert_eq!(id_of(id), id, "an id is its own id");
        }
    }
}
