/** Whether a key press asks to run: ⌘ Enter, or Ctrl Enter. */
export function isRun(event: KeyboardEvent): boolean {
  return event.key === "Enter" && (event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey;
}

/** Whether a key press asks to check: the same with Shift. */
export function isCheck(event: KeyboardEvent): boolean {
  return event.key === "Enter" && (event.metaKey || event.ctrlKey) && event.shiftKey && !event.altKey;
}
