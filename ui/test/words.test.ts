import { describe, expect, it } from "vitest";
import { counted, elapsedInWords, grouped, hoursInFull, minutesInWords, rowsInWords, THIN, withThinSpaces } from "../src/words/amounts";
import { splitBackticks } from "../src/words/backticks";
import { dateInWords, dayAndMonth, dayNumber, daysBetween, groupDays, isoOf, shiftInWords, spanInWords, weekdayAndDate } from "../src/words/dates";

describe("dates", () => {
  it("are written out", () => {
    expect(dateInWords("2027-06-02")).toBe("2 June 2027");
    expect(dateInWords("2027-01-12T18:40:00Z")).toBe("12 January 2027");
    expect(dayAndMonth("2027-06-02")).toBe("2 June");
    expect(weekdayAndDate("2027-01-12")).toBe("Tuesday 12 January 2027");
  });
  it("of a month or a year are written as far as they go", () => {
    expect(["2025-05", "2026", "2025-13"].map(dateInWords)).toEqual(["May 2025", "2026", "2025-13"]);
  });
  it("that are none are shown as they stand", () => {
    expect(["", "soon", "2027-02-30", "2027-13-01"].map(dateInWords)).toEqual(["", "soon", "2027-02-30", "2027-13-01"]);
  });
  it.each([
    ["2026-12-14", "2026-12-20", "14–20 December 2026"],
    ["2026-11-30", "2026-12-06", "30 November – 6 December 2026"],
    ["2026-12-28", "2027-01-03", "28 December 2026 – 3 January 2027"],
    ["2027-06-02", "2027-06-02", "2 June 2027"],
  ])("from %s to %s", (from, to, words) => expect(spanInWords(from, to)).toBe(words));
  it.each([
    ["2026-11-17", "2026-11-23", "17 → 23 November 2026"],
    ["2026-12-03", "2026-11-28", "3 December → 28 November 2026"],
    ["2026-12-31", "2027-01-02", "31 December 2026 → 2 January 2027"],
  ])("moved from %s to %s", (from, to, words) => expect(shiftInWords(from, to)).toBe(words));
  it("survive the leap day", () => {
    expect(isoOf((dayNumber("2028-02-28") ?? 0) + 1)).toBe("2028-02-29");
    expect(dayNumber("2027-02-29")).toBeUndefined();
  });
});

describe("days off", () => {
  it("are joined where they follow one another, each once", () => {
    expect(groupDays(["2027-01-01", "2026-12-26", "2026-12-25", "2026-12-25", "never"])).toEqual([
      { from: "2026-12-25", to: "2026-12-26" },
      { from: "2027-01-01", to: "2027-01-01" },
    ]);
  });
  it("are the same again after grouping and spreading", () => {
    const days = ["2026-12-30", "2026-12-31", "2027-01-01", "2027-03-05"];
    expect(groupDays(days).flatMap(({ from, to }) => daysBetween(from, to))).toEqual(days);
  });
  it("are none when the end is before the beginning or too far away", () => {
    expect(daysBetween("2027-01-02", "2027-01-01")).toEqual([]);
    expect(daysBetween("2027-01-01", "2029-01-01")).toEqual([]);
  });
});

describe("amounts", () => {
  it("carry a narrow space before the unit", () => {
    expect([0, 55, 60, 65, 250].map(minutesInWords)).toEqual([`0${THIN}min`, `55${THIN}min`, `1${THIN}h`, `1${THIN}h${THIN}05`, `4${THIN}h${THIN}10`]);
    expect([elapsedInWords(84), elapsedInWords(1240)]).toEqual([`84${THIN}ms`, `1.2${THIN}s`]);
  });
  it("are counted and grouped", () => {
    expect([counted(1, "row"), counted(1204, "row"), counted(0, "piece")]).toEqual(["1 row", "1,204 rows", "0 pieces"]);
    expect([0, 999, 1000, 486112, 1000000].map(grouped)).toEqual(["0", "999", "1,000", "486,112", "1,000,000"]);
    expect([60, 360, 270].map(hoursInFull)).toEqual(["1 hour", "6 hours", "4.5 hours"]);
  });
  it("take the narrow space only before a unit", () => {
    expect(withThinSpaces("80 % of 5 s, 40 min")).toBe(`80${THIN}% of 5${THIN}s, 40${THIN}min`);
    expect(withThinSpaces("5 sections, 2 minutes, 3 hours, 7 map tiles")).toBe("5 sections, 2 minutes, 3 hours, 7 map tiles");
  });
});

describe("backticks", () => {
  it("mark code", () => {
    expect(splitBackticks("There is no column `quota` in `plans`.")).toEqual([
      { code: false, text: "There is no column " },
      { code: true, text: "quota" },
      { code: false, text: " in " },
      { code: true, text: "plans" },
      { code: false, text: "." },
    ]);
  });
  it("without a partner are plain", () => {
    expect(splitBackticks("a ` b")).toEqual([{ code: false, text: "a ` b" }]);
    expect(splitBackticks("`a` ` b")).toEqual([{ code: true, text: "a" }, { code: false, text: " ` b" }]);
  });
  it("keep every character", () => {
    for (const text of ["", "`", "``", "a`b`c`d", "plain"]) {
      const joined = splitBackticks(text).map((piece) => piece.text).join("");
      expect(joined.replaceAll("`", "")).toBe(text.replaceAll("`", ""));
    }
  });
});

it("how many rows are shown is counted once, and a count that stopped early says so", () => {
  const rows = (shown: number, truncated: boolean, total: number) => rowsInWords({ rows: Array(shown).fill([]), truncated, total });
  expect(rows(1, false, 1)).toBe("1 row");
  expect(rows(4, false, 7)).toBe("4 of 7 rows are shown");
  expect(rows(4, true, 7)).toBe("4 of at least 7 rows are shown");
  expect(rows(4, true, 4)).toBe("The first 4 rows are shown; there are more");
});
