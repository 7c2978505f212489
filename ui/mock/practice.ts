import type { InterviewsView, ReadinessView } from "../src/api/model.ts";
import type { BankLineView, BankQuestionView, BankView, Block, CardBackView, CardView, ModelAnswerView, RecalledView, RecallView } from "../src/api/model.ts";

export const words = (text: string): Block[] => [{ kind: "paragraph", inlines: [{ kind: "text", text }] }];
const MUMBAI = "A developer in Mumbai calls your API in Virginia and waits 620 ms; the server's own log says 40 ms. Where did the other 580 ms go?";

export const levels = [
  { number: 1, name: "poor", anchor: "Says the network to India is slow and suggests faster servers. Cannot say how many times the packets cross the ocean." },
  { number: 2, name: "mixed", anchor: "Names DNS, TCP and TLS, and suggests a CDN. Gives no milliseconds for any of them." },
  { number: 3, name: "good", anchor: "Assumes a round trip of 190 ms and counts three. Keeping the connection open drops later calls to 230 ms." },
  { number: 4, name: "excellent", anchor: "Does the same sum, then prices three remedies and starts with the one that costs a page of documentation." },
];

export const model: ModelAnswerView = {
  levels, evaluates: ["Whether round trips are counted and priced."], framework: ["List the hops.", "Multiply the round trip.", "Offer remedies in order of cost."],
  mistakes: ["Optimising the 40 ms of server work."], follow_ups: ["What changes if the endpoint is a write?"], reckoning: "",
};

const line = (id: string, kind: string, ask: string, minutes: number, grade = ""): BankLineView => ({ id, kind, ask, minutes, skills: ["latency-budgets"], companies: ["developer-platform", "cloud"], week: 1, answered: grade ? 1 : 0, grade });

export const bank: BankView = {
  answer: "3 questions, 1 of them answered", companies: ["developer-platform", "cloud", "fintech"],
  kinds: [{ id: "system-design", title: "System design", questions: 2 }, { id: "data", title: "Data", questions: 1 }],
  questions: [line("sd-mumbai-virginia", "system-design", MUMBAI, 15), line("sd-charged-twice", "system-design", "A payment client timed out and retried; the customer was charged twice. What happened?", 20, "hard"), line("data-joins", "data", "Why are rows lost in a join?", 10)],
};

export const bankQuestion = (open: boolean): BankQuestionView => ({
  line: bank.questions[0]!, ask: words(MUMBAI), number_ask: "", skills: ["Split a response time into a budget for each hop"], exercise: null, model: open ? model : null,
});

export const recall: RecallView = {
  answer: "2 cards today, 4 min", day: "2027-01-19", cap: 15, used: 0, used_words: "", minutes: 4, waiting: 3, later: 12, own_later: 2, back_by: "2027-01-21", empty: null, recalls: 12, parameters: "The published parameters hold. They are fitted to you from 400 recalls on; so far there are 12.", interviews: 1, unreadable: null,
  cards: [
    { id: "sd-mumbai-virginia", source: "bank", ask: MUMBAI, minutes: 3, due: "2027-01-18", last: "2027-01-07", chance: 88 },
    { id: "lesson-caching/which", source: "lesson", ask: "Which answer may be cached for an hour?", minutes: 1, due: "2027-01-19", last: null, chance: null },
  ],
};

export const card = (id: string): CardView => {
  const of = recall.cards.find((one) => one.id === id) ?? recall.cards[0]!;
  const lesson = of.source === "lesson";
  return {
    line: of, from: lesson ? "From “Caching”" : "System design, 15 min in an interview", ask: words(of.ask), answer_kind: lesson ? "one" : "words", number_ask: "", unit: "", limit: null, missed: null, about: null,
    options: lesson ? [{ label: "a", text: words("A list of countries.") }, { label: "b", text: words("An account's balance.") }] : [],
  };
};

export const back = (id: string): CardBackView => {
  const lesson = id.includes("/");
  const grades = [["again", "poor"], ["hard", "mixed"], ["good", "good"], ["easy", "excellent"]].map(([word, stands_for], at) => ({ level: at + 1, word: word!, stands_for: stands_for!, comes_back: `2027-01-2${at + 1}` }));
  return { right: lesson ? true : null, unreadable: false, says: lesson ? ["Right.", "Countries change once in years."] : [], levels: lesson ? [] : levels, discussion: [], grades: lesson ? grades.slice(1) : grades };
};

export const recalled = (id: string): RecalledView => ({ comes_back: "2027-01-23", refit: null, model: id.includes("/") ? null : model, day: { ...recall, used: 3, used_words: "3 min", minutes: 1, answer: "1 card today, 1 min", cards: recall.cards.filter((one) => one.id !== id) } });

const weeks = ["2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22", "2026-12-29", "2027-01-05", "2027-01-12", "2027-01-19"];
const history = (chances: (number | null)[]) => weeks.map((day, at) => ({ day, answered: chances[at] == null ? 2 : 7, chance: chances[at] ?? null }));

export const readiness: ReadinessView = {
  answer: "Least likely to be recalled in a week: “Data”, 71 %", predicted: 41, least_cards: 5, least_predictions: 10, parameters: recall.parameters,
  kinds: [
    { id: "system-design", title: "System design", cards: 20, answered: 9, chance: 84, history: history([null, null, 80, 82, 79, 85, 86, 84]), predicted: 12, recalled: 9, came_true: "84 % predicted, 75 % recalled (9 of 12, between 47 % and 91 %)" },
    { id: "data", title: "Data", cards: 12, answered: 6, chance: 71, history: history([null, null, null, null, null, 75, 73, 71]), predicted: 4, recalled: 3, came_true: "3 of 4 recalled, too few for a share" },
  ],
  bands: [
    { from: 0, to: 50, predicted: 0, recalled: 0, says: "none yet" }, { from: 50, to: 70, predicted: 2, recalled: 1, says: "2 so far, too few to say" },
    { from: 70, to: 80, predicted: 4, recalled: 3, says: "4 so far, too few to say" }, { from: 80, to: 90, predicted: 25, recalled: 21, says: "84 % were recalled (21 of 25, between 65 % and 94 %)" },
    { from: 90, to: 100, predicted: 10, recalled: 10, says: "100 % were recalled (10 of 10, between 72 % and 100 %)" },
  ],
};

export const interviews: InterviewsView = {
  answer: "1 interview ahead",
  interviews: [{
    company: "Acme", on: "2027-02-02", days: 14, asks_as: "a fintech", enough: false, minutes: 195, needed: 25,
    answer: "The 3 h 15 min of recall until then do not suffice: on 2 February 2027 82 % of the questions would be recalled, 61 % without any further recall. With 25 min on each day it would be 90 %.",
    kinds: [{ kind: "system-design", title: "System design", share: 60, questions: 41, answered: 9, before: 58, after: 84 }, { kind: "behavioural", title: "Behavioural", share: 40, questions: 23, answered: 6, before: 64, after: 80 }],
  }],
};

