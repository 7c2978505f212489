/** What stands in the editor of the screen Decide, and what stood there before. */
export interface Desk {
  text: string;
  /** The starter that was put there last, as it came: one click brings it again. */
  starter: string;
  /** Other texts that stood there, the latest last. */
  earlier: string[];
}

/** Another text takes the place. What stood there is kept, unless it is an untouched starter. */
export function layDown(desk: Desk, text: string, isStarter = false): Desk {
  const isOwn = desk.text.trim() !== "" && desk.text !== desk.starter && desk.text !== text;
  const others = desk.earlier.filter((one) => one !== desk.text && one !== text);
  return { text, starter: isStarter ? text : desk.starter, earlier: isOwn ? [...others, desk.text] : others };
}

/** The text before takes the place, and this one the end of the row: going on turns through all of them. */
export function turnBack(desk: Desk): Desk {
  const text = desk.earlier.at(-1);
  return text === undefined ? desk : { ...desk, text, earlier: [desk.text, ...desk.earlier.slice(0, -1)] };
}

// Kept while the tab is open, so that a reload or another screen loses nothing.
const KEPT = "footbridge-decide";
const HANDED = "footbridge-decide-handed";

export function keepDesk(desk: Desk): void {
  sessionStorage.setItem(KEPT, JSON.stringify(desk));
}

/** What another screen wants to be seen on Decide, when it is opened next. */
export function handToDecide(text: string): void {
  sessionStorage.setItem(HANDED, text);
}

/** The desk as it was left in this tab. What was handed over lies on top, once. */
export function openDesk(): Desk {
  const kept = sessionStorage.getItem(KEPT);
  const desk = kept === null ? { text: "", starter: "", earlier: [] } : (JSON.parse(kept) as Desk);
  const handed = sessionStorage.getItem(HANDED);
  sessionStorage.removeItem(HANDED);
  return handed ? layDown(desk, handed) : desk;
}
