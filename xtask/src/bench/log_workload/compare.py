#!/usr/bin/env python3
"""Asks eight queries of req.parquet in `footbridge sql` and in DuckDB, by turns, and prints one line a query.

Needs duckdb from PyPI. Usage: compare.py FOOTBRIDGE REQ.PARQUET [RUNS]
"""
import csv
import io
import math
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

import duckdb

footbridge, data = sys.argv[1], sys.argv[2]
runs = int(sys.argv[3]) if len(sys.argv) > 3 else 5


def queries():
    found, name = {}, None
    for line in Path(__file__).with_name("queries.sql").read_text().splitlines():
        if match := re.fullmatch(r"-- (\w+)", line):
            name = match[1]
        elif line.startswith("-- duckdb: "):
            found[name][1] = line.removeprefix("-- duckdb: ")
        elif name and line.strip():
            found.setdefault(name, [line, line])
    return found


def ask_footbridge(sql):
    start = time.perf_counter()
    done = subprocess.run([footbridge, "sql", "--csv", "--data", f"req={data}", sql.rstrip(";")], capture_output=True, text=True)
    if done.returncode:
        return None, done.stderr.splitlines()[0]
    rows = list(csv.reader(io.StringIO(done.stdout)))[1:]
    return time.perf_counter() - start, rows


def ask_duckdb(sql):
    start = time.perf_counter()
    connection = duckdb.connect(config={"threads": 2})
    connection.execute(f"CREATE VIEW req AS SELECT * FROM read_parquet('{data}')")
    rows = connection.execute(sql).fetchall()
    return time.perf_counter() - start, rows


def number(value):
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def numbers(column):
    return sorted(value for value in map(number, column) if value is not None)


def differ(ours, theirs):
    """The largest relative difference of the numbers, column by column, whatever the order of ties."""
    if len(ours) != len(theirs):
        return math.inf
    worst = 0.0
    for mine, other in zip(zip(*ours), zip(*theirs)):
        mine, other = numbers(mine), numbers(other)
        if len(mine) == len(other):
            worst = max([worst] + [abs(a - b) / max(abs(a), abs(b), 1e-12) for a, b in zip(mine, other)])
    return worst


def whole(sql):
    """The query without its last LIMIT: which of equal rows stand before it is nobody's fault."""
    return re.sub(r" LIMIT \d+;$", ";", sql)


ratios = []
for name, (our_sql, their_sql) in queries().items():
    ours, theirs = [], []
    for _ in range(runs):
        our_time, our_rows = ask_footbridge(our_sql)
        if our_time is None:
            break
        their_time, _ = ask_duckdb(their_sql)
        ours.append(our_time)
        theirs.append(their_time)
    if our_time is None:
        print(f"{name}: not answered: {our_rows}")
        continue
    difference = differ(ask_footbridge(whole(our_sql))[1], ask_duckdb(whole(their_sql))[1])
    ratio = statistics.median(ours) / statistics.median(theirs)
    ratios.append(ratio)
    print(f"{name}: {statistics.median(ours):.3f} s, DuckDB {statistics.median(theirs):.3f} s, ratio {ratio:.2f}, numbers differ by {difference:.1e}")
print(f"geometric mean of {len(ratios)} that were answered {statistics.geometric_mean(ratios):.2f}, DuckDB {duckdb.__version__}")
