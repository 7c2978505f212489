//! What is missing for a convincing portfolio, each with where it is closed.

use super::settings::{OTHER_SETTINGS, Settings};
use super::{finding_in_its_page, gather};
use crate::App;
use crate::course::opens;
use crate::learner::Learner;
use crate::publications::is_a_piece;
use crate::view::{FindingView, GapView, NextView};
use footbridge_content::{Exercise, Kind};
use footbridge_diagnostic::{Diagnostic, nearest};
use footbridge_portfolio::{Closes, Entry, Gap, Setting, Site, missing};
use footbridge_verdict::ExerciseId;

/// The skill that a contribution to somebody else's project shows.
const CONTRIBUTING: &str = "open-source-docs";

impl App {
    pub(super) fn gaps(&self, settings: &Settings, site: &Site) -> Vec<Gap> {
        self.misnamed(settings, site).into_iter().chain(missing(site)).collect()
    }

    pub(super) fn gap_view(&self, gap: &Gap, site: &Site, learner: &Learner) -> GapView {
        let setting = match gap.closes {
            Closes::Setting(setting) => setting_name(setting).to_owned(),
            _ => String::new(),
        };
        GapView { finding: told(&gap.finding), closes: self.closed_by(&gap.closes, site, learner), setting }
    }

    /// Where a gap is closed; empty when nothing of the course closes it.
    fn closed_by(&self, closes: &Closes, site: &Site, learner: &Learner) -> Vec<NextView> {
        let field = |name: &str, title: &str| NextView { title: title.to_owned(), opens: format!("/publish#settings-{name}") };
        match closes {
            Closes::Another(kinds) => self.shortest(learner, |exercise| kinds.contains(&gather::piece(exercise))),
            Closes::Work(id) => self.work_on(id, ""),
            Closes::Publishing => self.to_publish(site, learner),
            Closes::Review => {
                let piece = site.entries.iter().find(|entry| self.is_piece_of_writing(entry));
                let piece = piece.map_or_else(Vec::new, |entry| self.work_on(&entry.id, "#readers"));
                piece.into_iter().chain([field("reviews", "Settings: show reviews")]).collect()
            }
            Closes::Contribution => self.shortest(learner, |exercise| exercise.skills.iter().any(|skill| skill.as_str() == CONTRIBUTING)),
            Closes::Name => vec![NextView { title: "Your name".to_owned(), opens: "/settings".to_owned() }],
            Closes::Setting(setting) => vec![field(setting_name(*setting), setting_title(*setting))],
        }
    }

    /// The shortest such work that has not passed, that of the plan before other.
    fn shortest(&self, learner: &Learner, is_such: impl Fn(&Exercise) -> bool) -> Vec<NextView> {
        let passed: Vec<&ExerciseId> = self.passes(learner).into_iter().map(|(exercise, _)| &exercise.id).collect();
        let open = self.course.pack.exercises.iter().filter(|exercise| !passed.contains(&&exercise.id) && is_such(exercise));
        let shortest = open.min_by_key(|exercise| (exercise.beside_plan, exercise.minutes, exercise.id.as_str()));
        shortest.map(|exercise| NextView { title: exercise.title.clone(), opens: opens(exercise) }).into_iter().collect()
    }

    /// A piece that is shown, at a place of its page.
    fn work_on(&self, id: &ExerciseId, place: &str) -> Vec<NextView> {
        let piece = self.course.named(id.as_str()).ok();
        piece.map(|named| NextView { title: named.piece().title.clone(), opens: opens(named.exercise) + place }).into_iter().collect()
    }

    /// A piece that is shown and published nowhere, else writing that passed and is not shown, else the shortest writing.
    fn to_publish(&self, site: &Site, learner: &Learner) -> Vec<NextView> {
        let shown = site.entries.iter().find(|entry| entry.published.is_empty() && self.is_piece_of_writing(entry));
        if let Some(entry) = shown {
            return self.work_on(&entry.id, "#publish");
        }
        match self.unpublished(learner).into_iter().next() {
            Some(hidden) => vec![hidden],
            None => self.shortest(learner, |exercise| exercise.kind == Kind::Write && is_a_piece(exercise)),
        }
    }

    fn is_piece_of_writing(&self, entry: &Entry) -> bool {
        self.course.named(entry.id.as_str()).is_ok_and(|named| named.exercise.kind == Kind::Write && is_a_piece(named.exercise))
    }

    /// Ids in the owner's settings that nothing comes of.
    fn misnamed(&self, settings: &Settings, site: &Site) -> Vec<Gap> {
        let known = || self.course.pack.exercises.iter().map(|exercise| exercise.id.as_str());
        let is_known = |id: &str| self.course.named(id).is_ok();
        let gap = |message: String, id: &str, setting: Setting| {
            let help = if is_known(id) {
                "Publish it, or take it out of `featured`.".to_owned()
            } else {
                nearest(id, known())
                    .map_or_else(|| "`footbridge list` shows all exercises.".to_owned(), |meant| format!("Did you mean `{meant}`?"))
            };
            Gap { finding: Diagnostic::warning("portfolio-misnamed", message).help(help), closes: Closes::Setting(setting) }
        };
        let pieces: Vec<&Exercise> =
            site.entries.iter().filter_map(|entry| Some(self.course.named(entry.id.as_str()).ok()?.piece())).collect();
        let is_shown = |id: &str| pieces.iter().any(|piece| self.course.means(id, piece));
        let absent = settings.featured.iter().filter(|id| !is_shown(id));
        let unknown = settings.hidden.iter().filter(|id| !is_known(id));
        absent
            .map(|id| gap(format!("`{id}` is to stand at the top and is not shown."), id, Setting::Featured))
            .chain(unknown.map(|id| gap(format!("`{id}` is to be hidden, and there is no exercise of that name."), id, Setting::Hidden)))
            .collect()
    }
}

/// A finding whose file, when it has one, stands before what it says.
pub(super) fn told(finding: &Diagnostic) -> FindingView {
    let view = finding_in_its_page(finding);
    match &finding.place {
        Some(place) => FindingView { message: format!("`{}`: {}", place.file, view.message), ..view },
        None => view,
    }
}

/// Key of the setting in `portfolio.toml`, and of its field on the screen.
fn setting_name(setting: Setting) -> &'static str {
    match setting {
        Setting::Headline => "headline",
        Setting::About => "about",
        Setting::Contact => "link",
        Setting::Address => "address",
        Setting::Featured => "featured",
        Setting::Hidden => OTHER_SETTINGS,
    }
}

fn setting_title(setting: Setting) -> &'static str {
    match setting {
        Setting::Headline => "Settings: headline",
        Setting::About => "Settings: about you",
        Setting::Contact => "Settings: links",
        Setting::Address => "Settings: address of the site",
        Setting::Featured => "Settings: pieces at the top",
        Setting::Hidden => "Settings: other settings",
    }
}
