//! An answer typed on the terminal, with the time at which each line of it began.

use crate::terminal::{ENDS_IT, Lines};
use footbridge_app::{last_mark, reads_as_number};
use std::io::{BufRead, Write};

/// An answer, as far as it was said.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Typed {
    pub(super) transcript: String,
    /// The number, when the question has one and something was typed for it.
    pub(super) given: Option<String>,
    /// How long the words took, the number not included, when it was measured.
    pub(super) seconds: Option<u32>,
}

/// Reads lines until the end of input, each that holds something marked with the seconds that had passed when it was begun; then the number,
/// in the unit in which one is asked for.
pub(super) fn read(from: impl BufRead, to: &mut impl Write, unit: Option<&str>, passed: impl Fn() -> u32) -> std::io::Result<Typed> {
    writeln!(to, "Type or paste your answer; empty lines are part of it.\nThe clock runs. {ENDS_IT}.")?;
    let mut from = Lines::new(from);
    let mut lines = Vec::new();
    let mut begun = passed();
    while let Some(line) = from.next()? {
        let line = line.trim();
        // Who marks a line knows better when it was said.
        lines.push(if line.is_empty() || line.starts_with('[') {
            line.to_owned()
        } else {
            format!("[{:02}:{:02}:{:02}] {line}", begun / 3_600, begun / 60 % 60, begun % 60)
        });
        begun = passed();
    }
    let transcript = lines.join("\n").trim().to_owned();
    let passed = passed();
    // What is pasted was said at another time.
    let is_pasted = last_mark(&transcript).is_some_and(|mark| mark > passed);
    if is_pasted {
        writeln!(to, "Its marks go on for longer than it took to type it, so the time is left out. `--seconds` says how long it took.")?;
    }
    let seconds = (!is_pasted).then_some(passed);
    let given = match unit.filter(|_| !transcript.is_empty()) {
        Some(unit) => number(&mut from, to, unit)?,
        None => None,
    };
    Ok(Typed { transcript, given, seconds })
}

/// A number, asked for until one is typed or it is left out: the answer before it is not to be lost for a slip.
fn number(from: &mut Lines<impl BufRead>, to: &mut impl Write, unit: &str) -> std::io::Result<Option<String>> {
    loop {
        write!(to, "The number, in {unit} (Enter leaves it out): ")?;
        to.flush()?;
        let Some(line) = from.next()?.map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()) else { return Ok(None) };
        if reads_as_number(&line) {
            return Ok(Some(line));
        }
        writeln!(to, "“{line}” is no number.\nWrite it with a point, such as 9.7; commas only group thousands.")?;
    }
}

#[cfg(test)]
mod tests {
    use super::{Typed, read};
    use crate::terminal::testing::Typed as Terminal;
    use std::cell::Cell;

    fn typed(texts: &[&str], unit: Option<&str>) -> (Typed, String) {
        let (clock, mut told) = (Cell::new(0), Vec::new());
        let passed = || clock.replace(clock.get() + 35);
        let typed = read(Terminal::new(texts), &mut told, unit, passed).expect("memory can be read");
        (typed, String::from_utf8(told).expect("text"))
    }

    #[test]
    fn each_line_is_marked_with_the_time_at_which_it_began() {
        let (typed, told) = typed(&["We cut it.\nThen we store it.\n[02:15] And we count.\n", "1389\n"], Some("writes/s"));
        assert_eq!(typed.transcript, "[00:00:00] We cut it.\n[00:00:35] Then we store it.\n[02:15] And we count.");
        assert_eq!((typed.given.as_deref(), typed.seconds), (Some("1389"), Some(140)));
        assert!(told.ends_with("The number, in writes/s (Enter leaves it out): "), "{told}");
    }

    #[test]
    fn a_pasted_answer_is_taken_whole_past_its_empty_lines() {
        let (typed, told) = typed(&["We cut it.\n\nrm -rf work\n\n"], None);
        assert_eq!(typed.transcript, "[00:00:00] We cut it.\n\n[00:01:10] rm -rf work");
        assert!(told.contains("Ctrl-"), "it says how it ends: {told}");
    }

    #[test]
    fn the_time_of_pasting_is_not_the_time_of_an_answer_whose_marks_go_on_for_longer() {
        let (typed, told) = typed(&["[00:10] We cut it.\n[09:40] And we count.\n"], None);
        assert_eq!(typed.seconds, None);
        assert!(told.contains("Its marks go on for longer"), "{told}");
    }

    #[test]
    fn a_slip_in_the_number_is_told_and_asked_again() {
        let (typed, told) = typed(&["We cut it.\n", "many\n1,389\n"], Some("ms"));
        assert_eq!(typed.given.as_deref(), Some("1,389"));
        assert!(told.contains("“many” is no number."), "{told}");
    }

    #[test]
    fn no_number_is_asked_for_where_there_is_none_or_nothing_was_said() {
        for (texts, unit) in [(&["We cut it.\n", "1389\n"][..], None), (&["\n", "1389\n"], Some("ms")), (&["We cut it."], Some("ms"))] {
            let (typed, told) = typed(texts, unit);
            assert_eq!(typed.given, None);
            assert_eq!(told.contains("The number"), texts == ["We cut it."], "{told}");
        }
    }
}
