use crate::address::outward;
use crate::code;
use crate::entry::{PublishedAt, Review, Reviewer};
use crate::html::{counted, escape, help_words, time};
use crate::label::Label;
use crate::row::tags;
use crate::shown::{Exhibit, Shown};
use std::fmt::Write as _;

/// The claim and everything that it rests on.
pub(super) fn verdict(exhibit: &Exhibit<'_>) -> String {
    let entry = exhibit.entry;
    let mut facts = format!(
        "<dt>Passed</dt><dd>{}</dd>\n<dt>Check version</dt><dd>{}</dd>\n<dt>Help</dt><dd>{}</dd>\n",
        time(entry.passed_on),
        escape(&entry.check_version),
        help_words(entry.help_used)
    );
    if !entry.skills.is_empty() {
        let _ = writeln!(facts, "<dt>Shows</dt><dd>{}</dd>", escape(&entry.skills.join("; ")));
    }
    if !entry.reviews.is_empty() {
        let _ = writeln!(facts, "<dt>Reviews</dt><dd><a href=\"#reviews\">{}</a></dd>", review_counts(&entry.reviews));
    }
    if !entry.published.is_empty() {
        let places: Vec<String> = entry.published.iter().map(|place| escape(&place.where_)).collect();
        let _ = writeln!(facts, "<dt>Published</dt><dd><a href=\"#published\">{}</a></dd>", places.join(", "));
    }
    if let Some(answer) = &entry.answer {
        let _ = writeln!(
            facts,
            "<dt>Answer</dt><dd><a href=\"#answer\">{}</a></dd>\n<dt>SHA-256</dt><dd><code class=\"hash\">{}</code></dd>",
            escape(&answer.file),
            escape(answer.hash.as_str())
        );
    }
    format!(
        "<section class=\"card\" aria-labelledby=\"verdict\">\n<h2 id=\"verdict\">Verdict</h2>\n<p>{}</p>\n<p class=\"says\">{}</p>\n<p class=\"small muted\">{}</p>\n<dl class=\"facts\">\n{facts}</dl>\n</section>\n",
        tags(exhibit),
        escape(&entry.verdict_summary),
        exhibit.label.meaning()
    )
}

pub(super) fn rerun(shown: &Shown<'_>, exhibit: &Exhibit<'_>) -> String {
    let for_strangers = &shown.site.how_to_verify;
    let how = if for_strangers.is_empty() || exhibit.answer.is_none() {
        format!("<p>In the folder this work was made in:</p>\n{}", code::block(None, &exhibit.entry.how_to_rerun))
    } else {
        format!(
            "<p>Nobody needs to be trusted for it. Take a copy of the files of this site, such as a clone of the repository that it stands in, \
             and run this in it, with Footbridge installed:</p>\n{}",
            code::block(None, for_strangers)
        )
    };
    format!("<section aria-labelledby=\"rerun\">\n<h2 id=\"rerun\">Run the check again</h2>\n{how}</section>\n")
}

fn review_counts(reviews: &[Review]) -> String {
    let others = reviews.iter().filter(|review| review.by == Reviewer::AnotherPerson).count();
    match (others, reviews.len() - others) {
        (others, 0) => format!("{} by another person", counted(others, "review", "reviews")),
        (0, _) => "scored by the owner".to_owned(),
        (others, _) => format!("{} by another person, scored by the owner too", counted(others, "review", "reviews")),
    }
}

/// What people said, by the rubric.
pub(super) fn reviews(exhibit: &Exhibit<'_>) -> String {
    let reviews = &exhibit.entry.reviews;
    if reviews.is_empty() {
        return String::new();
    }
    let mut html = String::from("<section aria-labelledby=\"reviews\">\n<h2 id=\"reviews\">Reviews</h2>\n");
    for review in reviews {
        html += &one_review(review);
    }
    html + "</section>\n"
}

fn one_review(review: &Review) -> String {
    let (tag, by) = match review.by {
        Reviewer::Owner => (Label::SelfReported.tag(), "the owner, about their own work"),
        Reviewer::AnotherPerson => ("<span class=\"tag\">reviewed by another person</span>", "another person"),
    };
    let mut html = format!("<div class=\"review\">\n<p>{tag} By {by}, {}.</p>\n", time(review.on));
    if !review.levels.is_empty() {
        html += "<dl class=\"rubric\">\n";
        for level in &review.levels {
            let _ = writeln!(
                html,
                "<dt>{} <span class=\"level\">{} of {}</span></dt><dd>{}</dd>",
                escape(&level.criterion),
                level.level,
                level.out_of,
                escape(&level.says)
            );
        }
        html += "</dl>\n";
    }
    html + "</div>\n"
}

/// Where else the piece stands, and with which text it was recorded. Nobody read the page itself, and the words say so.
pub(super) fn published(exhibit: &Exhibit<'_>) -> String {
    let places = &exhibit.entry.published;
    if places.is_empty() {
        return String::new();
    }
    let mut html = String::from("<section aria-labelledby=\"published\">\n<h2 id=\"published\">Published</h2>\n<ul class=\"rows\">\n");
    for place in places {
        html += &one_place(exhibit, place);
    }
    html + "</ul>\n</section>\n"
}

fn one_place(exhibit: &Exhibit<'_>, place: &PublishedAt) -> String {
    let name = match outward(&place.address) {
        Some(address) => format!("<a href=\"{}\">{}</a>", escape(address), escape(&place.where_)),
        None => escape(&place.where_),
    };
    let same = match &exhibit.entry.answer {
        Some(answer) if answer.hash == place.hash => "Recorded with the text that passed; the page itself was not compared.",
        Some(_) => "Recorded with another text than the one that passed last; the page itself was not compared.",
        None => "Recorded by the owner; the page itself was not compared.",
    };
    format!(
        "<li>\n<p class=\"name\">{name}, {} {}</p>\n<p class=\"evidence\">{same} SHA-256 <code class=\"hash\">{}</code></p>\n</li>\n",
        time(place.on),
        Label::SelfReported.tag(),
        escape(place.hash.as_str())
    )
}
