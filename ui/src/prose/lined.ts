/** Columns that stand beside one another in a line of a table drawn with spaces. */
const FEWEST_OF_A_TABLE = 4;
/** A line that is wrapped goes on at most so far in. */
const DEEPEST = 20;

export interface Line {
  text: string;
  /** Characters that it goes on further in where it wraps. */
  hang: number;
}

/** A log or a talk that was pasted, "who  what they said": its lines can wrap. `undefined` for tables and drawings, whose columns would break. */
export function lined(text: string): Line[] | undefined {
  const lines = text.split("\n");
  const columns = (line: string) => line.trim().split(/ {2,}/);
  const isDrawn = (line: string) => /^\s*[|+v^]( |$)/.test(line) || /[-=]{5}/.test(line);
  if (lines.some((line) => isDrawn(line) || columns(line).length >= FEWEST_OF_A_TABLE)) return undefined;
  return lines.map((line) => {
    const last = line.length - (columns(line).at(-1) ?? "").length;
    const indent = line.length - line.trimStart().length;
    return { text: line, hang: Math.min(columns(line).length > 1 ? last : indent + 2, DEEPEST) };
  });
}
