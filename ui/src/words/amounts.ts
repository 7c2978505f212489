/** Narrow and unbreakable: stands between a number and its unit. */
export const THIN = "\u202f";

/** "25 min", "1 h", "4 h 10". */
export function minutesInWords(minutes: number): string {
  if (minutes < 60) return `${minutes}${THIN}min`;
  const rest = minutes % 60;
  const hours = `${Math.floor(minutes / 60)}${THIN}h`;
  return rest === 0 ? hours : `${hours}${THIN}${String(rest).padStart(2, "0")}`;
}

/** "6 hours", "4.5 hours", where it stands in a sentence. */
export function hoursInFull(minutes: number): string {
  const hours = minutes / 60;
  return `${Number.isInteger(hours) ? hours : hours.toFixed(1)} ${hours === 1 ? "hour" : "hours"}`;
}

/** Sets the narrow space where a plain one stands between a number and its unit. */
export function withThinSpaces(text: string): string {
  return text.replace(/(\d) (?=(?:%|ms|µs|s|min|h|kB|MB|GB)(?![\p{L}\d]))/gu, `$1${THIN}`);
}

/** "1 row", "1,204 rows". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** 486112 → "486,112". */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/** "850 ms", "1.2 s". */
export function elapsedInWords(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds}${THIN}ms` : `${(milliseconds / 1000).toFixed(1)}${THIN}s`;
}

/** "5 rows", or how many of all rows are shown; where reading stopped early, of how many at least. */
export function rowsInWords({ rows, truncated, total }: { rows: readonly unknown[]; truncated: boolean; total: number }): string {
  const shown = grouped(rows.length);
  if (total > rows.length) return `${shown} of ${truncated ? "at least " : ""}${counted(total, "row")} are shown`;
  return truncated ? `The first ${counted(rows.length, "row")} are shown; there are more` : counted(rows.length, "row");
}
