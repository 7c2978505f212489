//! The whole application under a frozen clock and a disk in memory.

mod answers;
mod asking;
mod backup;
mod cited;
mod contacts;
mod course;
mod decisions;
mod desk;
mod disk_faults;
mod evaluation;
mod folder;
mod jobs;
mod mock;
mod own_cards;
mod people;
mod privacy;
mod recall;
mod recall_interviews;
mod records;
mod replies;
mod resume;
mod retests;
mod strangers;
mod variants;
mod walk;
mod writing;
