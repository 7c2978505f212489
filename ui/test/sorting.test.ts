import { expect, it } from "vitest";
import type { ExerciseState, ReferenceRowView } from "../src/api/model";
import { nextOrder, sortedRows, type Order } from "../src/parts/sorting";
import { doFirst, shown } from "../src/work/filter";

const row = (level: string, from: number | null): ReferenceRowView => ({ cells: [level, from === null ? "" : String(from)], numbers: [null, from], kind: "fact", source: "s", date: "" });
const rows = [row("senior", 50), row("entry", 18), row("", 9), row("staff", null), row("mid", 30), row("head", 50)];
const sorted = (order: Order | undefined) => sortedRows(rows, order, (one, at) => (at === 1 ? one.numbers[at] : one.cells[at]));
const levels = (of: ReferenceRowView[]) => of.map((one) => one.cells[0]);

it("sorts numbers as numbers, the empty ones last either way, equal ones in their places", () => {
  expect(levels(sorted({ column: 1, down: false }))).toEqual(["", "entry", "mid", "senior", "head", "staff"]);
  expect(levels(sorted({ column: 1, down: true }))).toEqual(["senior", "head", "mid", "entry", "", "staff"]);
});

it("sorts words, and leaves the table as it came without an order", () => {
  expect(levels(sorted({ column: 0, down: false }))).toEqual(["entry", "head", "mid", "senior", "staff", ""]);
  expect(sorted(undefined)).toEqual(rows);
});

it("goes up, down, and back to the table's own order", () => {
  const up = nextOrder(undefined, 1);
  const down = nextOrder(up, 1);
  expect([up, down, nextOrder(down, 1), nextOrder(down, 0)]).toEqual([{ column: 1, down: false }, { column: 1, down: true }, undefined, { column: 0, down: false }]);
});

const item = (id: string, state: ExerciseState, waits_for: string[] = []) => ({ id, title: `The ${id}`, kind: "sql", minutes: 30, skills: ["Window functions"], state, passes_as: "verified" as const, waits_for, opens: `/work/${id}` });

it("filters by every word, the state and the kind", () => {
  const one = item("quota", "to-do");
  expect(shown(one, { words: "", state: "all", kind: "all" })).toBe(true);
  expect(shown(one, { words: "window QUOTA", state: "to-do", kind: "sql" })).toBe(true);
  expect(shown(one, { words: "window cache", state: "all", kind: "all" })).toBe(false);
  expect(shown(one, { words: "", state: "verified", kind: "all" })).toBe(false);
  expect(shown(one, { words: "", state: "all", kind: "write" })).toBe(false);
});

it("opens work in hand first, else the first that waits for nothing", () => {
  const track = (items: ReturnType<typeof item>[]) => [{ id: "t", title: "T", summary: "", goals: [], items }];
  expect(doFirst(track([item("a", "to-do"), item("b", "in-hand")]))?.id).toBe("b");
  expect(doFirst(track([item("a", "verified"), item("b", "to-do", ["a lesson"]), item("c", "to-do")]))?.id).toBe("c");
  expect(doFirst(track([item("a", "verified")]))).toBeUndefined();
});
