//! The real server on a real socket, spoken to by a client that says whatever an attacker could.

mod api;
mod attacks;
mod browser;
mod front;
mod jobs;
mod launch;
mod practice;
mod resume;
mod roadmap;
mod running;
mod sample;
