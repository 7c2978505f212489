//! The picture: its bytes, and what holds for every picture.

mod any_roadmap;

use any_roadmap::roadmap;
use footbridge_roadmap::{Roadmap, read, svg};
use proptest::prelude::*;

#[test]
fn a_picture_is_known_to_the_byte() {
    let text = include_str!("cases/good.yaml");
    let picture = svg(&read(text, "roadmap.yaml").0.expect("a roadmap"));
    insta::assert_snapshot!("good", picture);
}

#[test]
fn whoever_cannot_see_it_is_told_everything() {
    let text = include_str!("cases/good.yaml");
    let picture = svg(&read(text, "roadmap.yaml").0.expect("a roadmap"));
    let picture = Picture::read(&picture);
    assert_eq!(picture.title, "Roadmap of Ledger API, as of 1 Oct 2026");
    insta::assert_snapshot!(picture.told, @"Now: Keep events until they were accepted (moves Payments are seen at once, 5 Oct – 11 Dec 2026, size L, 80 % sure); A refused payment says why (moves Fewer calls to support, 12 Oct – 20 Nov 2026, size 4 weeks, 70 % sure). Next: Repeat events for a day (moves Payments are seen at once and Fewer calls to support, 2027-Q1, size M, 60 % sure, waits for Keep events until they were accepted). Later: Read events again from a point in time (moves Payments are seen at once, size XL, 40 % sure, waits for Keep events until they were accepted and Repeat events for a day).");
}

/// An outcome and a bet may have one id: whoever names it says which kind is meant.
#[test]
fn whoever_cannot_see_it_is_told_which_kind_an_id_names() {
    let text = include_str!("cases/good.yaml").replace("payments-seen", "keep-events");
    let told = Picture::read(&svg(&read(&text, "roadmap.yaml").0.expect("a roadmap"))).told;
    assert!(
        told.contains("(moves Payments are seen at once, 5 Oct") && told.contains("waits for Keep events until they were accepted)"),
        "{told}"
    );
}

/// It stands under Later, since it has to stand somewhere.
#[test]
fn a_bet_without_a_horizon_says_so() {
    let text = include_str!("cases/good.yaml").replace("    horizon: next\n", "");
    let picture = svg(&read(&text, "roadmap.yaml").0.expect("a roadmap"));
    assert!(Picture::read(&picture).told.contains("Without a horizon: Repeat events for a day ("), "{picture}");
    assert!(picture.contains("1 bet has no horizon and stands under Later."), "{picture}");
}

#[test]
fn an_owner_that_does_not_fit_beside_the_dates_is_not_cut_off() {
    let text = include_str!("cases/good.yaml").replace("owner: Events team", "owner: Payments and events team");
    let picture = svg(&read(&text, "roadmap.yaml").0.expect("a roadmap"));
    assert!(picture.contains(">Payments and events team</text>") && picture.contains(">5 Oct – 11 Dec 2026</text>"), "{picture}");
}

#[test]
fn more_cards_than_anybody_reads_are_counted() {
    let bets: String = (0..60).map(|number| format!("  - {{id: b{number}, title: Bet {number}, horizon: now}}\n")).collect();
    let (roadmap, _) = read(&format!("format: 1\nproduct: x\nas_of: 2026-01-01\nbets:\n{bets}"), "roadmap.yaml");
    let picture = svg(&roadmap.expect("a roadmap"));
    assert_eq!(Picture::read(&picture).cards.len(), 40);
    assert!(picture.contains("and 20 more; 40 are drawn"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cards_stand_apart_and_no_line_runs_through_one(roadmap in roadmap()) {
        let picture = Picture::read(&svg(&roadmap));
        prop_assert_eq!(picture.cards.len(), roadmap.bets.len());
        for (place, card) in picture.cards.iter().enumerate() {
            prop_assert!(card.left >= 0 && card.right <= 960 && card.bottom <= picture.height, "{card:?} lies in the picture");
            for other in &picture.cards[place + 1..] {
                prop_assert!(!card.meets(other), "{card:?} and {other:?}");
            }
            for line in &picture.lines {
                prop_assert!(!card.meets(line), "the line {line:?} runs through the card {card:?}");
            }
        }
    }

    #[test]
    fn every_dependency_ends_in_an_arrow(roadmap in roadmap()) {
        let picture = Picture::read(&svg(&roadmap));
        prop_assert_eq!(picture.arrows, arrows(&roadmap));
    }
}

/// What waits for something gets an arrow from each bet it waits for. A bet that waits for itself is told, not drawn.
fn arrows(roadmap: &Roadmap) -> usize {
    let ids: Vec<&str> = roadmap.bets.iter().map(|bet| bet.id.as_str()).collect();
    let of = |bet: &footbridge_roadmap::Bet| {
        let mut needs: Vec<&str> =
            bet.depends_on.iter().map(|id| id.as_str()).filter(|id| ids.contains(id) && *id != bet.id.as_str()).collect();
        needs.sort_unstable();
        needs.dedup();
        needs.len()
    };
    roadmap.bets.iter().map(of).sum()
}

/// A rectangle; a line is one without width or height.
#[derive(Debug, Clone, Copy)]
struct Area {
    left: i32,
    top: i32,
    right: i32,
    bottom: i32,
}

impl Area {
    fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
            || self.left < other.left
                && other.left < self.right
                && self.top < other.bottom
                && other.top < self.bottom
                && other.left == other.right
            || self.top < other.top
                && other.top < self.bottom
                && self.left < other.right
                && other.left < self.right
                && other.top == other.bottom
    }
}

struct Picture {
    title: String,
    told: String,
    height: i32,
    cards: Vec<Area>,
    /// Straight pieces of dependency lines.
    lines: Vec<Area>,
    arrows: usize,
}

impl Picture {
    fn read(svg: &str) -> Self {
        let document = roxmltree::Document::parse(svg).expect("well-formed XML");
        let number =
            |node: roxmltree::Node<'_, '_>, name: &str| node.attribute(name).and_then(|value| value.parse::<i32>().ok()).unwrap_or(0);
        let root = document.root_element();
        let text = |name: &str| {
            let node = root.children().find(|node| node.has_tag_name(name)).expect("it is told");
            node.text().unwrap_or_default().to_owned()
        };
        let mut picture = Self {
            title: text("title"),
            told: text("desc"),
            height: number(root, "height"),
            cards: Vec::new(),
            lines: Vec::new(),
            arrows: 0,
        };
        for node in root.descendants() {
            let path = node.attribute("d").filter(|_| node.has_tag_name("path"));
            if node.has_tag_name("rect") && node.attribute("rx") == Some("6") {
                let (left, top) = (number(node, "x"), number(node, "y"));
                picture.cards.push(Area { left, top, right: left + number(node, "width"), bottom: top + number(node, "height") });
            } else if let Some(path) = path.filter(|_| node.attribute("fill") == Some("none")) {
                picture.lines.extend(pieces(path));
            } else if path.is_some_and(|path| path.contains("4.5")) {
                picture.arrows += 1;
            }
        }
        picture
    }
}

/// The straight pieces of a path of `M`, `H`, `V` and `Q`.
fn pieces(path: &str) -> Vec<Area> {
    let mut pieces = Vec::new();
    let (mut x, mut y) = (0, 0);
    let starts: Vec<usize> = path.char_indices().filter(|(_, c)| c.is_ascii_alphabetic()).map(|(at, _)| at).collect();
    for (place, start) in starts.iter().enumerate() {
        let end = starts.get(place + 1).copied().unwrap_or(path.len());
        let numbers: Vec<i32> = path[start + 1..end].split(' ').filter_map(|number| number.parse().ok()).collect();
        let (to_x, to_y) = match &path[*start..=*start] {
            "H" => (numbers[0], y),
            "V" => (x, numbers[0]),
            _ => (numbers[numbers.len() - 2], numbers[numbers.len() - 1]),
        };
        if ["H", "V"].contains(&&path[*start..=*start]) {
            pieces.push(Area { left: x.min(to_x), top: y.min(to_y), right: x.max(to_x), bottom: y.max(to_y) });
        }
        (x, y) = (to_x, to_y);
    }
    pieces
}
