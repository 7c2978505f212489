import { describe, expect, it } from "vitest";
import type { StepView } from "../src/api/model";
import { layOut } from "../src/plan/timeline";

const step = (number: number, first: string, last: string, date: string, done = 0): StepView => ({
  id: `s${number}`, number, title: `Step ${number}`, summary: [], weeks_in_guide: "", first, last, minutes: 100, minutes_done: done, work: [],
  milestone: { id: `m${number}`, title: "Explain microservices architecture in 5 minutes", step: `s${number}`, date, reached: false, needs: [] },
});
const view = { start: "2026-12-07", today: "2027-01-19", weeks: 27, steps: [step(1, "2026-12-07", "2027-01-31", "2027-01-30", 70), step(2, "2027-02-01", "2027-03-28", "2027-03-27"), step(3, "2026-12-07", "2027-06-13", "2027-06-12", 100), step(4, "2026-12-07", "2027-06-13", "2027-02-01", 80)] };

describe.each([280, 360, 620, 940, 1300])("a picture %i wide", (width) => {
  const picture = layOut(view, width);

  it("keeps everything inside", () => {
    for (const row of picture.rows) {
      expect(row.bar!.x).toBeGreaterThanOrEqual(0);
      expect(row.bar!.x + row.bar!.width).toBeLessThanOrEqual(width + 0.01);
      expect(row.barY + 20).toBeLessThanOrEqual(picture.bottom);
      const label = row.label;
      if (!label) continue;
      const length = label.text.length * 6.2;
      const from = { start: label.x, middle: label.x - length / 2, end: label.x - length }[label.anchor];
      expect(from).toBeGreaterThanOrEqual(0);
      expect(from + length).toBeLessThanOrEqual(width + 0.01);
    }
  });

  it("keeps the words of a milestone off what is done", () => {
    for (const row of picture.rows) {
      if (!row.label || row.label.y < row.barY || row.label.y > row.barY + 30 || !row.bar) continue;
      const length = row.label.text.length * 6.2;
      const from = row.label.anchor === "end" ? row.label.x - length : row.label.x;
      const doneTo = row.bar.x + row.bar.width * row.bar.done;
      const to = from + length;
      expect(row.bar.done === 0 || from >= doneTo || to <= row.bar.x).toBe(true);
    }
  });

  it("keeps the weeks of the scale apart", () => {
    const gaps = picture.ticks.slice(1).map((tick, i) => tick.x - picture.ticks[i]!.x);
    expect(Math.min(...gaps)).toBeGreaterThan(56);
  });
});

it("says every milestone, under the bar where there is no room beside it", () => {
  const rows = layOut(view, 940).rows;
  expect(rows.every((row) => row.label !== undefined)).toBe(true);
  expect(rows[3]!.label!.y).toBeGreaterThan(rows[3]!.barY + 20);
});

it("names a week at its Monday, as the plan counts them", () => {
  const labels = (start: string) => layOut({ ...view, start }, 940).ticks.map((tick) => [tick.label, Math.round(((tick.x - 176) / (940 - 176 - 24)) * 189)]);
  expect(labels("2026-12-07").slice(0, 3)).toEqual([["start", 0], ["week 5", 28], ["week 9", 56]]);
  expect(labels("2026-12-11").slice(0, 3)).toEqual([["start", 0], ["week 5", 24], ["week 9", 52]]);
});

it("puts today where it falls, and nowhere outside of the plan", () => {
  const picture = layOut(view, 940);
  expect(picture.today?.x).toBeCloseTo(176 + (43 / 189) * (940 - 176 - 24), 5);
  expect(layOut({ ...view, today: "2026-11-01" }, 940).today).toBeUndefined();
});

it("draws no bar for a step without dates", () => {
  const bare = { ...step(1, "", "", ""), first: null, last: null, milestone: { ...step(1, "", "", "").milestone, date: null } };
  expect(layOut({ ...view, steps: [bare] }, 940).rows[0]).toMatchObject({ bar: undefined, diamond: undefined, label: undefined });
});
