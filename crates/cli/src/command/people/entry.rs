use crate::Ending;
use crate::command::{Json, told};
use crate::context::Context;
use clap::Args;
use footbridge_app::view::{ContactBody, ContactView};

/// Add somebody by hand
#[derive(Debug, Args)]
#[command(
    after_long_help = "Example:\n  footbridge people add \"Ann Lee\" --company Acme --role \"Product manager\" --tag mentor\n\nA tag that has a cadence says how often to be in touch: `footbridge people cadence` shows them."
)]
pub(super) struct Add {
    /// Full name
    name: String,
    #[command(flatten)]
    fields: Fields,
    #[command(flatten)]
    json: Json,
}

/// Change somebody's entry; what is not given stays
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge people change \"Ann Lee\" --company Beta --role \"Technical product manager\"\n  footbridge people change \"Ann Lee\" --tag mentor --untag former-colleague\n  footbridge people change \"Ann Lee\" --mail \"\"                     takes the address out"
)]
pub(super) struct Change {
    /// Name or id
    who: String,
    /// Another name
    #[arg(long)]
    name: Option<String>,
    #[command(flatten)]
    fields: Fields,
    /// A tag to take off; can be given more than once
    #[arg(long)]
    untag: Vec<String>,
    #[command(flatten)]
    json: Json,
}

#[derive(Debug, Args)]
struct Fields {
    /// Where they work
    #[arg(long)]
    company: Option<String>,
    /// What they do there
    #[arg(long)]
    role: Option<String>,
    /// Mail address
    #[arg(long)]
    mail: Option<String>,
    /// Address of their profile on the web
    #[arg(long, value_name = "ADDRESS")]
    profile: Option<String>,
    /// A tag to put on; can be given more than once
    #[arg(long)]
    tag: Vec<String>,
}

impl Add {
    pub(super) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let body = self.fields.over(ContactBody { name: self.name.clone(), ..ContactBody::default() });
        let app = here.app()?;
        let view = app.add_contact(&body)?;
        if app.contact_called(&view.line.name).is_err() {
            here.tell(&format!(
                "Somebody else in your contacts is called so, too: the name alone means neither, `{}` means this one.",
                view.line.id
            ));
        }
        told(&view, self.json.json, here, || kept(&view))
    }
}

impl Change {
    pub(super) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        let id = app.contact_called(&self.who)?;
        let there = app.contact(&id)?;
        let off: Vec<String> = self.untag.iter().map(|tag| tag.trim().to_lowercase()).collect();
        let body = self.fields.over(ContactBody {
            version: there.version,
            name: self.name.clone().unwrap_or(there.line.name),
            company: there.company,
            position: there.position,
            mail: there.mail,
            profile: there.profile,
            tags: there.line.tags.into_iter().filter(|tag| !off.contains(tag)).collect(),
        });
        let view = app.change_contact(&id, &body)?;
        told(&view, self.json.json, here, || kept(&view))
    }
}

impl Fields {
    /// What was given, upon what is there.
    fn over(&self, mut body: ContactBody) -> ContactBody {
        let given = [
            (&mut body.company, &self.company),
            (&mut body.position, &self.role),
            (&mut body.mail, &self.mail),
            (&mut body.profile, &self.profile),
        ];
        for (field, given) in given {
            if let Some(text) = given {
                field.clone_from(text);
            }
        }
        body.tags.extend(self.tag.iter().cloned());
        body
    }
}

fn kept(view: &ContactView) -> String {
    format!("Kept, as {}.\n", view.line.id)
}
