//! Where the sample learner applied, and what came of it.

use super::story::Deed;
use crate::view::{CompanyBody, EntryBody, NewApplicationBody};
use crate::{App, Trouble};
use jiff::ToSpan;

/// An application: company, role, and stages with the days since.
struct Applied {
    company: &'static str,
    role: &'static str,
    stages: &'static [(i32, &'static str)],
}

const APPLICATIONS: [Applied; 3] = [
    Applied {
        company: "Postman",
        role: "Technical product manager, APIs",
        stages: &[(16, "found"), (13, "applied"), (5, "first conversation")],
    },
    Applied { company: "Razorpay", role: "Product manager, payments API", stages: &[(11, "applied")] },
    Applied { company: "Setu", role: "Product manager, developer experience", stages: &[(3, "found")] },
];

/// Three applications: an interview ahead, one that waits for a follow-up, and a card that is begun.
pub(super) fn deeds() -> Vec<Deed<'static>> {
    let mut deeds = vec![Deed::new(5, 9, await_interview)];
    for applied in &APPLICATIONS {
        deeds.extend(applied.stages.iter().map(|&(days_ago, stage)| Deed::new(days_ago, 8, move |app| reach(app, applied, stage))));
    }
    deeds
}

fn reach(app: &App, applied: &Applied, stage: &str) -> Result<(), Trouble> {
    let (company, stage) = (applied.company.to_owned(), stage.to_owned());
    if stage == applied.stages[0].1 {
        let body = NewApplicationBody { company, role: applied.role.to_owned(), stage, ..NewApplicationBody::default() };
        return app.add_application(&body).map(drop);
    }
    app.add_to_application(&app.application_called(&company)?, &EntryBody { stage, ..EntryBody::default() }).map(drop)
}

fn await_interview(app: &App) -> Result<(), Trouble> {
    let company = APPLICATIONS[0].company;
    let interview_on = app.today().saturating_add(14.days()).to_string();
    let agreed = EntryBody { interview_on, company_kind: "developer-platform".to_owned(), ..EntryBody::default() };
    app.add_to_application(&app.application_called(company)?, &agreed)?;
    let product = "A workbench in which teams design, test and document their APIs.".to_owned();
    app.keep_company(&CompanyBody { name: company.to_owned(), product, ..CompanyBody::default() }).map(drop)
}
