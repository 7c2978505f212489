use crate::address::Base;
use crate::answer_file::file_name;
use crate::drawing;
use crate::entry::{Entry, Piece, Reviewer};
use crate::label::Label;
use crate::markdown::beginning;
use crate::site::Site;
use footbridge_verdict::ExerciseId;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What a site shows, worked out once for all its pages.
pub(crate) struct Shown<'a> {
    pub(crate) site: &'a Site,
    /// Each id once, in the order of the site.
    pub(crate) exhibits: Vec<Exhibit<'a>>,
    /// Places in `exhibits` of what stands at the top.
    pub(crate) featured: Vec<usize>,
    pub(crate) base: Option<Base>,
    by_id: BTreeMap<&'a str, usize>,
    by_kind: BTreeMap<Piece, Vec<usize>>,
}

/// A piece with what its pages need to know about it.
pub(crate) struct Exhibit<'a> {
    pub(crate) entry: &'a Entry,
    pub(crate) label: Label,
    /// What it is about, in a sentence or two.
    pub(crate) about: String,
    /// Where the exact answer stands in the site.
    pub(crate) answer: Option<String>,
    /// The drawing, written anew.
    pub(crate) drawing: Option<String>,
}

/// Pieces at the top when the owner chose none.
const CHOSEN_FOR_THE_OWNER: usize = 3;

/// Pieces of one kind on the front page; the others stand on a page of their own.
pub(crate) const SHOWN_OF_A_KIND: usize = 5;

/// Longest description of a piece, in characters: what search engines and previews show.
const LONGEST_ABOUT: usize = 220;

impl<'a> Shown<'a> {
    pub(crate) fn new(site: &'a Site) -> Self {
        let mut by_id = BTreeMap::new();
        let mut exhibits: Vec<Exhibit<'a>> = Vec::with_capacity(site.entries.len());
        for entry in &site.entries {
            if !by_id.contains_key(entry.id.as_str()) {
                by_id.insert(entry.id.as_str(), exhibits.len());
                exhibits.push(Exhibit::new(entry));
            }
        }
        let mut by_kind: BTreeMap<Piece, Vec<usize>> = BTreeMap::new();
        for (at, exhibit) in exhibits.iter().enumerate() {
            by_kind.entry(exhibit.entry.kind).or_default().push(at);
        }
        for all in by_kind.values_mut() {
            all.sort_by_key(|at| (exhibits[*at].label, Reverse(exhibits[*at].entry.passed_on)));
        }
        let featured = featured(&exhibits);
        Self { site, exhibits, featured, base: site.base_address.as_deref().and_then(Base::new), by_id, by_kind }
    }

    pub(crate) fn exhibit(&self, id: &str) -> Option<&Exhibit<'a>> {
        self.by_id.get(id).and_then(|at| self.exhibits.get(*at))
    }

    /// All pieces of a kind, the strongest proof first, the newest before the older.
    pub(crate) fn of_kind(&self, kind: Piece) -> &[usize] {
        self.by_kind.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The kinds there are, in their order.
    pub(crate) fn kinds(&self) -> impl Iterator<Item = Piece> {
        self.by_kind.keys().copied()
    }

    /// Where all pieces of a kind are listed, from the top of the site; `None` when all of them stand at the top of the front page.
    pub(crate) fn list_of(&self, kind: Piece) -> Option<String> {
        let all = self.of_kind(kind);
        if all.len() > SHOWN_OF_A_KIND {
            return Some(list_path(kind));
        }
        all.iter().any(|at| !self.featured.contains(at)).then(|| format!("index.html#{}", kind.name()))
    }

    /// Where an address written in a text of `evidence/` leads inside the site; `None` when it leads nowhere.
    pub(crate) fn inside(&self, address: &str) -> Option<String> {
        let (path, place) = address.split_once('#').unwrap_or((address, ""));
        let path = path.split('?').next().unwrap_or_default();
        let path = path.strip_prefix("./").unwrap_or(path);
        if path == "../index.html" {
            return Some(path.to_owned());
        }
        let exhibit = self.exhibit(path.strip_suffix(".html")?)?;
        let there = match place {
            "verdict" | "rerun" => true,
            "answer" => exhibit.entry.answer.is_some(),
            _ => false,
        };
        Some(if there { format!("{path}#{place}") } else { path.to_owned() })
    }
}

impl<'a> Exhibit<'a> {
    fn new(entry: &'a Entry) -> Self {
        Self {
            entry,
            label: Label::of(entry),
            about: entry.body.as_deref().map_or_else(String::new, |body| beginning(body, LONGEST_ABOUT)),
            answer: entry.answer.as_ref().map(|answer| format!("evidence/{}/{}", entry.id, file_name(&answer.file))),
            drawing: entry.drawing.as_ref().and_then(|drawing| drawing::written_anew(&drawing.svg).ok()),
        }
    }

    pub(crate) fn page(&self) -> String {
        format!("evidence/{}.html", self.entry.id)
    }

    pub(crate) fn drawing_path(&self) -> Option<String> {
        self.drawing.as_ref().map(|_| format!("evidence/{}.svg", self.entry.id))
    }

    /// Whether the text on the page is the answer itself, not the question.
    pub(crate) fn text_is_the_answer(&self) -> bool {
        matches!((&self.entry.body, &self.entry.answer), (Some(body), Some(answer)) if *body == answer.text)
    }

    /// Whether somebody other than the owner reviewed it.
    pub(crate) fn reviewed(&self) -> bool {
        self.entry.reviews.iter().any(|review| review.by == Reviewer::AnotherPerson)
    }
}

/// The pieces that stand at the top of the front page, in their order.
pub fn at_the_top(site: &Site) -> Vec<ExerciseId> {
    let shown = Shown::new(site);
    shown.featured.iter().map(|at| shown.exhibits[*at].entry.id.clone()).collect()
}

pub(crate) fn list_path(kind: Piece) -> String {
    format!("work/{}.html", kind.name())
}

/// What the owner chose; else what [`crate::build`] says.
fn featured(exhibits: &[Exhibit<'_>]) -> Vec<usize> {
    let by_owner: Vec<usize> = (0..exhibits.len()).filter(|at| exhibits[*at].entry.featured).collect();
    if !by_owner.is_empty() {
        return by_owner;
    }
    let mut best: Vec<usize> = (0..exhibits.len()).collect();
    best.sort_by_key(|at| {
        let exhibit = &exhibits[*at];
        let help = exhibit.entry.help_used;
        let answered = exhibit.entry.kind == Piece::Answers;
        let self_reported = exhibit.label == Label::SelfReported;
        (answered, self_reported, help.solution, !exhibit.reviewed(), exhibit.label, help.hints, Reverse(exhibit.entry.passed_on))
    });
    let mut chosen: Vec<usize> = Vec::new();
    let stands_for_its_kind = |exhibit: &Exhibit<'_>| exhibit.entry.kind != Piece::Answers && exhibit.label != Label::SelfReported;
    for at in best.iter().filter(|at| stands_for_its_kind(&exhibits[**at])) {
        if chosen.iter().all(|other| exhibits[*other].entry.kind != exhibits[*at].entry.kind) {
            chosen.push(*at);
        }
    }
    chosen.extend(best.iter().filter(|at| !chosen.contains(at)).copied().collect::<Vec<_>>());
    chosen.truncate(CHOSEN_FOR_THE_OWNER);
    chosen
}
