use crate::Ending;
use crate::command::{Json, told};
use crate::context::{Context, refusal};
use crate::terminal::{Page, Table, words};
use clap::Args;
use footbridge_app::view::{GatheringBody, GatheringView, PeopleView};

/// Communities and conferences: list them, write one down, or say what came of it
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge people gatherings\n  footbridge people gatherings \"API talks\" --kind meetup --on 2027-02-03\n  footbridge people gatherings \"API talks\" --came-of-it \"Two questions answered\" --met \"Ann Lee\"\n\nThey stand in private/gatherings.toml, which is yours to edit."
)]
pub(super) struct Gatherings {
    /// What it is called; one that is written down already is changed
    name: Option<String>,
    /// conference, virtual-conference, meetup or community
    #[arg(long, requires = "name")]
    kind: Option<String>,
    /// First day, when it is not today
    #[arg(long, value_name = "DATE", requires = "name")]
    on: Option<String>,
    /// Last day, when it is not the first one
    #[arg(long, value_name = "DATE", requires = "name")]
    until: Option<String>,
    /// What came of it
    #[arg(long, value_name = "TEXT", requires = "name")]
    came_of_it: Option<String>,
    /// Name or id of a contact you met there; can be given more than once
    #[arg(long, value_name = "WHO", requires = "name")]
    met: Vec<String>,
    #[command(flatten)]
    json: Json,
}

impl Gatherings {
    pub(super) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        let mut view = app.people(false)?;
        if let Some(name) = &self.name {
            view = app.keep_gathering(&self.body(name, &view)?)?;
        }
        told(&view.gatherings, self.json.json, here, || list(&view, here))
    }

    /// What was given, upon what is written down already.
    fn body(&self, name: &str, view: &PeopleView) -> anyhow::Result<GatheringBody> {
        let called = |gathering: &&GatheringView| gathering.name.to_lowercase() == name.trim().to_lowercase();
        let there: Vec<&GatheringView> = view.gatherings.iter().filter(called).collect();
        // The same conference comes again every year: with another day it is another one.
        let there = there.iter().find(|gathering| self.on.as_ref().is_none_or(|on| *on == gathering.on));
        let kind = self.kind.clone().or_else(|| there.map(|there| there.kind.clone()));
        let kind = kind.ok_or_else(|| {
            let kinds: Vec<&str> = view.gathering_kinds.iter().map(|kind| kind.id.as_str()).collect();
            refusal(
                "No gathering of this name is written down yet, so its kind is needed.",
                format!("Add --kind with one of: {}.", kinds.join(", ")),
            )
        })?;
        let or_there = |given: &Option<String>, of: fn(&GatheringView) -> &String| {
            given.clone().or_else(|| there.map(|there| of(there).clone())).unwrap_or_default()
        };
        let met_before = there.iter().flat_map(|there| there.met.iter().map(|contact| contact.id.clone()));
        Ok(GatheringBody {
            version: there.map(|there| there.version.clone()).unwrap_or_default(),
            name: there.map_or_else(|| name.to_owned(), |there| there.name.clone()),
            kind,
            on: or_there(&self.on, |there| &there.on),
            until: or_there(&self.until, |there| &there.until),
            came_of_it: or_there(&self.came_of_it, |there| &there.came_of_it),
            met: met_before.chain(self.met.iter().cloned()).collect(),
        })
    }
}

fn list(view: &PeopleView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    if view.gatherings.is_empty() {
        page.says("No community and no conference is written down yet.");
        page.aside("`footbridge people gatherings \"API talks\" --kind meetup` writes one down.");
        return page.finish();
    }
    let mut table = Table::new(&["what", "kind", "when", "met", "what came of it"], &[]);
    for gathering in &view.gatherings {
        let when = if gathering.on == gathering.until { gathering.on.clone() } else { format!("{} to {}", gathering.on, gathering.until) };
        let met: Vec<&str> = gathering.met.iter().map(|contact| contact.name.as_str()).collect();
        let came_of_it = if gathering.wants_outcome { "not written down yet" } else { &gathering.came_of_it };
        table.row(vec![words(&gathering.name), words(&gathering.kind_words), words(&when), words(&met.join(", ")), words(came_of_it)]);
    }
    page.table(&table);
    page.finish()
}
