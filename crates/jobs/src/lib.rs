//! What a job description asks for, what shows it, what is known of a company, and how applications go.
//!
//! Functions of their inputs: texts and skills come in, days as values, and nothing is stored or sent. There is no score: what is asked for
//! is laid beside what shows it, each with its quote, and counted. This crate knows neither the course nor the contacts.

mod address;
mod application;
mod application_file;
mod company_card;
mod description;
mod follow_up;
mod funnel;
mod lower;
mod matching;
mod report;
mod skill;
mod stuffing;
mod table;

pub use address::is_address;
pub use application::{
    Application, FollowedUp, Interview, Kept, Made, Reason, Rejection, STAGE_ORDER, Sent, Stage, StageName, application_faults,
};
pub use application_file::{
    ApplicationFile, Entry, LONGEST_APPLICATION, NotAdded, added, begun, read_application, stage_taken_back, taken_back,
};
pub use company_card::{Card, CardError, CardPart, LONGEST_CARD, kind_in, read_card, with_parts};
pub use description::{Description, Kind, LONGEST_TEXT, Must, Requirement, Years, requirements};
pub use follow_up::{FollowUp, follow_ups};
pub use funnel::{Step, funnel, reasons};
pub use matching::{Count, Coverage, Evidence, Line, Shown, Work, cover};
pub use report::{Report, Row, report};
pub use skill::Skill;
pub use stuffing::stuffing;
pub use table::to_csv;
