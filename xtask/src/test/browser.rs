use super::{Stage, stage};
use crate::folders::Folders;
use crate::local::Local;
use crate::node::Node;
use crate::program::{answer_of, run, say};
use crate::run::{build_footbridge, build_front_end, build_worker};
use anyhow::bail;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

pub(super) fn stages() -> Vec<Stage> {
    vec![
        stage("What the browser tests need is built", |folders| {
            build_front_end(&Node::find()?, folders)?;
            build_worker(folders, false)?;
            build_footbridge(folders, false)
        }),
        stage("The real binary in a real Chromium", in_the_browser),
    ]
}

fn in_the_browser(folders: &Folders) -> anyhow::Result<()> {
    let chromium = chromium()?;
    say("Starting the sample learner");
    let own = folders.emptied("browser")?;
    let mut demo = folders.footbridge();
    demo.args(["demo", "--no-open", "--port", "0"]).env("XDG_CONFIG_HOME", &own).env("TMPDIR", &own);
    let local = Local::start(&mut demo)?;
    let mut e2e = Node::find()?.script_command(folders, "e2e");
    run(e2e.env("FOOTBRIDGE_URL", &local.url).env("CHROMIUM", chromium))
}

/// A Chromium: the one named in `$CHROMIUM`, one that is installed, or Debian's, installed now where that is allowed.
fn chromium() -> anyhow::Result<PathBuf> {
    if let Some(found) = find_chromium() {
        return Ok(found);
    }
    let may_install = answer_of(Command::new("id").arg("-u")).as_deref() == Some("0") && Path::new("/usr/bin/apt-get").exists();
    if may_install {
        say("Installing Debian's Chromium");
        run(Command::new("apt-get").args(["update", "--quiet"]))?;
        run(Command::new("apt-get").args(["install", "--yes", "--quiet", "--no-install-recommends", "chromium"]))?;
    }
    match find_chromium() {
        Some(found) => Ok(found),
        None => {
            bail!("the browser tests need Chromium: install it (on Debian `sudo apt-get install chromium`), or name a Chromium in CHROMIUM")
        }
    }
}

fn find_chromium() -> Option<PathBuf> {
    let named = env::var_os("CHROMIUM").map(PathBuf::from);
    let places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];
    named.into_iter().chain(places.map(PathBuf::from)).find(|place| place.is_file())
}
