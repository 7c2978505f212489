use std::io::{IsTerminal, Write};

/// One line on standard error that says what a long job is doing; it is gone when the job is. Only where somebody watches.
pub(crate) struct Progress {
    watched: bool,
}

impl Progress {
    pub(crate) fn new() -> Self {
        Self { watched: std::io::stderr().is_terminal() }
    }

    pub(crate) fn say(&self, what: &str) {
        self.write(&format!("\r\u{1b}[2K{what}"));
    }

    fn write(&self, text: &str) {
        if self.watched {
            let mut out = std::io::stderr().lock();
            // Progress that cannot be shown is no reason to stop.
            let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.write("\r\u{1b}[2K");
    }
}
