//! What the queries answer on the real engine, beside a plain reckoning.

mod api;
mod desk;
mod exports;
mod funnel;
mod pictures;
mod returns;
