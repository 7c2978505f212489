import type { ReferenceColumnView, ReferenceRowView } from "../api/model";

/** By which column a table is sorted, and how. */
export interface Order {
  column: number;
  down: boolean;
}

/** The next order when a column's heading is pressed: up, down, then as the table came. */
export function nextOrder(order: Order | undefined, column: number): Order | undefined {
  if (order?.column !== column) return { column, down: false };
  return order.down ? undefined : { column, down: true };
}

/** Rows in the order asked for. Empty cells come last either way; equal ones keep their places. */
export function sortedRows(columns: readonly ReferenceColumnView[], rows: readonly ReferenceRowView[], order: Order | undefined): ReferenceRowView[] {
  const column = order && columns[order.column];
  if (!order || !column) return [...rows];
  const at = order.column;
  const compare = column.number ? byNumber(at) : byText(at);
  const isEmpty = (row: ReferenceRowView) => (column.number ? row.numbers[at] == null : (row.cells[at] ?? "") === "");
  return [...rows].sort((a, b) => {
    if (isEmpty(a) || isEmpty(b)) return Number(isEmpty(a)) - Number(isEmpty(b));
    return order.down ? -compare(a, b) : compare(a, b);
  });
}

const byNumber = (at: number) => (a: ReferenceRowView, b: ReferenceRowView) => (a.numbers[at] ?? 0) - (b.numbers[at] ?? 0);
const byText = (at: number) => (a: ReferenceRowView, b: ReferenceRowView) => (a.cells[at] ?? "").localeCompare(b.cells[at] ?? "", "en");
