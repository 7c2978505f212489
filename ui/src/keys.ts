/** Whether this machine calls the key for commands ⌘. */
export const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** The key for commands, as its cap reads. */
export const command = isApple ? "⌘" : "Ctrl";

/** Whether a key press belongs to a field, and is no shortcut. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));
}

/** Whether nothing that answers to Enter has the focus. */
export function isResting(): boolean {
  const active = document.activeElement;
  return !active || active === document.body || active.tagName === "H1";
}
