use crate::Ending;
use crate::command::{Json, told};
use crate::context::Context;
use clap::Args;
use footbridge_app::view::PlanTouchBody;

/// Plan to be in touch with somebody on a day; it comes back on Today and in the calendar
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge people plan \"Ann Lee\" --on 2027-02-03 --note \"her new team\"\n  footbridge people plan \"Ann Lee\" --off\n\nThe next touch with them settles it, and a later plan takes its place."
)]
pub(super) struct Plan {
    /// Name or id
    who: String,
    /// The day, today or later
    #[arg(long, value_name = "DATE", required_unless_present = "off", default_value = "", hide_default_value = true)]
    on: String,
    /// What it is to be about
    #[arg(long, default_value = "", hide_default_value = true)]
    note: String,
    /// Call the plan off
    #[arg(long, conflicts_with_all = ["on", "note"])]
    off: bool,
    #[command(flatten)]
    json: Json,
}

impl Plan {
    pub(super) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        let view = app.plan_touch(&app.contact_called(&self.who)?, &PlanTouchBody { on: self.on.clone(), note: self.note.clone() })?;
        told(&view, self.json.json, here, || match &view.planned {
            Some(planned) => format!("Planned for {}.\n", planned.on),
            None => "The plan is called off.\n".to_owned(),
        })
    }
}
