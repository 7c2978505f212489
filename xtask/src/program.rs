use anyhow::{Context, bail};
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// Says what comes next, on standard error as cargo does.
pub(crate) fn say(text: &str) {
    eprintln!("==> {text}");
}

/// Runs a program and shows what it prints; anything but success is an error that repeats the command.
pub(crate) fn run(command: &mut Command) -> anyhow::Result<()> {
    let line = line_of(command);
    eprintln!("    {line}");
    let status = command.status().with_context(|| format!("`{line}` could not be started"))?;
    if !status.success() {
        bail!("`{line}` failed: {status}");
    }
    Ok(())
}

/// Runs a program and returns what it prints on standard output.
pub(crate) fn output_of(command: &mut Command) -> anyhow::Result<String> {
    let line = line_of(command);
    let output = command.stderr(Stdio::inherit()).output().with_context(|| format!("`{line}` could not be started"))?;
    if !output.status.success() {
        bail!("`{line}` failed: {}", output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{line}` printed something that is no text"))
}

/// Whether a program can be started at all, and what it prints; nothing otherwise.
pub(crate) fn answer_of(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A command as a person would type it.
fn line_of(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut line = program.file_stem().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    for argument in command.get_args().map(OsStr::to_string_lossy) {
        match argument.contains(char::is_whitespace) {
            true => write!(line, " '{argument}'"),
            false => write!(line, " {argument}"),
        }
        .expect("writing to a String cannot fail");
    }
    line
}
