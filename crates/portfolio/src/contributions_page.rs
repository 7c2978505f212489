use crate::address::outward;
use crate::code;
use crate::frame::{Head, SITE_PICTURE, bar, page};
use crate::html::{counted, escape, time};
use crate::label::Label;
use crate::shown::Shown;
use crate::site::Contribution;
use std::cmp::Reverse;
use std::fmt::Write as _;

pub(crate) const PATH: &str = "contributions.html";

/// Longest diff that is shown, in bytes.
const LONGEST_DIFF: usize = 20_000;

/// All contributions with their changes.
pub(crate) fn render(shown: &Shown<'_>) -> String {
    let all = newest_first(shown);
    let mut body = format!(
        "{}<header class=\"top\">\n<h1>Contributions</h1>\n<p class=\"lead\">{} to the work of others. They are self-reported: no program looked at them, and each can be looked up at its address.</p>\n</header>\n<div id=\"list\">\n",
        bar(("list", "Skip to the list"), &format!("<a href=\"index.html\">{}</a>", escape(&shown.site.owner))),
        counted(all.len(), "contribution", "contributions")
    );
    for (number, contribution) in &all {
        let _ = write!(
            body,
            "<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n<p>{2} <span class=\"evidence\">{3}</span></p>\n",
            place(*number),
            escape(&contribution.title),
            Label::SelfReported.tag(),
            facts(contribution)
        );
        if let Some(diff) = contribution.diff.as_deref().filter(|diff| !diff.trim().is_empty()) {
            let shown = &diff[..diff.floor_char_boundary(LONGEST_DIFF)];
            body += &code::diff(shown);
            if shown.len() < diff.len() {
                let _ = writeln!(body, "<p class=\"small muted\">Only the first {} kB of the change are shown.</p>", LONGEST_DIFF / 1000);
            }
        }
        body += "</section>\n";
    }
    body += "</div>\n</main>\n";
    let title = format!("Contributions – {}", shown.site.owner);
    let description = format!("What {} changed in the projects of others, with the changes themselves.", shown.site.owner);
    page(shown, &Head { title: &title, description: &description, path: PATH, picture: SITE_PICTURE, published_on: None }, &body)
}

/// Each with its place in the site's list, which names it.
pub(crate) fn newest_first<'a>(shown: &Shown<'a>) -> Vec<(usize, &'a Contribution)> {
    let mut all: Vec<(usize, &Contribution)> = shown.site.contributions.iter().enumerate().collect();
    all.sort_by_key(|(_, contribution)| Reverse(contribution.on));
    all
}

pub(crate) fn place(number: usize) -> String {
    format!("contribution-{}", number + 1)
}

/// Project, day, and where to look it up.
pub(crate) fn facts(contribution: &Contribution) -> String {
    let look = match outward(&contribution.address) {
        Some(address) => {
            format!(" · <a href=\"{}\">look it up<span class=\"heard\">: {}</span></a>", escape(address), escape(&contribution.title))
        }
        None => String::new(),
    };
    format!("{} · {}{look}", escape(&contribution.project), time(contribution.on))
}
