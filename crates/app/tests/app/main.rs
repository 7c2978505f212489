//! The whole application under a frozen clock and a disk in memory.

mod answers;
mod course;
mod desk;
mod disk_faults;
mod folder;
mod people;
mod privacy;
mod strangers;
mod variants;
mod walk;
mod writing;
