import type { MilestoneView } from "../api/model";
import { dateInWords } from "./dates";

const KINDS: Record<string, string> = {
  lesson: "Lesson",
  sql: "SQL",
  read: "Reading",
  choice: "Questions",
  numeric: "Figures",
  write: "Writing",
  roadmap: "Roadmap",
  decide: "Decision",
};

/** What a person calls a kind of work. */
export function kindInWords(kind: string): string {
  return KINDS[kind] ?? kind;
}

const STATES: Record<string, { words: string; tone: Tone }> = {
  "to-do": { words: "to do", tone: "" },
  "in-hand": { words: "in hand", tone: "note" },
  verified: { words: "verified", tone: "pass" },
  "structure-verified": { words: "structure verified", tone: "shape" },
  "self-reported": { words: "self-reported", tone: "self" },
};

export type Tone = "" | "pass" | "revise" | "stop" | "note" | "shape" | "self";

/** How a state is named and tinted. */
export function stateInWords(state: string): { words: string; tone: Tone } {
  return STATES[state] ?? { words: state, tone: "" };
}

/** A milestone that is reached: since when, and by what at the weakest. */
export function reachedInWords({ date, proof }: Pick<MilestoneView, "date" | "proof">): string {
  const reached = date ? `reached on ${dateInWords(date)}` : "reached";
  return proof && proof !== "verified" ? `${reached}, ${stateInWords(proof).words}` : reached;
}

const OUTCOMES: Record<string, { words: string; tone: Tone }> = {
  pass: { words: "pass", tone: "pass" },
  revise: { words: "revise", tone: "revise" },
  unreadable: { words: "unreadable", tone: "stop" },
  "not-run": { words: "not run", tone: "note" },
};

/** How an outcome is named and tinted. */
export function outcomeInWords(outcome: string): { words: string; tone: Tone } {
  return OUTCOMES[outcome] ?? { words: outcome, tone: "" };
}

const AREAS: Record<string, string> = {
  "system-design": "System design",
  apis: "APIs",
  data: "Data",
  "developer-experience": "Developer experience",
  languages: "Languages",
  product: "Product",
  soft: "Working with people",
  career: "Finding the role",
};

/** What a person calls an area of skills. */
export function areaInWords(area: string): string {
  return AREAS[area] ?? area;
}
