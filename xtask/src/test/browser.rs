use super::{Stage, stage};
use crate::folders::{Folders, copy_without};
use crate::local::Local;
use crate::node::Node;
use crate::program::{answer_of, run, say};
use crate::run::{build_footbridge, build_front_end, build_worker};
use anyhow::{Context, bail};
use std::env;
use std::fs;
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
    let own = folders.emptied("browser")?;
    let server = |arguments: &[&str]| {
        let mut footbridge = folders.footbridge();
        footbridge.args(arguments).args(["--no-open", "--port", "0"]).env("XDG_CONFIG_HOME", &own).env("TMPDIR", &own);
        footbridge
    };
    let test = |project: &str, local: &Local| {
        let mut e2e = Node::find()?.script_command(folders, "e2e");
        e2e.args(["--", "--project", project]);
        run(e2e.env("FOOTBRIDGE_URL", &local.url).env("CHROMIUM", &chromium))
    };
    say("Starting the sample learner");
    let sample = Local::start(&mut server(&["demo"]))?;
    let beginning = own.join("beginning");
    // As a clone of its repository has it, where nothing private is, and without the résumé.
    copy_without(&["private", "resume.json", ".footbridge"], &sample_in(&own)?, &beginning)?;
    test("lived-in", &sample)?;
    say("Starting the same learner without contacts, applications and résumé");
    test("beginnings", &Local::start(server(&["serve"]).env("FOOTBRIDGE_HOME", &beginning))?)?;
    say("Starting somebody new, in an empty folder");
    let nothing = own.join("first-day");
    fs::create_dir(&nothing)?;
    test("first-day", &Local::start(server(&["serve", "--development"]).env("FOOTBRIDGE_HOME", &nothing))?)
}

/// The folder in which the sample learner was made.
fn sample_in(own: &Path) -> anyhow::Result<PathBuf> {
    let mut entries = own.read_dir()?.filter_map(Result::ok).map(|entry| entry.path());
    entries.find(|path| path.join("footbridge.toml").is_file()).context("the sample learner has a folder")
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
