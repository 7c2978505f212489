//! Whom the sample learner knows, where they applied, and what came of it.

use super::story::Deed;
use crate::view::{CompanyBody, ContactBody, EntryBody, GatheringBody, NewApplicationBody, StepBody, TouchBody};
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

/// A contact: name, position, company, labels, and when and how they were last in touch.
struct Known {
    name: &'static str,
    position: &'static str,
    company: &'static str,
    tags: &'static [&'static str],
    touches: &'static [(i32, &'static str, &'static str)],
}

/// Surnames say that nobody real is meant.
const PEOPLE: [Known; 8] = [
    Known {
        name: "Asha Sample",
        position: "Senior product manager",
        company: "Postman",
        tags: &["tpm"],
        touches: &[(24, "message", "Asked how her team writes changelogs."), (15, "call", "Twenty minutes on API governance.")],
    },
    Known {
        name: "Ravi Sample",
        position: "Engineering manager",
        company: "Razorpay",
        tags: &["payments"],
        touches: &[(19, "mail", "Sent him the teardown of the refunds endpoint.")],
    },
    Known {
        name: "Meera Sample",
        position: "Product manager",
        company: "Setu",
        tags: &["tpm"],
        touches: &[(9, "event", "Met at the meetup; she reviews specs.")],
    },
    Known {
        name: "Daniel Sample",
        position: "Developer advocate",
        company: "Postman",
        tags: &["documentation"],
        touches: &[(2, "message", "Thanked him for the note on examples.")],
    },
    Known {
        name: "Farah Sample",
        position: "Solutions architect",
        company: "Atlassian",
        tags: &["mentor"],
        touches: &[(40, "call", "How they hand incidents over.")],
    },
    Known { name: "Kiran Sample", position: "Data analyst", company: "PhonePe", tags: &[], touches: &[] },
    Known { name: "Lin Sample", position: "Support lead", company: "Stripe", tags: &["former-colleague"], touches: &[(3, "mail", "")] },
    Known { name: "Tomás Sample", position: "Staff engineer", company: "Twilio", tags: &["api"], touches: &[] },
];

/// Steps of the conversation with one of them, and the days since.
const CONVERSATION: [(i32, &str, &str); 6] = [
    (24, "asked", ""),
    (20, "agreed", ""),
    (16, "prepared", "What goes wrong when two teams version one API differently?"),
    (15, "held", ""),
    (15, "noted", "Two teams read one rule in two ways until an example stood beside it; she would write the example first."),
    (14, "thanked", ""),
];

/// Three applications: an interview ahead, one that waits for a follow-up, and a card that is begun. Contacts, when they were in touch, one
/// conversation and one meetup.
pub(super) fn deeds() -> Vec<Deed<'static>> {
    let mut deeds = vec![Deed::new(41, 9, know_everybody), Deed::new(9, 21, meet), Deed::new(5, 9, await_interview)];
    for applied in &APPLICATIONS {
        deeds.extend(applied.stages.iter().map(|&(days_ago, stage)| Deed::new(days_ago, 8, move |app| reach(app, applied, stage))));
    }
    for known in &PEOPLE {
        deeds.extend(known.touches.iter().map(|&(days_ago, how, note)| {
            Deed::new(days_ago, 12, move |app| {
                let body = TouchBody { how: how.to_owned(), on: String::new(), note: note.to_owned() };
                app.touch(&app.contact_called(known.name)?, &body).map(drop)
            })
        }));
    }
    deeds.extend(CONVERSATION.iter().map(|&(days_ago, step, note)| {
        Deed::new(days_ago, 17, move |app| {
            // Agreed on for the day on which it was held.
            let on = if step == "agreed" { app.today().saturating_add(5.days()).to_string() } else { String::new() };
            let body = StepBody { step: step.to_owned(), on, note: note.to_owned() };
            app.converse(&app.contact_called(PEOPLE[0].name)?, &body).map(drop)
        })
    }));
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

fn know_everybody(app: &App) -> Result<(), Trouble> {
    PEOPLE.iter().try_for_each(|known| {
        let body = ContactBody {
            name: known.name.to_owned(),
            position: known.position.to_owned(),
            company: known.company.to_owned(),
            tags: known.tags.iter().map(|tag| (*tag).to_owned()).collect(),
            ..ContactBody::default()
        };
        app.add_contact(&body).map(drop)
    })
}

fn meet(app: &App) -> Result<(), Trouble> {
    let meetup = GatheringBody {
        name: "API meetup (sample)".to_owned(),
        kind: "meetup".to_owned(),
        came_of_it: "Two people to write to, and a question for the next spec: who owns the error catalogue?".to_owned(),
        met: vec![PEOPLE[2].name.to_owned()],
        ..GatheringBody::default()
    };
    app.keep_gathering(&meetup).map(drop)
}
