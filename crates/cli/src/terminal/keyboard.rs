//! What somebody types or pastes. An empty line ends nothing: pasted text has some, and a shell would run what comes after.

use footbridge_app::{HOW_A_NUMBER_IS_TYPED, reads_as_number};
use std::io::{BufRead, IsTerminal, Write};

/// How a text that is typed ends.
pub(crate) const ENDS_IT: &str = if cfg!(windows) { "Ctrl-Z and Enter end it" } else { "Ctrl-D on a line of its own ends it" };

/// Lines until the end of input, after which a terminal goes on with the next text.
pub(crate) struct Lines<R> {
    from: R,
    /// Whether the last line came without its end, so that nothing follows it.
    is_over: bool,
}

impl<R: BufRead> Lines<R> {
    pub(crate) fn new(from: R) -> Self {
        Self { from, is_over: false }
    }

    /// The next line as it was typed, without the space after it; `None` at the end of input.
    pub(crate) fn next(&mut self) -> std::io::Result<Option<String>> {
        if std::mem::take(&mut self.is_over) {
            return Ok(None);
        }
        let mut line = String::new();
        let read = self.from.read_line(&mut line)?;
        self.is_over = read > 0 && !line.ends_with('\n');
        Ok((read > 0).then(|| line.trim_end().to_owned()))
    }
}

/// A line that is to be a number, asked for until one is typed, it is left out, or a line `q` leaves: what was said before it is not to be lost
/// for a slip. `None` at the end of input.
pub(crate) fn number_line(from: &mut Lines<impl BufRead>, to: &mut impl Write, what: &str) -> std::io::Result<Option<String>> {
    loop {
        write!(to, "{what} (Enter leaves it out): ")?;
        to.flush()?;
        let Some(line) = from.next()?.map(|line| line.trim().to_owned()) else { return Ok(None) };
        if line.is_empty() || line == "q" || reads_as_number(&line) {
            return Ok(Some(line));
        }
        writeln!(to, "“{line}” is no number.\n{HOW_A_NUMBER_IS_TYPED}")?;
    }
}

/// Takes from the terminal what was typed or pasted and not read, once the conversation is over: a shell would run it.
pub(crate) struct NothingLeft;

impl Drop for NothingLeft {
    fn drop(&mut self) {
        let input = std::io::stdin();
        if input.is_terminal() {
            #[cfg(unix)]
            // A terminal that cannot be emptied is no reason to fail: what was said is recorded.
            let _ = rustix::termios::tcflush(&input, rustix::termios::QueueSelector::IFlush);
        }
    }
}

#[cfg(test)]
pub(crate) mod testing {
    use std::io::{BufRead, Read, Result};

    /// A terminal on which somebody ends each text, as with Ctrl-D: the next one can be read after it.
    pub(crate) struct Typed<'a>(Vec<&'a [u8]>);

    impl<'a> Typed<'a> {
        pub(crate) fn new(texts: &[&'a str]) -> Self {
            Self(texts.iter().rev().map(|text| text.as_bytes()).collect())
        }
    }

    impl Read for Typed<'_> {
        fn read(&mut self, into: &mut [u8]) -> Result<usize> {
            let read = self.fill_buf()?.read(into)?;
            self.consume(read);
            Ok(read)
        }
    }

    impl BufRead for Typed<'_> {
        fn fill_buf(&mut self) -> Result<&[u8]> {
            if self.0.last().is_some_and(|text| text.is_empty()) {
                self.0.pop();
                return Ok(&[]);
            }
            Ok(self.0.last().copied().unwrap_or_default())
        }

        fn consume(&mut self, read: usize) {
            if let Some(text) = self.0.last_mut() {
                *text = &text[read..];
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;
    use super::testing::Typed;

    #[test]
    fn an_empty_line_ends_nothing_and_the_end_of_input_ends_one_text() {
        let mut lines = Lines::new(Typed::new(&["one\n\n two \n", "three"]));
        let mut next = || lines.next().expect("memory can be read");
        assert_eq!([next(), next(), next()], ["one", "", " two"].map(|line| Some(line.to_owned())));
        assert_eq!([next(), next(), next()], [None, Some("three".to_owned()), None]);
    }
}
