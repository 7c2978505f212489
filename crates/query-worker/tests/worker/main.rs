//! The real worker, driven through the real engine.

mod desk;
mod escape;
mod formats;
mod life;
mod messages;
mod results;
