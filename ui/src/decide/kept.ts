// Kept while the tab is open, so that a reload loses nothing.
const KEPT = "footbridge-decision";

/** The decision that stood in the editor last, in this tab. */
export function decisionKept(): string | null {
  return sessionStorage.getItem(KEPT);
}

/** What the screen Decide shows when it is opened next. */
export function keepForDecide(text: string): void {
  sessionStorage.setItem(KEPT, text);
}
