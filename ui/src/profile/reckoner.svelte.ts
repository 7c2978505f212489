import { api } from "../api/client";
import { Loaded } from "../api/loaded.svelte";
import type { ProfileView, ReckoningView } from "../api/model";

const PAUSE_MS = 250;

/** Asks what the way takes each time the answers rest for a moment. */
export class Reckoner extends Loaded<ReckoningView> {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop: AbortController | undefined;
  #asked = false;

  ask(profile: ProfileView): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#stop?.abort();
      const stop = new AbortController();
      this.#stop = stop;
      void this.load(() => api.reckon(profile, stop.signal));
    }, this.#asked ? PAUSE_MS : 0);
    this.#asked = true;
  }

  leave(): void {
    clearTimeout(this.#timer);
    this.#stop?.abort();
  }
}
