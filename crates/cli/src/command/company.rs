use super::application::tell_unreadable;
use super::people::{more_paths, path_line};
use super::{Json, told};
use crate::Ending;
use crate::context::Context;
use crate::terminal::{Page, Table, words};
use clap::{Args, Subcommand};
use footbridge_app::view::{CompaniesView, CompanyBody, CompanyView};

/// Companies to aim at: a card for each, and whom you know there
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge company list\n  footbridge company add Acme --product \"Payments for shops that sell in more than one country\"\n  footbridge company show acme\n\nEach card is a Markdown file in private/companies, which is yours to edit. Nothing about them is sent anywhere."
)]
pub(crate) struct Company {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Companies you aim at, those with a card, and those the Guide names
    #[command(after_long_help = "Example:\n  footbridge company list")]
    List {
        /// Count weak paths too: only part of the name agrees, or it is a former employer
        #[arg(long)]
        weak: bool,
        #[command(flatten)]
        json: Json,
    },
    /// One company: its card, what is missing in it, and whom you know there
    #[command(after_long_help = "Example:\n  footbridge company show postman")]
    Show {
        /// Name, or a part of it
        name: String,
        /// Show weak paths too
        #[arg(long)]
        weak: bool,
        #[command(flatten)]
        json: Json,
    },
    /// Begin a card; fill it in your editor, or with the options
    #[command(
        after_long_help = "Example:\n  footbridge company add Acme --change \"2026-11-02: version 3 of the refunds API, https://acme.example/changelog\""
    )]
    Add {
        /// Name of the company
        name: String,
        /// What they sell
        #[arg(long, default_value = "", hide_default_value = true)]
        product: String,
        /// What their API does, and who calls it
        #[arg(long, default_value = "", hide_default_value = true)]
        api: String,
        /// Who uses it
        #[arg(long, default_value = "", hide_default_value = true)]
        users: String,
        /// A recent change, with its date and address; may be repeated
        #[arg(long = "change", value_name = "CHANGE")]
        changes: Vec<String>,
        #[command(flatten)]
        json: Json,
    },
}

impl Company {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        match &self.what {
            What::List { weak, json } => {
                let view = app.companies(*weak)?;
                told(&view, json.json, here, || list(&view, here))
            }
            What::Show { name, weak, json } => {
                let view = with_paths(app.company(&app.company_called(name)?)?, *weak);
                told(&view, json.json, here, || one(&view, here))
            }
            What::Add { name, product, api, users, changes, json } => {
                let changes: Vec<String> = changes.iter().map(|change| format!("- {change}")).collect();
                let [name, product, api, users] = [name, product, api, users].map(String::clone);
                let body = CompanyBody { name, product, api, users, changes: changes.join("\n"), ..CompanyBody::default() };
                let view = with_paths(app.keep_company(&body)?, false);
                told(&view, json.json, here, || one(&view, here))
            }
        }
    }
}

/// Weak paths only when they are asked for; how many there are is told all the same.
fn with_paths(mut view: CompanyView, weak: bool) -> CompanyView {
    view.paths.retain(|path| weak || path.strength != "weak");
    view
}

fn list(view: &CompaniesView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&view.answer);
    page.says(&view.counts);
    page.gap();
    let mut table = Table::new(&["company", "card", "missing", "known there", "from"], &[]);
    for company in &view.companies {
        let missing = if company.state == "begun" { company.missing.join(", ") } else { String::new() };
        let cells = [company.name.clone(), company.state.clone(), missing, company.people.join(", "), company.from.clone()];
        table.row(cells.iter().map(|cell| words(cell)).collect());
    }
    page.table(&table);
    tell_unreadable(&mut page, &view.unreadable);
    page.finish()
}

fn one(view: &CompanyView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&view.line.name);
    match &view.file {
        Some(file) => page.aside(&format!("The card is {file}.")),
        None => page.says("There is no card yet; `footbridge company add` begins one."),
    }
    for part in &view.parts {
        page.heading(&part.title);
        let is_missing = view.line.missing.contains(&part.title);
        part.text.lines().filter(|line| !line.trim().is_empty()).for_each(|line| page.says(line));
        if is_missing {
            page.aside(&format!("Missing: {}", part.asks));
        }
    }
    if !view.paths.is_empty() {
        page.heading("Known there");
    }
    view.paths.iter().for_each(|path| page.point(&path_line(path)));
    let hidden = (view.weak_paths as usize).saturating_sub(view.paths.iter().filter(|path| path.strength == "weak").count());
    if hidden > 0 {
        page.aside(&more_paths(hidden));
    }
    page.finish()
}
