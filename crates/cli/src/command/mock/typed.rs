//! An answer typed on the terminal, with the time at which each line of it began.

use crate::terminal::{ENDS_IT, Lines, number_line};
use footbridge_app::{as_mark, last_mark};
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

/// What is asked for besides words.
pub(super) struct Asked<'a> {
    /// The unit of the number, where one is asked for.
    pub(super) unit: Option<&'a str>,
    /// How long an answer takes in an interview, in words.
    pub(super) takes: &'a str,
}

/// Reads lines until the end of input, each that holds something marked with the seconds that had passed when it was begun; then the number,
/// in the unit in which one is asked for. The time stands in front of each line that is typed, and how long it took behind the last.
pub(super) fn read(from: impl BufRead, to: &mut impl Write, asked: &Asked<'_>, passed: impl Fn() -> u32) -> std::io::Result<Typed> {
    writeln!(
        to,
        "Type or paste your answer; empty lines are part of it.\nThe clock runs: each line begins with its time. {ENDS_IT}, and it is kept; Ctrl-C drops it."
    )?;
    let mut from = Lines::new(from);
    let mut lines = Vec::new();
    let mut begun = passed();
    tell_time(to, begun)?;
    while let Some(line) = from.next()? {
        let line = line.trim();
        // Who marks a line knows better when it was said.
        lines.push(if line.is_empty() || line.starts_with('[') {
            line.to_owned()
        } else {
            format!("[{:02}:{:02}:{:02}] {line}", begun / 3_600, begun / 60 % 60, begun % 60)
        });
        // Of lines that were pasted together the first alone is told its time.
        let now = passed();
        if now != begun {
            tell_time(to, now)?;
        }
        begun = now;
    }
    let passed = passed();
    let transcript = lines.join("\n").trim().to_owned();
    // What is pasted was said at another time.
    let is_pasted = last_mark(&transcript).is_some_and(|mark| mark > passed);
    if is_pasted {
        writeln!(to, "\nIts marks go on for longer than it took to type it, so the time is left out. `--seconds` says how long it took.")?;
    } else {
        writeln!(to, "\nThat took {}, of {}.", time_in_words(passed), asked.takes)?;
    }
    let given = match asked.unit.filter(|_| !transcript.is_empty()) {
        Some(unit) => number_line(&mut from, to, &format!("The number, in {unit}"))?.filter(|line| !line.is_empty() && line != "q"),
        None => None,
    };
    Ok(Typed { transcript, given, seconds: (!is_pasted).then_some(passed) })
}

fn tell_time(to: &mut impl Write, seconds: u32) -> std::io::Result<()> {
    write!(to, "[{}] ", as_mark(seconds))?;
    to.flush()
}

/// `42 s`, `2 min 5 s`.
pub(super) fn time_in_words(seconds: u32) -> String {
    if seconds < 60 { format!("{seconds}\u{202f}s") } else { format!("{}\u{202f}min {}\u{202f}s", seconds / 60, seconds % 60) }
}

#[cfg(test)]
mod tests {
    use super::{Asked, Typed, read};
    use crate::terminal::testing::Typed as Terminal;
    use std::cell::Cell;

    fn typed(texts: &[&str], unit: Option<&str>) -> (Typed, String) {
        let (clock, mut told) = (Cell::new(0), Vec::new());
        let passed = || clock.replace(clock.get() + 35);
        let asked = Asked { unit, takes: "10 min" };
        let typed = read(Terminal::new(texts), &mut told, &asked, passed).expect("memory can be read");
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
    fn the_time_stands_before_each_line_and_what_the_answer_took_behind_it() {
        let (_, told) = typed(&["We cut it.\nThen we store it.\n"], None);
        assert!(told.ends_with("[00:00] [00:35] [01:10] \nThat took 1\u{202f}min 45\u{202f}s, of 10 min.\n"), "{told}");
        let mut pasted = Vec::new();
        let asked = Asked { unit: None, takes: "90 s" };
        read(Terminal::new(&["We cut it.\nThen we store it.\nAnd count.\n"]), &mut pasted, &asked, || 7).expect("memory can be read");
        let pasted = String::from_utf8(pasted).expect("text");
        assert_eq!(pasted.matches("[00:07]").count(), 1, "{pasted}");
        assert!(pasted.ends_with("That took 7\u{202f}s, of 90 s.\n"), "{pasted}");
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
