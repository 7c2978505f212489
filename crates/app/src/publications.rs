//! Where pieces are out, and which of them count: the milestone, the site and the command that records an address all ask here.

use crate::App;
use crate::course::Course;
use crate::piece::piece_id;
use crate::variants::variant_of;
use footbridge_content::{Exercise, Kind, Record};
use footbridge_journal::{Published, State, Work};
use footbridge_verdict::ExerciseId;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// A piece of writing: the exercise, and which of its variants.
pub(crate) type PieceKey<'a> = (&'a ExerciseId, usize);

/// The pieces that count as published. One piece at several addresses is one, and so are several at one address: it stands for the piece
/// that was there first, of one day for the one that was recorded first. A change proposed to somebody else's text is a contribution, and a
/// record of what one did is no piece.
#[derive(Debug, Default)]
pub(crate) struct Publications<'a> {
    /// For each page the piece it stands for.
    stands_for: BTreeMap<&'a str, PieceKey<'a>>,
    /// Each piece with the first day on which it was published with a text that passed.
    first: BTreeMap<PieceKey<'a>, Date>,
}

impl Publications<'_> {
    /// The days on which one more piece was published, the earliest first.
    pub(crate) fn days(&self) -> Vec<Date> {
        let mut days: Vec<Date> = self.first.values().copied().collect();
        days.sort_unstable();
        days
    }

    /// Whether a piece counts.
    pub(crate) fn counts(&self, piece: &Exercise) -> bool {
        self.first.contains_key(&(&piece.id, piece.variant))
    }
}

impl App {
    pub(crate) fn publications<'a>(&self, state: &'a State) -> Publications<'a> {
        let mut each: Vec<(Date, Timestamp, PieceKey<'a>, &'a str)> = Vec::new();
        for (id, work) in &state.exercises {
            let Some(exercise) = self.course.pack.exercise(id.as_str()).filter(|exercise| is_a_piece(exercise)) else { continue };
            for (at, published) in records(work).filter(|(_, published)| published.diff.is_empty()) {
                let of = variants(exercise, work, published);
                each.extend(of.into_iter().map(|variant| (published.on, *at, (id, variant), same_page(&published.address))));
            }
        }
        each.sort_unstable();
        let mut counted = Publications::default();
        for (on, _, piece, address) in each {
            if *counted.stands_for.entry(address).or_insert(piece) == piece {
                counted.first.entry(piece).or_insert(on);
            }
        }
        counted
    }

    /// Whether a publication counts for the milestone that counts them, and what stands against it.
    pub(crate) fn says_whether_it_counts(
        &self,
        exercise: &Exercise,
        published: &Published,
        state: &State,
        publications: &Publications<'_>,
    ) -> String {
        let page = same_page(&published.address);
        let no = "It does not count as a published piece";
        let id = &exercise.id;
        let others = with_this_page(state, id, page);
        let too = if others.is_empty() { String::new() } else { format!(" The same address stands with {}, too.", others.join(" and ")) };
        let says = if !published.diff.is_empty() {
            "A contribution to the work of others: it is shown as one, and counts as no published piece.".to_owned()
        } else if exercise.kind != Kind::Write {
            format!("{no}: only writing does.")
        } else if exercise.private || is_log(exercise) {
            format!("{no}: it records what you did, which is no piece that shows how you think.")
        } else {
            let whole = self.course.pack.exercise(id.as_str()).unwrap_or(exercise);
            let variants = state.work(id).map(|work| variants(whole, work, published)).unwrap_or_default();
            let stands_for = publications.stands_for.get(page);
            match stands_for.filter(|(other, variant)| *other != id || !variants.contains(variant)) {
                _ if variants.is_empty() => format!("{no} yet: this text has not passed. `footbridge check {id}` checks it."),
                Some((other, variant)) => {
                    let other = self.course.pack.exercise(other.as_str()).map(|other| piece_id(other.variant(*variant)).to_string());
                    let other = other.unwrap_or_default();
                    return format!("{no}: the same address stands with `{other}`, and one page is one piece.");
                }
                None => counted_so_far(&self.course, publications.first.len()),
            }
        };
        format!("{says}{too}")
    }
}

/// `It counts: 2 of 3 …` for the milestone that counts published pieces.
fn counted_so_far(course: &Course, counted: usize) -> String {
    let milestones = course.pack.path.steps.iter().map(|step| &step.milestone);
    let of = milestones.filter_map(|milestone| milestone.record()).find_map(|(record, of)| (record == Record::Published).then_some(of));
    match of.map(|of| usize::from(of.get())) {
        Some(of) if counted > of => format!("It counts as a published piece: {counted} by now, and {of} are asked for."),
        Some(of) => format!("It counts as a published piece: {counted} of {of}."),
        None => "It counts as a published piece.".to_owned(),
    }
}

/// Other exercises at whose addresses the same page stands.
fn with_this_page(state: &State, id: &ExerciseId, page: &str) -> Vec<String> {
    let others = state.exercises.iter().filter(|(other, _)| *other != id);
    let there = others.filter(|(_, work)| work.published.iter().any(|(_, published)| same_page(&published.address) == page));
    there.map(|(other, _)| format!("`{other}`")).collect()
}

/// Where the texts of an exercise are out. What was recorded again for the same page and text, or as the same contribution, stands once,
/// as it was recorded last.
pub(crate) fn places(work: &Work) -> impl Iterator<Item = &Published> {
    records(work).map(|(_, published)| published)
}

/// The same with the time at which each was recorded.
fn records(work: &Work) -> impl Iterator<Item = &(Timestamp, Published)> {
    let is_later =
        |place: usize, published: &Published| work.published[place + 1..].iter().any(|(_, later)| is_same_place(later, published));
    work.published.iter().enumerate().filter(move |(place, (_, published))| !is_later(*place, published)).map(|(_, record)| record)
}

/// Whether two records are of one publication.
pub(crate) fn is_same_place(one: &Published, other: &Published) -> bool {
    let is_contribution = !one.diff.is_empty();
    same_page(&one.address) == same_page(&other.address)
        && is_contribution != other.diff.is_empty()
        && (is_contribution || one.answer == other.answer)
}

/// The variants as which the text that was published has passed.
fn variants(exercise: &Exercise, work: &Work, published: &Published) -> BTreeSet<usize> {
    let texts = work.passes().filter(|pass| pass.checked.answer == published.answer);
    texts.map(|pass| variant_of(exercise, &pass.checked).variant).collect()
}

pub(crate) fn is_a_piece(exercise: &Exercise) -> bool {
    exercise.kind == Kind::Write && !exercise.private && !is_log(exercise)
}

fn is_log(exercise: &Exercise) -> bool {
    footbridge_grade::read_write(exercise).is_ok_and(|spec| spec.log)
}

/// An address without what leads to the same page: how it is fetched, a place in the page, a slash at the end.
pub(crate) fn same_page(address: &str) -> &str {
    let page = address.split('#').next().unwrap_or(address);
    let page = page.split_once("://").map_or(page, |(_, rest)| rest);
    page.strip_prefix("www.").unwrap_or(page).trim_end_matches('/')
}
