//! What to ask in an informational interview, by the role of whom one asks.

use crate::role::Role;

/// One question to prepare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// To be said as it stands; `…` is for what you read of theirs.
    pub ask: &'static str,
    /// What the answer shows.
    pub why: &'static str,
}

/// Questions for a role: those of the role first, then those for everybody. More than fit into half an hour: choose five.
pub fn questions(role: Role) -> Vec<Question> {
    let own = OWN.iter().find(|(of, _)| *of == role).map_or(&[] as &[Question], |(_, questions)| questions);
    own.iter().chain(&EVERYBODY).copied().collect()
}

const fn ask(ask: &'static str, why: &'static str) -> Question {
    Question { ask, why }
}

/// About the last time, not about opinions.
const EVERYBODY: [Question; 5] = [
    ask(
        "You wrote, or said in a talk, that [what you found of theirs]. What happened after that?",
        "That you read it, and a story nobody else can tell.",
    ),
    ask("What took most of your hours last week?", "Where the time goes, against what the job description says."),
    ask("What surprised you most when you began in this role?", "Which of your own beliefs to check."),
    ask("What would I have to show you so that you believed I can do this work?", "What your portfolio lacks."),
    ask("Whom else should I ask, and may I say that you sent me?", "The next conversation."),
];

const OWN: [(Role, &[Question]); 12] = [
    (
        Role::TechnicalProductManager,
        &[
            ask("When did you last read code or a query, and what did you look for?", "How deep the work really goes."),
            ask("Tell me of the last design review you were in. What did you ask, and what changed?", "What a product manager adds there."),
            ask(
                "Which breaking change did you last decide about, and how did you tell customers?",
                "How versions and promises are handled.",
            ),
            ask("Which number do you look at first on Monday?", "How success is measured: latency, uptime, adoption, or something else."),
            ask("When did an engineer last tell you no, and what happened then?", "Influence without authority, as it is lived."),
            ask("Does TPM mean product or program manager where you work, and who does the other part?", "What the letters mean there."),
        ],
    ),
    (
        Role::ProductManager,
        &[
            ask("Where does your work end and that of a technical product manager begin?", "How the company cuts the roles."),
            ask("What was the last thing engineering told you that changed a plan?", "Which technical knowledge is missed."),
            ask("How did the last item leave your roadmap?", "How priorities are really set."),
            ask("Which document of yours do engineers read to the end?", "What a useful specification looks like there."),
        ],
    ),
    (
        Role::ProductLeader,
        &[
            ask("Whom did you last hire for a technical product, and what decided it?", "What counts in the end."),
            ask("Which mistake do people make who come from my background?", "What to avoid, from somebody who has seen it."),
            ask("What do you ask to find out whether somebody is technical enough?", "Questions to prepare for."),
            ask("When would you rather take an engineer who learns product than the other way round?", "How your background is seen."),
        ],
    ),
    (
        Role::ProgramManager,
        &[
            ask("What do you own that a product manager does not?", "The line between the two kinds of TPM."),
            ask("Which dependency cost you most in the last quarter?", "What goes wrong between teams."),
            ask("How do you find out early that a date will not hold?", "Signs to look for."),
        ],
    ),
    (
        Role::Engineer,
        &[
            ask("Which product manager was the most useful to you, and what did they do?", "What engineers value."),
            ask("What was the last specification you had to send back, and why?", "What a specification must hold."),
            ask("What in your tools or documentation costs you most time each week?", "Developer pain, first hand."),
            ask("When did a product decision last make the system worse?", "Trade-offs that are not seen from outside."),
            ask("May I watch you work for an hour?", "The shadowing log."),
        ],
    ),
    (
        Role::EngineeringLeader,
        &[
            ask("How do you decide between a feature and paying technical debt?", "How to argue for either."),
            ask("What do your teams need from a product manager before they start?", "What to bring."),
            ask("Tell me of the last incident. Who spoke to customers, and what did they say?", "The product manager's part in incidents."),
            ask("Which of your architecture's limits will the product meet first?", "Why a design does not scale, in a real system."),
        ],
    ),
    (
        Role::DeveloperRelations,
        &[
            ask("What do developers ask again and again in the first hour with your product?", "Where onboarding fails."),
            ask("Which page of your documentation is read most, and which should be?", "Documentation as a product."),
            ask("How does what you hear reach the roadmap?", "Whether feedback arrives."),
            ask("How do you measure whether somebody made a first successful call?", "Measures of developer experience."),
        ],
    ),
    (
        Role::DataAnalyst,
        &[
            ask("Which number do two teams of yours count differently?", "What defining a metric takes."),
            ask("Which question from a product manager could you answer at once, and which took a week?", "How to ask for data."),
            ask("How does an event get from the product into your tables, and where does it get lost?", "A pipeline as it is."),
        ],
    ),
    (
        Role::Designer,
        &[
            ask("How do you design for users who only see an API?", "Developer experience from the designer's side."),
            ask("What did research last show that engineering did not expect?", "How findings change plans."),
            ask("What do you wish product managers knew before they come to you?", "What to bring."),
        ],
    ),
    (
        Role::CustomerEngineer,
        &[
            ask("Which three problems do customers bring every week?", "A list of candidates for the roadmap."),
            ask("Where do integrations stop in the first week?", "Where developers give up."),
            ask("Which promise of sales did engineering have to keep last?", "Business goals as technical specifications."),
            ask("Did anybody of your team move to product? How?", "A way others have gone."),
        ],
    ),
    (
        Role::Recruiter,
        &[
            ask("For which technical product roles did you last find nobody, and why?", "What is scarce."),
            ask("What do you look at in the first thirty seconds of a résumé for such a role?", "What must stand at the top."),
            ask("Which line makes you call somebody who never had the title?", "How people without the title get in."),
            ask("What are the stages of your process, and where do most people fall out?", "What to prepare."),
        ],
    ),
    (
        Role::Founder,
        &[
            ask(
                "What was the last technical decision you made for a business reason?",
                "The work of a technical product manager, done by a founder.",
            ),
            ask("When will you need the first product manager, and what should they take off you?", "Whether a role is coming."),
            ask("Which customer's developer complains loudest, and about what?", "A real problem to take apart."),
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_can_be_asked_five_things_and_nothing_twice() {
        for (role, own) in OWN {
            let all = questions(role);
            assert!(own.len() >= 3, "{role:?}");
            let distinct: std::collections::BTreeSet<&str> = all.iter().map(|question| question.ask).collect();
            assert_eq!(distinct.len(), all.len(), "{role:?}");
        }
        assert_eq!(questions(Role::Other).len(), 5);
    }
}
