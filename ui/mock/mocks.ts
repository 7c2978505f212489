import type { MockQuestionView, MocksView, MockTakenView, MockView } from "../src/api/model.ts";
import { bank, levels, model, words } from "./practice.ts";

const CRITERIA = ["Round trips are counted and priced.", "Remedies come in order of cost."];
const agreement = { pairs: 0, same: 0, one_apart: 0, more_apart: 0, mean_difference: null, says: "Nobody else has scored these answers." };
const line = { id: "mock-2027-01-18-1", on: "2027-01-18", at: "08:40", about: "2 questions, system design", questions: 2, minutes: 35, scored: 1, mean: 2.5 };

const open = (number: number): MockQuestionView => {
  const asked = bank.questions[number - 1]!;
  return { number, id: asked.id, unreviewed: false, kind: "System design", ask: words(asked.ask), minutes: asked.minutes, limit: null, number_ask: "", unit: "", state: "open", transcript: "", given: "", seconds: null, criteria: [], levels: [], figures: null, model: null, exercise: null };
};

const scored: MockQuestionView = {
  ...open(1),
  state: "scored", transcript: "[00:05] A round trip to Virginia takes 190 ms, and there are three of them before the first byte.", seconds: 95, levels, model,
  criteria: CRITERIA.map((title, at) => ({ id: `q1-${at + 1}`, title, own: { level: 3 - at, because: "three of them before the first byte", by: "you" }, others: [] })),
  figures: { answered: 1, parts: [{ title: "The sum, with its units", quote: "A round trip to Virginia takes 190 ms", at: 5 }], number: "", wrong: [], held: [], fillers: [], fillers_for_each_part: 0, limit: "", words: 17, pace: 10.7, filler_share: 0, set_aside: [] },
};

const minutes = [["system-design", "system design", 3, 18], ["product-sense", "product sense", 3, 20], ["api-technical", "API technical", 2, 16], ["behavioural", "behavioural", 2, 12]].map(([kind, words, of_ten, minutes]) => ({ kind, words, of_ten, minutes })) as MocksView["minutes"];
export const mocks: MocksView = { answer: "1 mock interview, 1 of 2 questions scored", mocks: [line], ten_minutes: 170, minutes, companies: bank.companies, kinds: bank.kinds.map(({ id }) => id), replies: [], agreement, unreadable: [] };
export const mock: MockView = { line, path: `private/mocks/${line.id}.toml`, seed: 1, says: "", questions: [scored, open(2)], agreement, remarks: [{ by: "Ada", on: "2026-11-20", note: "Say earlier whom it hurt." }] };
export const taken: MockTakenView = { says: "The levels of Ada are taken in. They stand beside yours.", mock };
export const mockPage = { path: `private/mocks/${line.id}.html`, says: "Give it to somebody who interviews." };

/** The second question once it was answered: what is to be scored, and not yet the model answer. */
export const answered = (transcript: string): MockView => ({
  ...mock,
  questions: [scored, { ...open(2), state: "answered", transcript, seconds: 60, levels, criteria: CRITERIA.map((title, at) => ({ id: `q2-${at + 1}`, title, own: null, others: [] })) }],
});
