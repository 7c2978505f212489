import { keepingFocus } from "../parts/focus";
import { Failure } from "./client";

/** Something fetched: working, failed, or here. A newer fetch wins over an older one that ends later. */
export class Loaded<T> {
  value = $state.raw<T>();
  failure = $state.raw<Failure>();
  working = $state(false);
  #turn = 0;

  /** Keeps what is shown until the new value is here, and the focus where it is. */
  load(fetch: () => Promise<T>): Promise<T | undefined> {
    return keepingFocus(() => this.#fetched(fetch));
  }

  async #fetched(fetch: () => Promise<T>): Promise<T | undefined> {
    const turn = ++this.#turn;
    this.working = true;
    this.failure = undefined;
    try {
      const value = await fetch();
      if (turn !== this.#turn) return undefined;
      this.value = value;
      return value;
    } catch (cause) {
      if (turn === this.#turn && !isAbort(cause)) this.failure = asFailure(cause);
      return undefined;
    } finally {
      if (turn === this.#turn) this.working = false;
    }
  }
}

export function isAbort(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === "AbortError";
}

/** Whatever was thrown, as something a person can be told. */
export function asFailure(cause: unknown): Failure {
  if (cause instanceof Failure) return cause;
  return new Failure(0, "The screen could not be drawn.", "Reload the page.", "screen");
}
