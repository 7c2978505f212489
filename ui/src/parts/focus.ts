import { onDestroy, tick } from "svelte";

/** For a panel: whatever had the focus when it opened gets it back when the panel takes it along. */
export function givesBackFocus() {
  const opener = document.activeElement;
  onDestroy(async () => {
    await tick();
    if (document.activeElement === document.body && opener instanceof HTMLElement && opener.isConnected) opener.focus();
  });
}
