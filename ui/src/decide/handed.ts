import { type Desk, layDown, openDesk } from "../work/desk";

const HANDED = "footbridge-decide-handed";

/** What another screen wants to be seen on Decide, when it is opened next. */
export function handToDecide(text: string): void {
  sessionStorage.setItem(HANDED, text);
}

/** The desk of Decide as it was left. What was handed over lies on top, once. */
export function openDecide(): Desk {
  const desk = openDesk("decide");
  const handed = sessionStorage.getItem(HANDED);
  sessionStorage.removeItem(HANDED);
  return handed ? layDown(desk, handed) : desk;
}
