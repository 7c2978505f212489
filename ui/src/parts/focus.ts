import { onDestroy, tick } from "svelte";

/** For a panel: whatever had the focus when it opened gets it back when the panel takes it along. */
export function givesBackFocus() {
  const opener = document.activeElement;
  onDestroy(() => void catchFocus(() => opener));
}

/** Does something, and gives the focus back to whatever had it, if it was lost meanwhile: a button that waits is disabled, and a disabled button has no focus. */
export async function keepingFocus<T>(act: () => Promise<T>): Promise<T> {
  const before = globalThis.document?.activeElement;
  try {
    return await act();
  } finally {
    if (before) void catchFocus(() => before);
  }
}

/** If nothing has the focus once what changed is drawn, it goes to what is found then. */
export async function catchFocus(find: () => Element | null | undefined): Promise<void> {
  await tick();
  if (document.activeElement !== document.body) return;
  const element = find();
  if (element instanceof HTMLElement && element.isConnected) element.focus();
}

/** For what comes in the place of a control that had the focus: it takes the focus over. */
export function takesFocus(element: HTMLElement) {
  element.focus();
}

/** Puts the focus on the first of these ids that is there, once what changed is drawn. */
export async function focusOn(...ids: string[]): Promise<void> {
  await tick();
  for (const id of ids) {
    const element = document.getElementById(id);
    if (!element) continue;
    element.focus();
    return;
  }
}
