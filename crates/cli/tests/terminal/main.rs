//! The real binary, from a shell's point of view: what it prints, where, and with which exit code.

mod init;
mod learner;
mod people;
mod refusals;
mod results;
mod serve;
mod walk;
mod writing;
