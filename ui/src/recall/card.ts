import type { CardBackView, CardView, QuestionView } from "../api/model";

/** A card that a machine checks, as the question it is. */
export function asQuestion(card: CardView, given: string[]): QuestionView {
  return { id: card.line.id, ask: card.ask, answer_kind: card.answer_kind, options: card.options, unit: card.unit, given };
}

/** What of an answer a machine can check: letters, or a number. */
export function checkedText(card: CardView, given: string[]): string {
  const asks = card.answer_kind !== "words" || card.number_ask !== "";
  return asks ? given.map((part) => part.trim()).filter((part) => part !== "").join(", ") : "";
}

/** What is asked before the grades: an answer that a machine found wrong leaves fewer of them. */
export function gradeAsk({ grades, levels }: Pick<CardBackView, "grades" | "levels">): string {
  const [only, second] = grades;
  if (only && !second) return `It counts as \`${only.word}\`.`;
  const hasAnchors = levels.length > 0;
  if (grades.some((grade) => grade.word === "good")) return hasAnchors ? "Which of the four is nearest to what you said?" : "How well did you recall it?";
  return `With a number that is wrong or left out an answer is not graded good. ${hasAnchors ? "Which of the two is nearest to what you said?" : "How well did you recall it?"}`;
}

/** How many words a text has. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}

/** Words and time beside what is asked for at most; neither is praised nor blamed. */
export function countedAgainst(limit: { words: number; seconds: number }, text: string, seconds: number): string {
  const words = wordsIn(text);
  const said = words === 0 ? "" : `${words} ${words === 1 ? "word" : "words"}, at most ${limit.words} are asked for; `;
  return `${said}${seconds} s, at most ${limit.seconds} s are asked for.`;
}

/** Which of the day's cards one is, those answered before counted. */
export interface Place {
  number: number;
  of: number;
}

/** The place of a card among those still to come; none for a card that the day does not ask. */
export function placeOf(id: string, cards: readonly { id: string }[], answered: number): Place | undefined {
  const at = cards.findIndex((card) => card.id === id);
  return at < 0 ? undefined : { number: answered + at + 1, of: answered + cards.length };
}

/** "Card 2 of 6". */
export function placeInWords({ number, of }: Place): string {
  return `Card ${number} of ${of}`;
}

/** The path of a card's screen. Ids of questions hold a slash. */
export function cardPath(id: string): string {
  return `/recall/${encodeURIComponent(id)}`;
}
