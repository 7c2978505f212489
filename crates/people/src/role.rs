use crate::fold::words;

/// What kind of work a position is, as far as it decides what to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Owns a product for developers or a platform. The letters TPM alone are taken for it, although some companies mean program managers.
    TechnicalProductManager,
    /// Owns another product.
    ProductManager,
    /// Leads product managers.
    ProductLeader,
    /// Runs programs across teams.
    ProgramManager,
    /// Builds.
    Engineer,
    /// Leads engineers.
    EngineeringLeader,
    /// Speaks for and with developers.
    DeveloperRelations,
    /// Works with data.
    DataAnalyst,
    /// Designs.
    Designer,
    /// Brings customers on to a technical product: solutions, support, success.
    CustomerEngineer,
    /// Finds people for roles.
    Recruiter,
    /// Founded or leads a company.
    Founder,
    /// Anything else, or not said.
    Other,
}

impl Role {
    /// The words a person reads.
    pub fn words(self) -> &'static str {
        match self {
            Self::TechnicalProductManager => "technical product manager",
            Self::ProductManager => "product manager",
            Self::ProductLeader => "product leader",
            Self::ProgramManager => "program manager",
            Self::Engineer => "engineer",
            Self::EngineeringLeader => "engineering leader",
            Self::DeveloperRelations => "developer relations",
            Self::DataAnalyst => "data analyst",
            Self::Designer => "designer",
            Self::CustomerEngineer => "customer engineer",
            Self::Recruiter => "recruiter",
            Self::Founder => "founder",
            Self::Other => "other",
        }
    }
}

/// Products whose users are developers.
const TECHNICAL: [&str; 16] = [
    "technical",
    "api",
    "apis",
    "platform",
    "platforms",
    "infrastructure",
    "developer",
    "developers",
    "devtools",
    "cloud",
    "data",
    "sdk",
    "tooling",
    "backend",
    "integrations",
    "security",
];

/// The role a position stands for. The first rule that fits decides, so the order matters: a recruiter for product managers recruits.
pub fn role_of(position: &str) -> Role {
    let words = words(position);
    let has = |word: &str| words.iter().any(|one| one == word);
    let any = |wanted: &[&str]| wanted.iter().any(|word| has(word));
    let phrase = |wanted: &[&str]| words.windows(wanted.len()).any(|window| window.iter().map(String::as_str).eq(wanted.iter().copied()));
    let leads = any(&["head", "director", "vp", "vice", "chief", "cpo", "cto", "lead", "group"]);
    let product = any(&["product", "cpo"]) || phrase(&["pm"]);
    if any(&["recruiter", "recruiting", "recruitment", "talent", "sourcer", "hr"]) || phrase(&["people", "partner"]) {
        return Role::Recruiter;
    }
    if any(&["founder", "cofounder", "ceo", "founding"]) && !any(&["engineer", "pm", "designer"]) {
        return Role::Founder;
    }
    if any(&["program", "programme", "project", "delivery"]) && any(&["manager", "lead", "director", "head"]) && !has("product") {
        return Role::ProgramManager;
    }
    if any(&["devrel", "advocate", "evangelist"]) || phrase(&["developer", "relations"]) || phrase(&["developer", "experience", "engineer"])
    {
        return Role::DeveloperRelations;
    }
    if any(&["designer", "ux", "ui"]) || phrase(&["product", "design"]) {
        return Role::Designer;
    }
    if has("marketing") {
        return Role::Other;
    }
    if any(&["solutions", "solution", "support", "success", "presales", "implementation", "onboarding"])
        || phrase(&["customer", "engineer"])
    {
        return Role::CustomerEngineer;
    }
    if has("tpm") || phrase(&["pm", "t"]) || phrase(&["product", "manager", "t"]) {
        return Role::TechnicalProductManager;
    }
    if product && (any(&["head", "director", "vp", "vice", "chief", "cpo"]) || phrase(&["group", "product"])) {
        return Role::ProductLeader;
    }
    if product && any(&["manager", "management", "owner", "pm", "lead"]) && !phrase(&["product", "engineer"]) {
        return if any(&TECHNICAL) { Role::TechnicalProductManager } else { Role::ProductManager };
    }
    if any(&["cto"]) || (any(&["engineering", "software", "technology"]) && (leads || has("manager"))) {
        return Role::EngineeringLeader;
    }
    if any(&["analyst", "analytics", "scientist", "bi"]) {
        return Role::DataAnalyst;
    }
    if any(&["engineer", "developer", "architect", "sre", "sde", "sde1", "sde2", "sde3", "swe", "programmer", "devops"]) {
        return Role::Engineer;
    }
    Role::Other
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_as_people_write_them() {
        for (position, role) in [
            ("Technical Product Manager", Role::TechnicalProductManager),
            ("Senior Product Manager - API Platform", Role::TechnicalProductManager),
            ("Product Manager, Developer Experience", Role::TechnicalProductManager),
            ("Sr. PM-T", Role::TechnicalProductManager),
            ("TPM II", Role::TechnicalProductManager),
            ("Principal Product Manager (Data Infrastructure)", Role::TechnicalProductManager),
            ("Product Manager", Role::ProductManager),
            ("Product Owner", Role::ProductManager),
            ("Associate Product Manager, Growth", Role::ProductManager),
            ("VP Product", Role::ProductLeader),
            ("Director of Product Management, Platform", Role::ProductLeader),
            ("Group Product Manager", Role::ProductLeader),
            ("Chief Product Officer", Role::ProductLeader),
            ("Technical Program Manager", Role::ProgramManager),
            ("Senior Project Manager", Role::ProgramManager),
            ("Software Engineer", Role::Engineer),
            ("SDE2", Role::Engineer),
            ("Solutions Architect", Role::CustomerEngineer),
            ("Engineering Manager", Role::EngineeringLeader),
            ("CTO", Role::EngineeringLeader),
            ("Developer Advocate", Role::DeveloperRelations),
            ("Product Analyst", Role::DataAnalyst),
            ("Senior Product Designer", Role::Designer),
            ("Technical Recruiter, Product", Role::Recruiter),
            ("Talent Acquisition", Role::Recruiter),
            ("Founder & CEO", Role::Founder),
            ("Founding Engineer", Role::Engineer),
            ("Product Marketing Manager", Role::Other),
            ("Customer Success Manager", Role::CustomerEngineer),
            ("", Role::Other),
            ("Dentist", Role::Other),
        ] {
            assert_eq!(role_of(position), role, "{position}");
        }
    }
}
