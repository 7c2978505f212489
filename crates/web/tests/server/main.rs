//! The real server on a real socket, spoken to by a client that says whatever an attacker could.

mod api;
mod attacks;
mod browser;
mod front;
mod launch;
mod running;
mod sample;
