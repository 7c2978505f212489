use crate::evidence::SITE;
use crate::folder::path as inside;
use crate::planning::local_date;
use crate::view::PortfolioView;
use crate::work::kept_path;
use crate::{App, Trouble};
use footbridge_content::{Exercise, Kind};
use footbridge_journal::{Attempt, DiskPath};
use footbridge_portfolio::{Answer, Entry, Judged, Page, Site, build};
use footbridge_verdict::{AnswerHash, Proof};
use std::collections::BTreeSet;

/// Pieces at the top of the front page.
const FEATURED: usize = 3;

/// What we wrote into the site: one line a file, hash and path. A file that differs from it was changed by hand.
const WRITTEN: &str = "footbridge-files.txt";

impl App {
    /// Builds the portfolio from the evidence so far. Nothing private reaches it; pages changed by hand are left alone.
    pub fn build_portfolio(&self) -> Result<PortfolioView, Trouble> {
        let site = self.with_learner(|learner| {
            let passes = self.passes(learner);
            let public = passes.into_iter().filter(|(exercise, _)| !exercise.private);
            let mut entries: Vec<(Kind, Entry)> =
                public.filter_map(|(exercise, pass)| Some((exercise.kind, self.entry(exercise, pass)?))).collect();
            feature_the_best(&mut entries);
            Site {
                owner: learner.profile.owner(),
                headline: learner.masked.headline(),
                built_on: self.today(),
                entries: entries.into_iter().map(|(_, entry)| entry).collect(),
            }
        })?;
        let pages = build(&site);
        let _lock = self.lock()?;
        let written = self.text(&format!("{SITE}/{WRITTEN}"))?.map_or_else(BTreeSet::new, |text| manifest(&text));
        let mut view = PortfolioView { answer: String::new(), folder: SITE.to_owned(), files: Vec::new(), left_alone: Vec::new() };
        let mut ours = BTreeSet::new();
        for page in &pages {
            if self.changed_by_hand(page, &written)? {
                view.left_alone.push(page.path.clone());
            } else {
                ours.insert((page.path.clone(), AnswerHash::of(&page.bytes).to_string()));
            }
        }
        // Known as ours before it is written: a build that is interrupted must not be taken for a change by hand.
        self.write_manifest(&ours | &written)?;
        for page in pages.iter().filter(|page| !view.left_alone.contains(&page.path)) {
            let path = inside(&format!("{SITE}/{}", page.path));
            self.world.disk.create_folder_all(&path.parent().unwrap_or_else(DiskPath::root))?;
            self.world.disk.write_atomically(&path, &page.bytes)?;
            view.files.push(page.path.clone());
        }
        self.remove_what_is_gone(&pages, &written)?;
        self.write_manifest(ours)?;
        view.answer = match view.left_alone.len() {
            0 => format!("{} files in {SITE}/.", view.files.len()),
            left => format!("{} files in {SITE}/; {left} changed by hand and left alone.", view.files.len()),
        };
        Ok(view)
    }

    /// A file of the built portfolio, for the server to show.
    pub fn site_file(&self, name: &str) -> Option<Vec<u8>> {
        let path = inside(SITE).join(name).ok()?;
        self.world.disk.read(&path).ok()
    }

    /// Only what is not private and whose kept answer is intact is shown: a damaged one proves nothing.
    fn entry(&self, exercise: &Exercise, pass: &Attempt) -> Option<Entry> {
        let checked = &pass.checked;
        let kept = kept_path(exercise, &checked.answer);
        if self.damage(&kept, &checked.answer).is_some() {
            return None;
        }
        let text = self.text(&kept).ok().flatten()?;
        let body = match exercise.kind {
            Kind::Write => text.clone(),
            Kind::Lesson | Kind::Sql | Kind::Read | Kind::Choice | Kind::Numeric => exercise.brief.clone(),
        };
        Some(Entry {
            id: exercise.id.clone(),
            title: exercise.title.clone(),
            track: self.course.track_title(exercise),
            skills: self.course.skill_titles(&exercise.skills),
            proof: checked.proof,
            judged: if exercise.kind == Kind::Write { Judged::Structure } else { Judged::Substance },
            help_used: checked.help,
            answer: (exercise.kind != Kind::Lesson).then(|| Answer {
                file: format!("{}.{}", checked.answer.short(), exercise.kind.extension()),
                text,
                hash: checked.answer.clone(),
            }),
            check_version: checked.check_version.clone(),
            verdict_summary: checked.summary.clone(),
            passed_on: local_date(pass.at),
            how_to_rerun: format!("footbridge verify {}", exercise.id),
            body: (exercise.kind != Kind::Lesson).then_some(body),
            featured: false,
        })
    }

    fn changed_by_hand(&self, page: &Page, written: &Manifest) -> Result<bool, Trouble> {
        let path = inside(&format!("{SITE}/{}", page.path));
        if !self.world.disk.exists(&path)? {
            return Ok(false);
        }
        let there = AnswerHash::of(&self.world.disk.read(&path)?).to_string();
        Ok(!written.contains(&(page.path.clone(), there)))
    }

    fn write_manifest(&self, manifest: Manifest) -> Result<(), Trouble> {
        let lines: String = manifest.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect();
        self.world.disk.create_folder_all(&inside(SITE))?;
        Ok(self.world.disk.write_atomically(&inside(&format!("{SITE}/{WRITTEN}")), lines.as_bytes())?)
    }

    /// Pages of evidence that no longer stands, unless somebody changed them.
    fn remove_what_is_gone(&self, pages: &[Page], written: &Manifest) -> Result<(), Trouble> {
        let gone = written.iter().filter(|(path, _)| pages.iter().all(|page| page.path != **path));
        for (path, hash) in gone {
            let Ok(path) = inside(SITE).join(path) else { continue };
            let unchanged = self.world.disk.read(&path).is_ok_and(|bytes| AnswerHash::of(&bytes).as_str() == hash);
            if unchanged {
                self.world.disk.remove(&path)?;
            }
        }
        Ok(())
    }
}

/// Up to three pieces stand at the top: made before answered, verified before self-reported, with little help before much, and newer
/// before older. The check of a lesson never does.
fn feature_the_best(entries: &mut [(Kind, Entry)]) {
    let mut order: Vec<usize> = (0..entries.len()).filter(|at| entries[*at].0 != Kind::Lesson).collect();
    order.sort_by_key(|at| {
        let (kind, entry) = &entries[*at];
        let answered = !matches!(kind, Kind::Sql | Kind::Write);
        (answered, entry.help_used.solution, entry.proof == Proof::SelfReported, entry.help_used.hints, std::cmp::Reverse(entry.passed_on))
    });
    for at in order.into_iter().take(FEATURED) {
        entries[at].1.featured = true;
    }
}

/// Paths with the hashes of what we wrote there.
type Manifest = BTreeSet<(String, String)>;

fn manifest(text: &str) -> Manifest {
    text.lines().filter_map(|line| line.split_once("  ")).map(|(hash, path)| (path.to_owned(), hash.to_owned())).collect()
}
