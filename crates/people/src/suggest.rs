//! Whom to write to this week, of those known but never written to.

use crate::contact::{Contact, ContactId};
use crate::role::{Role, role_of};
use crate::touch::Touch;
use crate::warm::{Path, Strength};
use std::collections::{HashMap, HashSet};

/// Somebody to write to for the first time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Who.
    pub contact: ContactId,
    /// What their position says they do.
    pub role: Role,
    /// A target company they work at, by [`Path::company`].
    pub company: Option<String>,
}

/// Contacts without any touch, at most `most`: technical product managers at target companies first, then technical product managers, then
/// others at target companies whose work is near, then product people and who leads engineers anywhere. Weak paths do not count, and who is
/// none of these is not suggested.
pub fn suggest(contacts: &[Contact], touches: &[Touch], paths: &[Path], most: usize) -> Vec<Suggestion> {
    let touched: HashSet<&ContactId> = touches.iter().map(|touch| &touch.contact).collect();
    let mut at: HashMap<&ContactId, &Path> = HashMap::new();
    for path in paths.iter().filter(|path| path.strength != Strength::Weak) {
        at.entry(&path.contact)
            .and_modify(|known| {
                if path.strength < known.strength {
                    *known = path;
                }
            })
            .or_insert(path);
    }
    let mut ranked: Vec<(u8, &str, Suggestion)> = contacts
        .iter()
        .filter(|contact| !touched.contains(&contact.id))
        .filter_map(|contact| {
            let role = role_of(contact.position.as_deref().unwrap_or_default());
            let company = at.get(&contact.id).map(|path| path.company.clone());
            let rank = rank(role, company.is_some())?;
            Some((rank, contact.name.as_str(), Suggestion { contact: contact.id.clone(), role, company }))
        })
        .collect();
    ranked.sort_by(|a, b| (a.0, a.1, &a.2.contact).cmp(&(b.0, b.1, &b.2.contact)));
    ranked.into_iter().take(most).map(|(.., suggestion)| suggestion).collect()
}

fn rank(role: Role, at_target: bool) -> Option<u8> {
    match (role, at_target) {
        (Role::TechnicalProductManager, true) => Some(0),
        (Role::TechnicalProductManager, false) => Some(1),
        (Role::ProductManager | Role::ProductLeader, true) => Some(2),
        (Role::Engineer | Role::EngineeringLeader | Role::DeveloperRelations | Role::CustomerEngineer | Role::ProgramManager, true) => {
            Some(3)
        }
        (Role::DataAnalyst | Role::Designer | Role::Founder | Role::Recruiter, true) => Some(4),
        (Role::ProductManager | Role::ProductLeader, false) => Some(5),
        (Role::EngineeringLeader, false) => Some(6),
        (Role::Engineer | Role::DeveloperRelations | Role::CustomerEngineer | Role::ProgramManager, false)
        | (Role::DataAnalyst | Role::Designer | Role::Founder | Role::Recruiter, false)
        | (Role::Other, _) => None,
    }
}
