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

/** Rows in the order asked for, by what `value` gives of a row. Empty values come last either way; equal ones keep their places. */
export function sortedRows<Row>(rows: readonly Row[], order: Order | undefined, value: (row: Row, column: number) => string | number | null | undefined): Row[] {
  if (!order) return [...rows];
  const { column, down } = order;
  return [...rows].sort((left, right) => {
    const [a, b] = [value(left, column) ?? "", value(right, column) ?? ""];
    if (a === "" || b === "") return Number(a === "") - Number(b === "");
    return (down ? -1 : 1) * (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en"));
  });
}
