import { ifNotIn, type Completion, type CompletionSource } from "@codemirror/autocomplete";
import type { TableSchemaView } from "../api/model";

/** Every column once, with the tables that have it. */
export function columnCompletions(tables: TableSchemaView[]): Completion[] {
  const holders = new Map<string, string[]>();
  for (const table of tables) {
    for (const column of table.columns) holders.set(column.name, [...(holders.get(column.name) ?? []), table.name]);
  }
  return [...holders].map(([label, names]) => ({ label, detail: names.join(", "), type: "property" }));
}

/** Offers columns without their table, also before FROM names one. Behind a full stop the table is known, and others offer its columns. */
export function completeColumns(tables: TableSchemaView[]): CompletionSource {
  const options = columnCompletions(tables);
  return ifNotIn(["String", "LineComment", "BlockComment", "QuotedIdentifier"], (context) => {
    const word = context.matchBefore(/(?<![\w.])\w+/);
    return word ? { from: word.from, options, validFor: /^\w*$/ } : null;
  });
}
