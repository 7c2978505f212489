//! An export beside the contacts that are known.

use crate::contact::{Contact, Field};
use crate::fold::folded;
use crate::warm::same_employer;
use std::collections::HashMap;

/// What changed from one export to a later one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// Stand only in the later export, in its order.
    pub new: Vec<Contact>,
    /// Stand only in the earlier export, in its order.
    pub left: Vec<Contact>,
    /// Stand in both and differ, in the order of the later export.
    pub changed: Vec<Changed>,
}

/// Somebody whose entry changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// As it was.
    pub before: Contact,
    /// As it is. Its id can differ when it was recognised by something else than its profile.
    pub after: Contact,
    /// What differs. A company written in another way (`Google`, `Google LLC`) is none; neither is a mail address that is no longer shown.
    pub fields: Vec<Field>,
}

impl Changed {
    /// Whether it is an occasion to write: another company or another position.
    pub fn moved(&self) -> bool {
        self.fields.iter().any(|field| matches!(field, Field::Company | Field::Position))
    }
}

/// What a later export makes of the contacts that are known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Update {
    /// Who is new, who left, who changed.
    pub changes: Changes,
    /// The known contacts brought up to date, then those that are new.
    pub contacts: Vec<Contact>,
}

/// Compares an export with the contacts that are known, and brings these up to date.
///
/// Nothing changes against itself, and who is new one way has left the other way. Everybody keeps their id and tags; what the export says
/// is taken over, what it leaves out stays. Nobody is removed: a contact who left an export may still be somebody to write to.
pub fn update(known: &[Contact], imported: &[Contact]) -> Update {
    let mut has_partner = vec![false; known.len()];
    let mut changes = Changes::default();
    let mut contacts = known.to_vec();
    for (import, partner) in imported.iter().zip(partners(known, imported)) {
        let Some(at) = partner else {
            changes.new.push(import.clone());
            continue;
        };
        has_partner[at] = true;
        let before = &known[at];
        let fields = differing(before, import);
        if !fields.is_empty() {
            changes.changed.push(Changed { before: before.clone(), after: import.clone(), fields });
        }
        contacts[at] = merged(before, import);
    }
    changes.left = known.iter().zip(has_partner).filter(|(_, has_partner)| !has_partner).map(|(contact, _)| contact.clone()).collect();
    contacts.extend(changes.new.iter().cloned());
    Update { changes, contacts }
}

fn merged(known: &Contact, import: &Contact) -> Contact {
    Contact {
        id: known.id.clone(),
        name: import.name.clone(),
        // Whoever shows no company any more has left it.
        company: import.company.clone(),
        position: import.position.clone().or_else(|| still_employed(known, import).then(|| known.position.clone()).flatten()),
        profile: import.profile.clone().or_else(|| known.profile.clone()),
        mail: import.mail.clone().or_else(|| known.mail.clone()),
        connected_on: import.connected_on.or(known.connected_on),
        tags: known.tags.union(&import.tags).cloned().collect(),
    }
}

/// Whether the employer is the same, written longer or shorter: a file that leaves the position out takes none away.
fn still_employed(known: &Contact, import: &Contact) -> bool {
    let words = |contact: &Contact| contact.company.as_deref().map(crate::fold::words).unwrap_or_default();
    let (before, after) = (words(known), words(import));
    let shared = before.len().min(after.len());
    shared > 0 && before[..shared] == after[..shared]
}

/// By what two entries are taken for one person, surest first.
#[derive(Clone, Copy)]
enum By {
    Id,
    Profile,
    Mail,
    NameAndDay,
    NameAndCompany,
    Name,
}

/// For each new contact, the place of the same person among the old ones. Each way of recognising takes only what is the only one of its
/// kind on both sides, so that namesakes are not mistaken for one another.
fn partners(old: &[Contact], new: &[Contact]) -> Vec<Option<usize>> {
    let mut partner = vec![None; new.len()];
    let mut taken = vec![false; old.len()];
    for by in [By::Id, By::Profile, By::Mail, By::NameAndDay, By::NameAndCompany, By::Name] {
        let free_old = old.iter().enumerate().filter(|(at, _)| !taken[*at]);
        let only_old = only(free_old, by);
        let free_new = new.iter().enumerate().filter(|(at, _)| partner[*at].is_none());
        let pairs: Vec<(usize, usize)> =
            only(free_new, by).into_iter().filter_map(|(key, new_at)| Some((*only_old.get(&key)?, new_at))).collect();
        for (old_at, new_at) in pairs {
            if may_be_one(&old[old_at], &new[new_at], by) {
                taken[old_at] = true;
                partner[new_at] = Some(old_at);
            }
        }
    }
    partner
}

/// Keys that occur once, with their place.
fn only<'a>(contacts: impl Iterator<Item = (usize, &'a Contact)>, by: By) -> HashMap<String, usize> {
    let mut places: HashMap<String, Option<usize>> = HashMap::new();
    for (at, contact) in contacts {
        if let Some(key) = key(contact, by) {
            places.entry(key).and_modify(|place| *place = None).or_insert(Some(at));
        }
    }
    places.into_iter().filter_map(|(key, place)| Some((key, place?))).collect()
}

fn key(contact: &Contact, by: By) -> Option<String> {
    match by {
        By::Id => Some(contact.id.to_string()),
        By::Profile => contact.profile.clone(),
        By::Mail => contact.mail.clone(),
        By::NameAndDay => contact.connected_on.map(|day| format!("{}\n{day}", folded(&contact.name))),
        By::NameAndCompany => contact.company.as_ref().map(|company| format!("{}\n{}", folded(&contact.name), folded(company))),
        By::Name => Some(folded(&contact.name)),
    }
}

/// A name alone proves nothing against two different profiles or two different days of connecting.
fn may_be_one(old: &Contact, new: &Contact, by: By) -> bool {
    let differ = |a: &Option<String>, b: &Option<String>| a.is_some() && b.is_some() && a != b;
    match by {
        By::Id | By::Profile | By::Mail | By::NameAndDay => true,
        By::NameAndCompany | By::Name => {
            let days_differ = old.connected_on.is_some() && new.connected_on.is_some() && old.connected_on != new.connected_on;
            !days_differ && !differ(&old.profile, &new.profile) && !differ(&old.mail, &new.mail)
        }
    }
}

fn differing(before: &Contact, after: &Contact) -> Vec<Field> {
    let gained_or_changed = |a: &Option<String>, b: &Option<String>| b.is_some() && a != b;
    let same_company = match (&before.company, &after.company) {
        (Some(a), Some(b)) => same_employer(a, b),
        (a, b) => a == b,
    };
    let same_position = match (&before.position, &after.position) {
        (Some(a), Some(b)) => folded(a) == folded(b),
        (a, b) => a == b,
    };
    [
        (Field::Name, before.name != after.name),
        (Field::Profile, gained_or_changed(&before.profile, &after.profile)),
        (Field::Mail, gained_or_changed(&before.mail, &after.mail)),
        (Field::Company, !same_company),
        (Field::Position, !same_position),
    ]
    .into_iter()
    .filter_map(|(field, differs)| differs.then_some(field))
    .collect()
}
