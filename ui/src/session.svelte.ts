import { api } from "./api/client";
import { Loaded } from "./api/loaded.svelte";
import type { SessionView } from "./api/model";

/** What the app is running on, for every screen. */
export const session = new Loaded<SessionView>();

/** Reads it again: after a pass, after the profile was changed. */
export function refreshSession(): Promise<SessionView | undefined> {
  return session.load(api.session);
}
