//! Writes the sample site, so that its looks can be judged: `cargo run -p footbridge-portfolio --example sample -- FOLDER [paper]`.

#[path = "sample_site/mod.rs"]
mod sample_site;

use footbridge_portfolio::{Theme, build, check, missing};
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("name the folder to write into")?;
    let theme = if arguments.next().as_deref() == Some("paper") { Theme::Paper } else { Theme::Workbench };
    let site = sample_site::rich(theme);
    let pages = build(&site);
    for page in &pages {
        let path = Path::new(&folder).join(&page.path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(path, &page.bytes)?;
    }
    println!("{} files in {folder}", pages.len());
    for finding in check(&pages).iter().chain(missing(&site).iter().map(|gap| &gap.finding)) {
        println!("{}", footbridge_diagnostic::render_text(finding, None, false));
    }
    Ok(())
}
