use crate::address::{Base, outward};
use crate::drawing;
use crate::entry::{Entry, Piece};
use crate::label::Label;
use crate::picture::Painter;
use crate::shown::Shown;
use crate::site::Site;
use footbridge_diagnostic::Diagnostic;
use footbridge_verdict::{AnswerHash, ExerciseId, Proof};

/// Published pieces that a convincing portfolio has.
const PUBLISHED: usize = 3;

/// What stands between a site and a convincing one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// What is missing, or cannot be shown as it is.
    pub finding: Diagnostic,
    /// What closes it.
    pub closes: Closes,
}

/// What closes a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Closes {
    /// One more piece, of one of these kinds.
    Another(&'static [Piece]),
    /// Work on this piece.
    Work(ExerciseId),
    /// One more piece that is published where others can read it.
    Publishing,
    /// Another person's review, which the owner shows.
    Review,
    /// A contribution to somebody else's project.
    Contribution,
    /// The owner's name.
    Name,
    /// What the owner says about themselves.
    Setting(Setting),
}

/// A part of what the owner says about themselves and the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// [`Site::headline`].
    Headline,
    /// [`Site::about`].
    About,
    /// [`Site::contact`].
    Contact,
    /// [`Site::base_address`].
    Address,
    /// Which pieces stand at the top.
    Featured,
    /// Which pieces are not shown.
    Hidden,
}

/// What is missing for a convincing portfolio, the most important first, and what was handed in but cannot be shown as it is.
pub fn missing(site: &Site) -> Vec<Gap> {
    let shown = Shown::new(site);
    let mut gaps = Vec::new();
    cannot_be_shown(site, &mut gaps);
    work(&shown, site.published, &mut gaps);
    owner(site, &mut gaps);
    gaps
}

fn work(shown: &Shown<'_>, published: usize, gaps: &mut Vec<Gap>) {
    let entries: Vec<&Entry> = shown.exhibits.iter().map(|exhibit| exhibit.entry).collect();
    if entries.is_empty() {
        gaps.push(Gap {
            closes: Closes::Another(&[Piece::Query]),
            finding: advice("portfolio-empty", "Nothing can be shown yet.")
                .help("Pass an exercise, or let a piece of writing say `publish: true`; it will stand on the site."),
        });
        return;
    }
    let has = |kind: Piece| entries.iter().any(|entry| entry.kind == kind);
    if entries.iter().all(|entry| entry.proof == Proof::SelfReported) {
        gaps.push(Gap {
            closes: Closes::Another(&[Piece::Query]),
            finding: advice("portfolio-all-self-reported", "Everything here is self-reported.")
                .note("A reader who does not know you has only your word for it.")
                .help("Add one piece that a program checks, such as a query on the course's data."),
        });
    }
    if !has(Piece::Specification) && !has(Piece::Requirements) {
        gaps.push(Gap {
            closes: Closes::Another(&[Piece::Specification, Piece::Requirements]),
            finding: advice("portfolio-no-specification", "There is no technical specification and no product requirements document.")
                .note("It is the first thing that people who hire technical product managers look for."),
        });
    }
    if !has(Piece::ApiDocumentation) {
        let note = "Documentation that a developer can follow shows more than a certificate.";
        gaps.push(Gap {
            closes: Closes::Another(&[Piece::ApiDocumentation]),
            finding: advice("portfolio-no-api-documentation", "There is no API documentation.").note(note),
        });
    }
    if published < PUBLISHED {
        gaps.push(Gap {
            closes: Closes::Publishing,
            finding: advice(
                "portfolio-few-published",
                format!("{published} of {PUBLISHED} pieces are published where others can read them."),
            )
            .note("Three published pieces are the milestone of the third step.")
            .help("Publish a piece, then record its address and date."),
        });
    }
    if !shown.exhibits.iter().any(crate::shown::Exhibit::reviewed) {
        gaps.push(Gap {
            closes: Closes::Review,
            finding: advice("portfolio-no-review", "No review by another person is shown.")
                .note("A program judges structure; whether a text is good, only people say.")
                .help("Give the page for another reader to somebody who does the work, and say `reviews = true` in `portfolio.toml`."),
        });
    }
    for entry in entries.iter().filter(|entry| entry.kind == Piece::Query && entry.result.is_none()) {
        gaps.push(Gap {
            closes: Closes::Work(entry.id.clone()),
            finding: advice("portfolio-query-without-result", format!("“{}” shows a query without its result.", entry.title)),
        });
    }
    for exhibit in shown.featured.iter().map(|at| &shown.exhibits[*at]).filter(|exhibit| exhibit.label == Label::SelfReported) {
        gaps.push(Gap {
            closes: Closes::Setting(Setting::Featured),
            finding: advice("portfolio-starts-self-reported", format!("“{}” stands at the top and is self-reported.", exhibit.entry.title))
                .help("Feature a verified piece, or have this one reviewed by another person."),
        });
    }
}

fn owner(site: &Site, gaps: &mut Vec<Gap>) {
    if site.headline.trim().is_empty() {
        gaps.push(Gap {
            closes: Closes::Setting(Setting::Headline),
            finding: advice("portfolio-no-headline", "There is no headline.").help("Say in one sentence what you do and for whom."),
        });
    }
    if site.about.trim().is_empty() {
        gaps.push(Gap {
            closes: Closes::Setting(Setting::About),
            finding: advice("portfolio-no-about", "Nothing is said about you.")
                .help("Two short paragraphs: where you come from, what you want to build."),
        });
    }
    if site.contact.is_empty() {
        gaps.push(Gap {
            closes: Closes::Setting(Setting::Contact),
            finding: advice("portfolio-no-contact", "There is no way to reach you.").help("Add an address that you want to be public."),
        });
    }
    if site.base_address.is_none() {
        gaps.push(Gap {
            closes: Closes::Setting(Setting::Address),
            finding: advice("portfolio-no-address", "The site does not know its own address.")
                .note("Feeds, the sitemap and the pictures of shared links need whole addresses and are left out."),
        });
    }
    if site.contributions.is_empty() {
        gaps.push(Gap {
            closes: Closes::Contribution,
            finding: advice("portfolio-no-contribution", "There is no contribution to somebody else's project."),
        });
    }
}

fn cannot_be_shown(site: &Site, gaps: &mut Vec<Gap>) {
    if let Some(written) = site.base_address.as_deref().filter(|written| Base::new(written).is_none()) {
        gaps.push(Gap {
            closes: Closes::Setting(Setting::Address),
            finding: Diagnostic::warning("portfolio-address", format!("`{written}` is no address of a site."))
                .help("Write it as https://name.example/folder/, without `?` and `#`."),
        });
    }
    let painter = Painter::new(site.theme);
    if !painter.can_draw(&site.owner) {
        gaps.push(Gap {
            closes: Closes::Name,
            finding: advice("portfolio-picture-letters", "The picture of the site cannot show your name.")
                .note("Its font has Latin, Greek and Cyrillic letters only."),
        });
    }
    let addresses = site.contact.iter().map(|link| (&link.label, &link.address, Closes::Setting(Setting::Contact)));
    let contributions = site.contributions.iter().map(|contribution| (&contribution.title, &contribution.address, Closes::Contribution));
    let published = site
        .entries
        .iter()
        .flat_map(|entry| entry.published.iter().map(|place| (&entry.title, &place.address, Closes::Work(entry.id.clone()))));
    for (what, address, closes) in addresses.chain(contributions).chain(published).filter(|(_, address, _)| outward(address).is_none()) {
        gaps.push(Gap {
            closes,
            finding: Diagnostic::warning("portfolio-link", format!("The address of “{what}”, `{address}`, is shown without a link."))
                .note("Links lead out only over http, https or mailto."),
        });
    }
    for (at, entry) in site.entries.iter().enumerate() {
        if site.entries[..at].iter().any(|earlier| earlier.id == entry.id) {
            gaps.push(Gap {
                closes: Closes::Work(entry.id.clone()),
                finding: Diagnostic::warning("portfolio-twice", format!("`{}` was handed in twice; the first is shown.", entry.id)),
            });
        }
        entry_cannot_be_shown(entry, gaps);
    }
}

fn entry_cannot_be_shown(entry: &Entry, gaps: &mut Vec<Gap>) {
    let title = &entry.title;
    if let Some(answer) = entry.answer.as_ref().filter(|answer| AnswerHash::of(answer.text.as_bytes()) != answer.hash) {
        gaps.push(Gap {
            closes: Closes::Work(entry.id.clone()),
            finding: Diagnostic::error(
                "portfolio-answer-changed",
                format!("The answer of “{title}”, `{}`, is not the one that passed.", answer.file),
            )
            .note("Its SHA-256 differs, so nobody could verify it."),
        });
    }
    if let Some(drawing::Refused(why)) = entry.drawing.as_ref().and_then(|drawing| drawing::written_anew(&drawing.svg).err()) {
        gaps.push(Gap {
            closes: Closes::Work(entry.id.clone()),
            finding: Diagnostic::warning("portfolio-drawing", format!("The drawing of “{title}” is left out: {why}."))
                .note("A drawing that loads or runs something would do so in every reader's browser."),
        });
    }
    if let Some(table) = entry.result.as_ref().filter(|table| table.rows.iter().any(|row| row.len() != table.columns.len())) {
        let message = format!("The result of “{title}” has rows that do not fit its {} columns.", table.columns.len());
        gaps.push(Gap { closes: Closes::Work(entry.id.clone()), finding: Diagnostic::warning("portfolio-result", message) });
    }
}

fn advice(code: &str, message: impl Into<String>) -> Diagnostic {
    Diagnostic::advice(code, message)
}
