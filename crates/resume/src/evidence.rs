//! Which evidence backs which bullet.
//!
//! JSON Resume has bullets that are bare texts, so the link stands beside them, where the schema lets every tool keep things of its own:
//!
//! ```json
//! "meta": {"footbridge": {"evidence": [
//!   {"bullet": "/work/0/highlights/1", "text": "Cut p95 latency from 900 to 240 ms.", "evidence": "design-read-heavy"}
//! ]}}
//! ```
//!
//! `bullet` is a JSON pointer into this document and `text` the bullet's words when it was linked. Somebody who sorts their bullets in
//! another tool moves them away from under the pointer; the words find them again. A bullet that was reworded has lost its proof, and the
//! link says so instead of backing a claim nobody checked.

use crate::content::{Bullet, LooseLink, Section};
use crate::json::{Member, Node, Value};
use crate::ours;
use crate::resume::Resume;

/// One bullet and the evidence that backs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceLink {
    /// The bullet, as [`Bullet::pointer`] has it.
    pub bullet: String,
    /// Id of the evidence.
    pub evidence: String,
}

/// The résumé with these links and no others. A link to a bullet that is not there is left out.
pub fn with_evidence(resume: &Resume, links: &[EvidenceLink]) -> Resume {
    relinked(resume, links.iter().filter_map(|link| made(resume, link)).collect())
}

/// The résumé with one link more. `None` when there is no such bullet.
pub fn link(resume: &Resume, link: &EvidenceLink) -> Option<Resume> {
    let made = made(resume, link)?;
    let bullets: Vec<&Bullet> = resume.content().bullets().collect();
    // What stood behind other words of this bullet is told anew by this link.
    let is_replaced = |old: &Node| {
        let same = old.get("evidence").and_then(Node::text) == Some(link.evidence.as_str());
        same && fitting(old, &bullets).is_none_or(|at| bullets[at].pointer == link.bullet)
    };
    let kept = links(resume.document()).iter().filter(|old| !is_replaced(old)).cloned();
    Some(relinked(resume, kept.chain([made]).collect()))
}

/// The résumé without the link of a bullet to a piece of evidence; without a bullet, without the links to it that fit none.
pub fn unlink(resume: &Resume, bullet: Option<&str>, evidence: &str) -> Resume {
    let bullets: Vec<&Bullet> = resume.content().bullets().collect();
    let is_meant = |old: &Node| {
        let at = fitting(old, &bullets).map(|at| bullets[at].pointer.as_str());
        at == bullet && old.get("evidence").and_then(Node::text) == Some(evidence)
    };
    relinked(resume, links(resume.document()).iter().filter(|old| !is_meant(old)).cloned().collect())
}

fn made(resume: &Resume, link: &EvidenceLink) -> Option<Node> {
    let bullet = resume.content().bullets().find(|bullet| bullet.pointer == link.bullet)?;
    let fields = [("bullet", &link.bullet), ("text", &bullet.written.text), ("evidence", &link.evidence)];
    let members = fields.map(|(key, text)| Member { key: key.to_owned(), key_span: 0..0, node: Node::made_text(text) });
    Some(Node::made(Value::Object(members.into())))
}

fn relinked(resume: &Resume, links: Vec<Node>) -> Resume {
    let mut document = resume.document().clone();
    ours::set(&mut document, "evidence", Node::made(Value::List(links)));
    resume.changed(document)
}

/// Hangs every link on its bullet and returns those that fit none.
pub(crate) fn attach(document: &Node, sections: &mut [Section]) -> Vec<LooseLink> {
    let mut bullets: Vec<&mut Bullet> =
        sections.iter_mut().flat_map(|section| &mut section.entries).flat_map(|entry| &mut entry.bullets).collect();
    let mut loose = Vec::new();
    for link in links(document) {
        let Some(evidence) = link.get("evidence").and_then(Node::text) else { continue };
        match fitting(link, &bullets) {
            Some(at) => bullets[at].evidence.push(evidence.to_owned()),
            None => loose.push(LooseLink {
                evidence: evidence.to_owned(),
                text: link.get("text").and_then(Node::text).map(str::to_owned),
                span: link.span.clone(),
            }),
        }
    }
    loose
}

/// Moves the links of `document` to where their bullets went: `moved` has the old and the new pointer of each bullet that stayed.
pub(crate) fn follow(document: &mut Node, resume: &Resume, moved: &[(String, String)]) {
    let bullets: Vec<&Bullet> = resume.content().bullets().collect();
    let old_links = links(resume.document());
    if old_links.is_empty() {
        return;
    }
    let kept = old_links.iter().filter_map(|link| {
        let bullet = bullets[fitting(link, &bullets)?];
        let (_, new) = moved.iter().find(|(old, _)| *old == bullet.pointer)?;
        let mut link = link.clone();
        link.set("bullet", Node::made_text(new));
        Some(link)
    });
    let kept = kept.collect();
    ours::set(document, "evidence", Node::made(Value::List(kept)));
}

fn links(document: &Node) -> &[Node] {
    ours::get(document, "evidence").map_or(&[][..], Node::items)
}

/// The bullet a link means: the one it points at when the words agree, else the only one with these words.
fn fitting<B: std::borrow::Borrow<Bullet>>(link: &Node, bullets: &[B]) -> Option<usize> {
    let pointed = link.get("bullet").and_then(Node::text);
    let at = bullets.iter().position(|bullet| Some(bullet.borrow().pointer.as_str()) == pointed);
    let Some(words) = link.get("text").and_then(Node::text).map(str::trim) else { return at };
    let agrees = |at: &usize| bullets[*at].borrow().written.text == words;
    at.filter(agrees).or_else(|| {
        let mut same = (0..bullets.len()).filter(agrees);
        same.next().filter(|_| same.next().is_none())
    })
}
