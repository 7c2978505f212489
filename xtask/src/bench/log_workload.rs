use super::{Learner, Measured};
use crate::folders::Folders;
use crate::program::{answer_of, output_of, run, say};
use std::process::Command;

/// Eight queries over ten million requests, by turns in `footbridge sql` and in DuckDB. Only where there is a Python with DuckDB, NumPy and
/// PyArrow, which this product needs for nothing else.
pub(super) fn measure(folders: &Folders, learner: &Learner) -> anyhow::Result<Option<Measured>> {
    let python = || Command::new("python3");
    if answer_of(python().args(["-c", "import duckdb, numpy, pyarrow"])).is_none() {
        say("Left out: the log workload. It needs a python3 with duckdb, numpy and pyarrow.");
        return Ok(None);
    }
    say("Measuring the log workload against DuckDB");
    let scripts = folders.root.join("xtask/src/bench/log_workload");
    let data = folders.own("req.parquet");
    if !data.exists() {
        run(python().arg(scripts.join("generate.py")).arg(&data))?;
    }
    let said = output_of(python().arg(scripts.join("compare.py")).arg(&learner.program).arg(&data))?;
    Ok(Some(Measured {
        what: "Eight queries over 10 million requests, against DuckDB",
        bar: "geometric mean 1.0 × DuckDB",
        figure: said.trim().replace('\n', "<br>"),
        how: "`xtask/src/bench/log_workload`: whole programs by turns, five runs each, medians; ours from the start of `footbridge sql` to its last row \
              as CSV, DuckDB from its connection to its last row in Python. Approximate percentiles are other methods and may differ."
            .to_owned(),
    }))
}
