import { expect, test } from "vitest";
import type { TableSchemaView } from "../src/api/model";
import { columnCompletions } from "../src/work/columns";

const table = (name: string, ...columns: string[]): TableSchemaView => ({ name, about: "", columns: columns.map((column) => ({ name: column, about: "", data_type: "text", number: false })) });

test("a column that two tables have is offered once, with both", () => {
  const offered = columnCompletions([table("flights", "carrier", "dest"), table("airlines", "carrier", "name")]);
  expect(offered.map(({ label, detail }) => `${label}: ${detail}`)).toEqual(["carrier: flights, airlines", "dest: flights", "name: airlines"]);
});
