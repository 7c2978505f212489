//! The real worker, driven through the real engine.

mod desk;
mod dialect;
mod escape;
mod formats;
mod life;
mod messages;
mod on_each;
mod results;
mod shipped;
mod warnings;
