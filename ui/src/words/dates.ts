const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const DAY_MS = 86_400_000;

/** Days since 1 January 1970 of an ISO date, or `undefined` when it is none. */
export function dayNumber(iso: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!match) return undefined;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  const back = new Date(time);
  if (back.getUTCMonth() + 1 !== Number(match[2]) || back.getUTCDate() !== Number(match[3])) return undefined;
  return time / DAY_MS;
}

/** The ISO date of a day number. */
export function isoOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

interface Parts {
  weekday: string;
  day: number;
  month: string;
  year: number;
}

function partsOf(iso: string): Parts | undefined {
  const number = dayNumber(iso);
  if (number === undefined) return undefined;
  const date = new Date(number * DAY_MS);
  return { weekday: WEEKDAYS[date.getUTCDay()] ?? "", day: date.getUTCDate(), month: MONTHS[date.getUTCMonth()] ?? "", year: date.getUTCFullYear() };
}

/** "2 June 2027", "May 2025" for a month. What is no date is shown as it stands: a year already reads as one. */
export function dateInWords(iso: string): string {
  const parts = partsOf(iso);
  if (parts) return `${parts.day} ${parts.month} ${parts.year}`;
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(iso);
  return month ? `${MONTHS[Number(month[2]) - 1]} ${month[1]}` : iso;
}

/** "2 June": where the year is plain from around it. */
export function dayAndMonth(iso: string): string {
  const parts = partsOf(iso);
  return parts ? `${parts.day} ${parts.month}` : iso;
}

/** "Tuesday 12 January 2027". */
export function weekdayAndDate(iso: string): string {
  const parts = partsOf(iso);
  return parts ? `${parts.weekday} ${parts.day} ${parts.month} ${parts.year}` : iso;
}

/** "14–20 December 2026", "28 December 2026 – 3 January 2027", "2 June 2027". */
export function spanInWords(from: string, to: string): string {
  const a = partsOf(from);
  const b = partsOf(to);
  if (!a || !b) return from === to ? from : `${from} – ${to}`;
  if (from === to) return dateInWords(from);
  if (a.year !== b.year) return `${dateInWords(from)} – ${dateInWords(to)}`;
  if (a.month !== b.month) return `${a.day} ${a.month} – ${dateInWords(to)}`;
  return `${a.day}–${dateInWords(to)}`;
}

/** "17 → 23 November 2026", "28 November → 1 December 2026": from which day to which. */
export function shiftInWords(from: string, to: string): string {
  const a = partsOf(from);
  const b = partsOf(to);
  if (!a || !b) return `${from} → ${to}`;
  if (a.year !== b.year) return `${dateInWords(from)} → ${dateInWords(to)}`;
  return a.month === b.month ? `${a.day} → ${dateInWords(to)}` : `${a.day} ${a.month} → ${dateInWords(to)}`;
}

/** "12 January 2027, 18:40" in the time zone of this machine, from an RFC 3339 instant. */
export function instantInWords(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const two = (n: number) => String(n).padStart(2, "0");
  return `${date.getDate()} ${MONTHS[date.getMonth()]} ${date.getFullYear()}, ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Days of a calendar, joined where they follow one another, in order and each once. */
export function groupDays(days: readonly string[]): { from: string; to: string }[] {
  const numbers = [...new Set(days.map(dayNumber).filter((day) => day !== undefined))].sort((a, b) => a - b);
  const groups: { from: number; to: number }[] = [];
  for (const day of numbers) {
    const last = groups.at(-1);
    if (last && last.to === day - 1) last.to = day;
    else groups.push({ from: day, to: day });
  }
  return groups.map(({ from, to }) => ({ from: isoOf(from), to: isoOf(to) }));
}

/** Every day from one to the other; empty when the second is before the first or more than a year away. */
export function daysBetween(from: string, to: string): string[] {
  const a = dayNumber(from);
  const b = dayNumber(to);
  if (a === undefined || b === undefined || b < a || b - a > 366) return [];
  return Array.from({ length: b - a + 1 }, (_, i) => isoOf(a + i));
}
