//! The SQL protocol and its client: confine, run, kill; compare results.
//!
//! [`Engine`] keeps a few warm worker processes (the `footbridge-query` binary) and sends each query to one of them. The worker holds
//! the SQL engine and is confined by the operating system; this side holds the clock and kills. Nothing here knows the SQL engine or
//! what a query is for.
//!
//! Data files are opened here and handed to the worker as open files, so a worker on Unix needs no right to open any path at all.

pub mod compare;
mod confinement;
pub mod database;
mod engine;
mod failure;
mod limit;
pub mod mutate;
mod pool;
pub mod protocol;
mod request;
mod source;
mod table;
mod walk;
mod worker;

pub use compare::{ColumnMatch, Comparison, Difference, Order, Rules, SortKey, Tolerance, compare};
pub use confinement::{Confinement, Measure, Safeguard};
pub use database::{Database, OnEach};
pub use engine::{Engine, EngineConfig};
pub use failure::{Broken, Failure};
pub use request::{Answer, Format, Limits, Request, Source, TableSchema};
pub use table::{Column, DataType, Table, Value};
pub use walk::{walk, walk_mut};
