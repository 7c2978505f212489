//! The real binary, from a shell's point of view: what it prints, where, and with which exit code.

mod analytics;
mod init;
mod jobs;
mod learner;
mod measuring;
mod mock;
mod model;
mod people;
mod practice;
mod private;
mod refusals;
mod results;
mod resume;
mod serve;
mod sql_walk;
mod walk;
mod writing;
