import type { QuestionView } from "../api/model";

/** Answers by question: labels of options, or one number as it was typed. */
export type Answers = Record<string, string[]>;

/**
 * The text of `answers.toml`: `cause = "b"`, `both = ["a", "c"]`, `budget = 43.2`. Unanswered questions are left out.
 * A number that is not one yet is left out too; {@link unfinishedNumbers} names it.
 */
export function writeAnswers(questions: readonly QuestionView[], answers: Answers): string {
  const lines: string[] = [];
  for (const question of questions) {
    const given = answers[question.id] ?? [];
    const value = valueOf(question, given);
    if (value !== undefined) lines.push(`${keyOf(question.id)} = ${value}`);
  }
  return lines.map((line) => `${line}\n`).join("");
}

function valueOf(question: QuestionView, given: readonly string[]): string | undefined {
  const first = given[0];
  if (first === undefined) return undefined;
  if (question.answer_kind === "number") return numberOf(first);
  if (question.answer_kind === "several") return `[${[...given].sort().map(quoted).join(", ")}]`;
  return quoted(first);
}

/** Zeros that a word behind digits stands for. A small `m` is as often a minute or a metre. */
const ZEROS: Record<string, number> = { k: 3, K: 3, thousand: 3, M: 6, mn: 6, million: 6, bn: 9, billion: 9 };

/** What a person may type, as TOML writes it: "1,200" → `1200`, "43,2" is no number, ".5" → `0.5`, "10 %" and "560 ms" → the number, "4.5k" → `4.5e3`. */
export function numberOf(typed: string): string | undefined {
  const zeros = ZEROS[/\d\s*([A-Za-z]+?)s?(?![A-Za-z])/.exec(typed)?.[1] ?? ""];
  const bare = typed.trim().replace(/[\u202f\u00a0 ]/g, "").replace(/^\+/, "").replace(/(?<=\d)(?:%|(?!e[+-]?\d)[A-Za-z][^\d]*)$/, "");
  const joined = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(",", "") : bare;
  const match = /^(-?)(\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(joined);
  if (!match || (match[2] === "" && match[3] === undefined)) return undefined;
  const whole = (match[2] ?? "").replace(/^0+(?=\d)/, "") || "0";
  const fraction = match[3] === undefined ? "" : `.${match[3]}`;
  const exponent = match[4] !== undefined ? `e${Number(match[4])}` : zeros ? `e${zeros}` : "";
  return `${match[1]}${whole}${fraction}${exponent}`;
}

/** Questions whose field holds something that is no number. */
export function unfinishedNumbers(questions: readonly QuestionView[], answers: Answers): string[] {
  return questions
    .filter((question) => question.answer_kind === "number")
    .filter((question) => (answers[question.id]?.[0] ?? "").trim() !== "" && numberOf(answers[question.id]?.[0] ?? "") === undefined)
    .map((question) => question.id);
}

/** Questions that have no answer yet. */
export function unanswered(questions: readonly QuestionView[], answers: Answers): number {
  return questions.filter((question) => (answers[question.id] ?? []).every((value) => value.trim() === "")).length;
}

/** What was given when the work was read. */
export function answersOf(questions: readonly QuestionView[]): Answers {
  return Object.fromEntries(questions.map((question) => [question.id, question.given]));
}

/** Reads what {@link writeAnswers} wrote. Lines of another shape are passed over: the server judges the file, not this reader. */
export function readAnswers(text: string): Answers {
  const answers: Answers = {};
  for (const line of text.split("\n")) {
    const match = /^\s*(?:"([^"]+)"|([A-Za-z0-9_-]+))\s*=\s*(.+?)\s*(?:#[^"\]]*)?$/.exec(line);
    if (!match) continue;
    const key = match[1] ?? match[2] ?? "";
    const value = match[3] ?? "";
    const strings = [...value.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((found) => (found[1] ?? "").replace(/\\(.)/g, "$1"));
    if (value.startsWith("[") || value.startsWith('"')) answers[key] = strings;
    else if (numberOf(value.replaceAll("_", "")) !== undefined) answers[key] = [value.replaceAll("_", "")];
  }
  return answers;
}

const keyOf = (id: string) => (/^[A-Za-z0-9_-]+$/.test(id) ? id : quoted(id));
const quoted = (text: string) => `"${text.replace(/[\\"]/g, "\\$&")}"`;
