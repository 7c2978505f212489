/**
 * What is typed into a field and not kept yet, with the texts it may be written over. Places shift when something is put in above them, so a
 * draft belongs to the words it was typed over and not to their place.
 */
export class Draft {
  text = $state<string>();
  #over = $state.raw<readonly string[]>([]);

  /** The text that stood there at the first key, and those of its own that were sent since. */
  get over(): readonly string[] {
    return this.#over;
  }

  type(text: string, there: string) {
    if (this.text === undefined) this.#over = [there];
    this.text = text;
  }

  /** Whether the words that stand there now are another's. */
  isAside(there: string): boolean {
    return this.text !== undefined && !this.#over.includes(there);
  }

  /** The text to send over what stands there; none when there is nothing to say or another's words would be lost. */
  send(there: string): string | undefined {
    const text = this.text;
    if (text === undefined || text === there || this.isAside(there)) return undefined;
    this.#over = [...this.#over, text];
    return text;
  }

  /** What was sent stands there now. What was typed since waits for its turn. */
  kept(there: string) {
    if (this.text === there) this.drop();
    else if (this.#over.includes(there)) this.#over = [there];
  }

  /** The person has seen what stands there and wants it replaced. */
  replace(there: string) {
    this.#over = [there];
  }

  drop() {
    this.text = undefined;
    this.#over = [];
  }
}
