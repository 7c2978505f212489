import type { BankLineView, BankQuestionView, BankView, Block, CardBackView, CardView, ModelAnswerView, RecalledView, RecallView } from "../src/api/model.ts";

const words = (text: string): Block[] => [{ kind: "paragraph", inlines: [{ kind: "text", text }] }];
const MUMBAI = "A developer in Mumbai calls your API in Virginia and waits 620 ms; the server's own log says 40 ms. Where did the other 580 ms go?";

const levels = [
  { number: 1, name: "poor", anchor: "Says the network to India is slow and suggests faster servers. Cannot say how many times the packets cross the ocean." },
  { number: 2, name: "mixed", anchor: "Names DNS, TCP and TLS, and suggests a CDN. Gives no milliseconds for any of them." },
  { number: 3, name: "good", anchor: "Assumes a round trip of 190 ms and counts three. Keeping the connection open drops later calls to 230 ms." },
  { number: 4, name: "excellent", anchor: "Does the same sum, then prices three remedies and starts with the one that costs a page of documentation." },
];

const model: ModelAnswerView = {
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
  answer: "2 cards today, 4 min", day: "2027-01-19", cap: 15, used: 0, minutes: 4, waiting: 3, back_by: "2027-01-21", empty: null, recalls: 12,
  cards: [
    { id: "sd-mumbai-virginia", source: "bank", ask: MUMBAI, minutes: 3, due: "2027-01-18", last: "2027-01-07", chance: 88 },
    { id: "lesson-caching/which", source: "lesson", ask: "Which answer may be cached for an hour?", minutes: 1, due: "2027-01-19", last: null, chance: null },
  ],
};

export const card = (id: string): CardView => {
  const of = recall.cards.find((one) => one.id === id) ?? recall.cards[0]!;
  const lesson = of.source === "lesson";
  return {
    line: of, from: lesson ? "From “Caching”" : "System design, 15 min in an interview", ask: words(of.ask), answer_kind: lesson ? "one" : "words", number_ask: "", unit: "", missed: null, about: null,
    options: lesson ? [{ label: "a", text: words("A list of countries.") }, { label: "b", text: words("An account's balance.") }] : [],
  };
};

export const back = (id: string): CardBackView => {
  const lesson = id.includes("/");
  const grades = [["again", "poor"], ["hard", "mixed"], ["good", "good"], ["easy", "excellent"]].map(([word, stands_for], at) => ({ level: at + 1, word: word!, stands_for: stands_for!, comes_back: `2027-01-2${at + 1}` }));
  return { right: lesson ? true : null, says: lesson ? ["Right.", "Countries change once in years."] : [], levels: lesson ? [] : levels, discussion: [], grades: lesson ? grades.slice(1) : grades };
};

export const recalled = (id: string): RecalledView => ({ comes_back: "2027-01-23", model: id.includes("/") ? null : model, day: { ...recall, used: 3, minutes: 1, answer: "1 card today, 1 min", cards: recall.cards.filter((one) => one.id !== id) } });
