//! What the queries answer on the real engine, beside a plain reckoning.

mod api;
mod desk;
mod exports;
mod first_call;
mod funnel;
mod google_parquet;
mod odd;
mod parquet;
mod pictures;
mod returns;
