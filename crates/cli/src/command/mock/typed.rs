//! An answer typed on the terminal, with the time at which each line of it began.

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

/// Reads lines until an empty one, each marked with the seconds that had passed when it was begun; then the number, in the unit in which one is
/// asked for.
pub(super) fn read(from: &mut impl BufRead, to: &mut impl Write, unit: Option<&str>, passed: impl Fn() -> u32) -> std::io::Result<Typed> {
    writeln!(to, "Type your answer. The clock runs; an empty line ends it.")?;
    let mut lines = Vec::new();
    let mut begun = passed();
    while let Some(line) = line(from)? {
        // Who marks a line knows better when it was said.
        lines.push(if line.starts_with('[') {
            line
        } else {
            format!("[{:02}:{:02}:{:02}] {line}", begun / 3_600, begun / 60 % 60, begun % 60)
        });
        begun = passed();
    }
    let seconds = Some(passed());
    let mut given = None;
    if let Some(unit) = unit.filter(|_| !lines.is_empty()) {
        write!(to, "The number, in {unit}: ")?;
        to.flush()?;
        given = line(from)?;
    }
    Ok(Typed { transcript: lines.join("\n"), given, seconds })
}

/// The next line that holds something; `None` at an empty one, and when nothing more comes.
fn line(from: &mut impl BufRead) -> std::io::Result<Option<String>> {
    let mut line = String::new();
    from.read_line(&mut line)?;
    let line = line.trim();
    Ok((!line.is_empty()).then(|| line.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{Typed, read};
    use std::cell::Cell;

    fn typed(input: &str, unit: Option<&str>) -> (Typed, String) {
        let (clock, mut told) = (Cell::new(0), Vec::new());
        let passed = || clock.replace(clock.get() + 35);
        let typed = read(&mut input.as_bytes(), &mut told, unit, passed).expect("memory can be read");
        (typed, String::from_utf8(told).expect("text"))
    }

    #[test]
    fn each_line_is_marked_with_the_time_at_which_it_began() {
        let (typed, told) = typed("We cut it.\nThen we store it.\n[02:15] And we count.\n\n1389\n", Some("writes/s"));
        assert_eq!(typed.transcript, "[00:00:00] We cut it.\n[00:00:35] Then we store it.\n[02:15] And we count.");
        assert_eq!((typed.given.as_deref(), typed.seconds), (Some("1389"), Some(140)));
        assert!(told.ends_with("The number, in writes/s: "), "{told}");
    }

    #[test]
    fn no_number_is_asked_for_where_there_is_none_or_nothing_was_said() {
        for (input, unit) in [("We cut it.\n\n1389\n", None), ("\n1389\n", Some("ms")), ("We cut it.", Some("ms"))] {
            let (typed, told) = typed(input, unit);
            assert_eq!(typed.given, None);
            assert_eq!(told.contains("The number"), input == "We cut it.", "{told}");
        }
    }
}
