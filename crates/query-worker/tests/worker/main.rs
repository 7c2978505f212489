//! The real worker, driven through the real engine.

mod desk;
mod dialect;
mod escape;
mod formats;
mod life;
mod messages;
mod results;
mod shipped;
mod warnings;
