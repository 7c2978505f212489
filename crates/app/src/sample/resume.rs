//! The sample learner's résumé: begun from the evidence, then filled in.

use crate::view::{ResumeChange, ResumeChangeBody};
use crate::{App, Trouble};

/// What is filled in, by place; a place that ends in a list's name gets a new entry.
const FILLED_IN: [(&str, &str); 21] = [
    ("/basics/email", "sample@example.com"),
    ("/basics/phone", "+91 00000 00000"),
    ("/basics/location/city", "Pune"),
    (
        "/basics/summary",
        "Four years beside the API customers of a payments company; now writing the specifications that would have kept their tickets from being opened.",
    ),
    ("/work", ""),
    ("/work/0/name", "Sample Payments"),
    ("/work/0/position", "Customer success manager, API customers"),
    ("/work/0/startDate", "2022-08"),
    ("/work/0/highlights", ""),
    ("/work/0/highlights/0", "Cut repeated webhook tickets from 41 to 9 a month with a signature checklist that 60 partners use."),
    ("/work/0/highlights", ""),
    ("/work/0/highlights/1", "Wrote the migration notes for v2 of the refunds API; 34 of 38 partners moved before the date."),
    ("/work", ""),
    ("/work/1/name", "Sample Telecom"),
    ("/work/1/position", "Support engineer"),
    ("/work/1/startDate", "2019-07"),
    ("/work/1/endDate", "2022-07"),
    ("/education", ""),
    ("/education/0/institution", "Sample University, Pune"),
    ("/education/0/studyType", "B.E."),
    ("/education/0/area", "Electronics"),
];

pub(super) fn written(app: &App) -> Result<(), Trouble> {
    let mut hash = app.begin_resume()?.hash;
    for (place, text) in FILLED_IN {
        let (pointer, text) = (place.to_owned(), text.to_owned());
        let change = if text.is_empty() { ResumeChange::Add { pointer } } else { ResumeChange::Set { pointer, text } };
        hash = app.change_resume(&ResumeChangeBody { base_hash: hash, variant: String::new(), change })?.hash;
    }
    Ok(())
}
