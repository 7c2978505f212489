import { SvelteMap } from "svelte/reactivity";

export interface Recording {
  /** Where this window holds it. */
  address: string;
  /** The ending of its file. */
  ending: string;
}

/** Recordings of one visit to the screen, by question: they can be heard again while the answer is scored. They never leave the window. */
export class Recordings {
  #kept = new SvelteMap<string, Recording>();
  #closed = false;

  of(name: string): Recording | undefined {
    return this.#kept.get(name);
  }

  keep(name: string, sound: Blob): void {
    this.forget(name);
    if (this.#closed) return;
    const ending = sound.type.includes("mp4") ? "m4a" : sound.type.includes("ogg") ? "ogg" : "webm";
    this.#kept.set(name, { address: URL.createObjectURL(sound), ending });
  }

  forget(name: string): void {
    const there = this.#kept.get(name);
    if (there) URL.revokeObjectURL(there.address);
    this.#kept.delete(name);
  }

  /** The screen is left: what was not saved is gone. */
  close(): void {
    this.#closed = true;
    for (const name of [...this.#kept.keys()]) this.forget(name);
  }
}
