import { expect, test } from "vitest";
import { requestGroups, sameColumns, secondsOf } from "../src/events/form";

const columns = (names: string[]) => names.map((name) => ({ name, data_type: "text", number: false, about: "" }));

test("a window is told in seconds", () => {
  expect(secondsOf(7, "days")).toBe(604_800);
  expect(secondsOf(1.5, "hours")).toBe(5_400);
});

test("tables of one kind of rows have the same columns in any order", () => {
  const table = (names: string[]) => ({ name: "t", about: "", rows: 1, columns: columns(names) });
  expect(sameColumns(table(["a", "b"]), table(["b", "a"]))).toBe(true);
  expect(sameColumns(table(["a", "b"]), table(["a"]))).toBe(false);
});

test("requests are grouped by what stands before their number, and what was not measured stays unknown", () => {
  const names = ["week", "endpoint", "requests", "rate_4xx", "rate_5xx", "rate_5xx_low", "rate_5xx_high", "p50_ms", "p95_ms", "p99_ms", "uptime"];
  const row = ["2026-01-05", null, "12", "0.25", "0.0833", "0.0149", "0.3539", null, null, null, "1.0"];
  const [group] = requestGroups({ columns: columns(names), rows: [row], truncated: false, total: 1 });
  expect(group).toMatchObject({ label: "2026-01-05 · (none)", requests: 12, clientErrors: 0.25, serverErrors: 0.0833, p50: null, uptime: 1 });
  const [all] = requestGroups({ columns: columns(names.slice(2)), rows: [row.slice(2)], truncated: false, total: 1 });
  expect(all?.label).toBe("All requests");
});
