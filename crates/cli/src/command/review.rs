use super::own_file::bytes_of;
use super::{Json, told};
use crate::Ending;
use crate::context::Context;
use clap::{Args, Subcommand};
use footbridge_app::LARGEST_REVIEW;
use std::path::PathBuf;

/// Have another person read a piece of writing, by file
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge review page prd-api-feature                       a page to give away; it opens in any browser\n  footbridge review take prd-api-feature review-prd.json       what came back"
)]
pub(crate) struct Review {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Write the page that another person reads and scores the text on
    #[command(after_long_help = "Example:\n  footbridge review page prd-api-feature")]
    Page {
        /// Id of the exercise
        exercise: String,
        #[command(flatten)]
        json: Json,
    },
    /// Take in the file that came back
    #[command(after_long_help = "Example:\n  footbridge review take prd-api-feature review-prd-api-feature-2026-05-31.json")]
    Take {
        /// Id of the exercise
        exercise: String,
        /// The file that the page saved
        file: PathBuf,
        #[command(flatten)]
        json: Json,
    },
}

impl Review {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        match &self.what {
            What::Page { exercise, json } => {
                let view = app.review_page(exercise)?;
                let ending = told(&view, json.json, here, || format!("{}\n", here.folder().join(&view.path).display()))?;
                here.tell(&view.says);
                Ok(ending)
            }
            What::Take { exercise, file, json } => {
                let bytes = bytes_of(file, LARGEST_REVIEW)?;
                let view = app.take_review(exercise, &file.display().to_string(), &bytes)?;
                told(&view, json.json, here, || format!("{} See `footbridge rubric {exercise}`.\n", view.says))
            }
        }
    }
}
