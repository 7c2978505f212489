//! Two exports side by side.

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

/// Who is new, who left, who changed. `compare(a, a)` is empty, and who is new one way has left the other way.
pub fn compare(old: &[Contact], new: &[Contact]) -> Changes {
    let partner = partners(old, new);
    let mut has_partner = vec![false; old.len()];
    let mut changes = Changes::default();
    for (after, partner) in new.iter().zip(&partner) {
        let Some(before) = partner.and_then(|at| old.get(at).inspect(|_| has_partner[at] = true)) else {
            changes.new.push(after.clone());
            continue;
        };
        let fields = differing(before, after);
        if !fields.is_empty() {
            changes.changed.push(Changed { before: before.clone(), after: after.clone(), fields });
        }
    }
    changes.left = old.iter().zip(has_partner).filter(|(_, has_partner)| !has_partner).map(|(contact, _)| contact.clone()).collect();
    changes
}

/// The known contacts brought up to date: everybody keeps their id and tags, what an import says is taken over, what it leaves out stays,
/// and who is new is added at the end. Nobody is removed: a contact who left an export may still be somebody to write to.
pub fn merge(known: &[Contact], imported: &[Contact]) -> Vec<Contact> {
    let mut merged = known.to_vec();
    for (import, partner) in imported.iter().zip(partners(known, imported)) {
        match partner.and_then(|at| merged.get_mut(at)) {
            None => merged.push(import.clone()),
            Some(contact) => {
                contact.name.clone_from(&import.name);
                // Whoever shows no company any more has left it.
                contact.company.clone_from(&import.company);
                contact.position.clone_from(&import.position);
                contact.profile = import.profile.clone().or(contact.profile.take());
                contact.mail = import.mail.clone().or(contact.mail.take());
                contact.connected_on = import.connected_on.or(contact.connected_on);
                contact.tags.extend(import.tags.iter().cloned());
            }
        }
    }
    merged
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
