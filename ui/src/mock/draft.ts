/** What is typed and not yet kept, for as long as the tab is open: another question or a reload loses nothing. */
const draftKey = (name: string) => `footbridge-mock-${name}`;

export function keepDraft<T>(name: string, draft: T): void {
  sessionStorage.setItem(draftKey(name), JSON.stringify(draft));
}

/** The draft as it was kept; `undefined` when there is none. */
export function draftOf<T>(name: string): T | undefined {
  const kept = sessionStorage.getItem(draftKey(name));
  return kept === null ? undefined : (JSON.parse(kept) as T);
}

export function dropDraft(name: string): void {
  sessionStorage.removeItem(draftKey(name));
}
