import type { PathView, StepView } from "../api/model";
import { dayAndMonth, dayNumber } from "../words/dates";

/** Where everything of the picture stands, in pixels. */
export interface Timeline {
  width: number;
  height: number;
  top: number;
  bottom: number;
  ticks: { x: number; label: string; anchor: Anchor }[];
  rows: TimelineRow[];
  today: { x: number; anchor: Anchor } | undefined;
}

export type Anchor = "start" | "middle" | "end";

/** One step. */
export interface TimelineRow {
  title: string;
  titleX: number;
  titleY: number;
  barY: number;
  /** Planned from and to; absent while the step has no dates. */
  bar: { x: number; width: number; done: number } | undefined;
  diamond: { x: number; reached: boolean; selfReported: boolean } | undefined;
  label: { x: number; y: number; anchor: Anchor; text: string } | undefined;
}

const BAR = 20;
const NARROW = 620;
/** Between two names of weeks. */
const NEAREST = 57;
/** Average width of a letter of 12 px Inter, for deciding where a label fits. */
const LETTER = 6.2;

/** Lays the path out for a picture of this width. Below 620 px the names of the steps stand above their bars. */
export function layOut(view: Pick<PathView, "start" | "today" | "weeks" | "steps">, width: number): Timeline {
  const narrow = width < NARROW;
  const left = narrow ? 4 : 176;
  const right = narrow ? 12 : 24;
  const first = dayNumber(view.start) ?? 0;
  const days = Math.max(7, view.weeks * 7);
  const across = width - left - right;
  const x = (iso: string) => left + (Math.min(days, Math.max(0, (dayNumber(iso) ?? first) - first)) / days) * across;

  const top = 34;
  const pitch = narrow ? 58 : 46;
  const rows = view.steps.map((step, i) => rowOf(step, { x, width, narrow, left, y: top + (narrow ? 26 : 16) + i * pitch }));
  const bottom = top + (narrow ? 8 : 6) + view.steps.length * pitch + 4;

  const now = dayNumber(view.today);
  const inside = now !== undefined && now >= first && now <= first + days;
  return { width, height: bottom + 22, top, bottom, ticks: ticksOf(view.weeks, { days, before: weekday(first), left, across, narrow }), rows, today: inside ? { x: x(view.today), anchor: anchorAt(x(view.today), width) } : undefined };
}

interface Frame {
  x: (iso: string) => number;
  width: number;
  narrow: boolean;
  left: number;
  y: number;
}

function rowOf(step: StepView, { x, width, narrow, left, y }: Frame): TimelineRow {
  const from = step.first ? x(step.first) : undefined;
  const to = step.last ? x(step.last) : undefined;
  const bar = from !== undefined && to !== undefined ? { x: from, width: Math.max(8, to - from), done: step.minutes > 0 ? Math.min(1, step.minutes_done / step.minutes) : 0 } : undefined;
  const date = step.milestone.date;
  const at = date ? x(date) : undefined;
  const diamond = at === undefined ? undefined : { x: at, reached: step.milestone.reached, selfReported: step.milestone.proof === "self-reported" };
  const title = narrow ? `${step.number} ${step.title}` : step.title;
  return { title, titleX: narrow ? left : 0, titleY: narrow ? y - 8 : y + 15, barY: y, bar, diamond, label: labelOf(step, { at, bar, width, narrow, left, y }) };
}

interface LabelFrame {
  at: number | undefined;
  bar: TimelineRow["bar"];
  width: number;
  narrow: boolean;
  left: number;
  y: number;
}

/** Right of the diamond where there is room, else left of it; on narrow screens only the date, above the bar. */
function labelOf(step: StepView, { at, bar, width, narrow, left, y }: LabelFrame): TimelineRow["label"] {
  const { date, title } = step.milestone;
  if (at === undefined || !date) return undefined;
  if (narrow) return { x: width - 4, y: y - 8, anchor: "end", text: dayAndMonth(date) };
  const barEnd = bar ? bar.x + bar.width : at;
  const beyond = Math.max(at + 14, barEnd > at + 12 ? 0 : barEnd + 4);
  const fits = (text: string) => text.length * LETTER;
  const free = barEnd <= at + 12;
  for (const text of [`${title} · ${dayAndMonth(date)}`, `${shortened(title)} · ${dayAndMonth(date)}`]) {
    if (free && beyond + fits(text) < width) return { x: beyond, y: y + 14, anchor: "start", text };
    const before = bar ? bar.x - 8 : at - 14;
    if (before - fits(text) > left) return { x: before, y: y + 14, anchor: "end", text };
    // Inside the bar, right of what is done, so that words never lie on the filled part.
    const clear = bar ? bar.x + bar.width * bar.done + 8 : left;
    if (at - 14 - fits(text) > clear) return { x: at - 14, y: y + 14, anchor: "end", text };
  }
  return below(`${title} · ${dayAndMonth(date)}`, { at, width, left, y });
}

/** Under the bar, where everything beside the diamond is taken. */
function below(text: string, { at, width, left, y }: { at: number; width: number; left: number; y: number }): TimelineRow["label"] {
  const half = (text.length * LETTER) / 2;
  const x = Math.min(width - half, Math.max(left + half, at));
  return { x, y: y + BAR + 12, anchor: "middle", text };
}

function shortened(title: string): string {
  return title.length <= 34 ? title : `${title.slice(0, 33).replace(/\s+\S*$/, "")} …`;
}

/** Days since Monday. Day 0 was a Thursday. */
function weekday(day: number): number {
  return (day + 3) % 7;
}

interface Scale {
  days: number;
  /** Days of the first week that lie before the start. */
  before: number;
  left: number;
  across: number;
  narrow: boolean;
}

/** A week begins on its Monday, as the plan counts; the first one, and the scale, at the start. */
function ticksOf(weeks: number, { days, before, left, across, narrow }: Scale): Timeline["ticks"] {
  const room = Math.max(2, Math.floor(across / (narrow ? 76 : 84)));
  const step = [1, 2, 3, 4, 6, 8, 10, 13, 26].find((size) => weeks / size <= room) ?? 52;
  const ticks: Timeline["ticks"] = [];
  for (let week = 1; week <= weeks; week += step) {
    const at = left + (Math.max(0, (week - 1) * 7 - before) / days) * across;
    // A start late in its week leaves no room before the second.
    if (week > 1 && at - ticks[ticks.length - 1]!.x < NEAREST) continue;
    ticks.push({ x: at, label: week === 1 ? "start" : `week ${week}`, anchor: week === 1 && narrow ? "start" : at > left + across - 16 ? "end" : "middle" });
  }
  return ticks;
}

function anchorAt(x: number, width: number): Anchor {
  if (x < 24) return "start";
  return x > width - 24 ? "end" : "middle";
}
