use crate::Trouble;
use footbridge_diagnostic::Diagnostic;

/// What was written into a form: every field is looked at before anything is refused, and each fault carries the code of its field.
pub(super) struct Form {
    refused: &'static str,
    faults: Vec<Diagnostic>,
}

impl Form {
    /// `refused` is the sentence above all faults.
    pub(super) fn of(refused: &'static str) -> Self {
        Self { refused, faults: Vec::new() }
    }

    /// The value of a field, or its fault kept.
    pub(super) fn field<T>(&mut self, code: &str, read: Result<T, Trouble>) -> Option<T> {
        read.map_err(|trouble| {
            let fault = Diagnostic::error(code, trouble.message);
            self.fault(match trouble.help {
                Some(help) => fault.help(help),
                None => fault,
            });
        })
        .ok()
    }

    pub(super) fn fault(&mut self, fault: Diagnostic) {
        self.faults.push(fault);
    }

    pub(super) fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }

    pub(super) fn refused(self) -> Trouble {
        Trouble::asked(self.refused).findings(self.faults)
    }
}
