import type { RowsView, TableSchemaView } from "../api/model";

export const SECONDS = { minutes: 60, hours: 3_600, days: 86_400, weeks: 604_800 } as const;

export type WindowUnit = keyof typeof SECONDS;

/** A length of time in whole seconds. */
export function secondsOf(count: number, unit: WindowUnit): number {
  return Math.round(count * SECONDS[unit]);
}

/** Whether two tables hold the same kind of rows. */
export function sameColumns(one: TableSchemaView, other: TableSchemaView): boolean {
  const names = (table: TableSchemaView) => table.columns.map((column) => column.name).sort().join("\n");
  return names(one) === names(other);
}

/** Requests of one group: what is drawn of them. */
export interface RequestGroup {
  label: string;
  requests: number;
  p50: number | null;
  p95: number | null;
  p99: number | null;
  clientErrors: number;
  serverErrors: number;
  low: number;
  high: number;
  uptime: number | null;
}

/** The rows of an answer about an API. Columns before `requests` say of which group a row is. */
export function requestGroups(rows: RowsView): RequestGroup[] {
  const at = (name: string) => rows.columns.findIndex((column) => column.name === name);
  const groups = Math.max(0, at("requests"));
  return rows.rows.map((row) => {
    const number = (name: string) => {
      const cell = row[at(name)];
      return cell == null ? null : Number(cell);
    };
    return {
      label: groups === 0 ? "All requests" : row.slice(0, groups).map((cell) => cell ?? "(none)").join(" · "),
      requests: number("requests") ?? 0,
      p50: number("p50_ms"),
      p95: number("p95_ms"),
      p99: number("p99_ms"),
      clientErrors: number("rate_4xx") ?? 0,
      serverErrors: number("rate_5xx") ?? 0,
      low: number("rate_5xx_low") ?? 0,
      high: number("rate_5xx_high") ?? 0,
      uptime: number("uptime"),
    };
  });
}

/** 0.0421 → "4.2". */
export function percent(share: number): string {
  return (share * 100).toFixed(1);
}
