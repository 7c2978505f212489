/** A clock that can pause; it counts while it runs, in whole seconds. */
export class Clock {
  #before = 0;
  #since: number | undefined;
  #beat: ReturnType<typeof setInterval> | undefined;
  seconds = $state(0);
  running = $state(false);

  constructor(before = 0) {
    this.#before = before;
    this.seconds = before;
  }

  start() {
    if (this.running) return;
    this.#since = Date.now();
    this.running = true;
    this.#beat = setInterval(() => this.#count(), 250);
  }

  pause() {
    if (!this.running) return;
    this.#count();
    this.#before = this.seconds;
    this.running = false;
    clearInterval(this.#beat);
  }

  reset() {
    this.pause();
    this.#before = 0;
    this.seconds = 0;
  }

  #count() {
    this.seconds = this.#before + Math.floor((Date.now() - (this.#since ?? Date.now())) / 1000);
  }
}

/** "02:15". */
export function clockTime(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/** A transcript with the time of a new part on a line of its own. */
export function marked(transcript: string, seconds: number): string {
  const before = transcript.trimEnd();
  return `${before === "" ? "" : `${before}\n`}[${clockTime(seconds)}] `;
}
