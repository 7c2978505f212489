import { onDestroy, tick } from "svelte";

/** For a panel: whatever had the focus when it opened gets it back when the panel takes it along. */
export function givesBackFocus() {
  const opener = document.activeElement;
  onDestroy(async () => {
    await tick();
    if (document.activeElement === document.body && opener instanceof HTMLElement && opener.isConnected) opener.focus();
  });
}

/** For what comes in the place of a control that had the focus: it takes the focus over. */
export function takesFocus(element: HTMLElement) {
  element.focus();
}
