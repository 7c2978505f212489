/** What stands in the editor of a screen whose text is in no file yet, and what stood there before. */
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

/** Kept while the tab is open, so that a reload or another screen loses nothing. */
export function keepDesk(screen: string, desk: Desk): void {
  sessionStorage.setItem(`footbridge-${screen}-desk`, JSON.stringify(desk));
}

/** The desk of a screen as it was left in this tab. */
export function openDesk(screen: string): Desk {
  const kept = sessionStorage.getItem(`footbridge-${screen}-desk`);
  return kept === null ? { text: "", starter: "", earlier: [] } : (JSON.parse(kept) as Desk);
}
