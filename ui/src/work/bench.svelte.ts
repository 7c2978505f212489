import { api, type Failure } from "../api/client";
import { asFailure, isAbort } from "../api/loaded.svelte";
import type { AnswerBody, ExplanationView, HintView, LookView, PublishedBody, ReviewPageView, RunView, SavedView, ScoresBody, SolutionView, VerdictView, WorkView } from "../api/model";
import { refreshSession } from "../session.svelte";

/** How far the text in the editor has reached the disk. */
export type Keeping = "saved" | "unsaved" | "saving" | "conflict" | "failed";

const PAUSE_MS = 700;

/** One piece of work on the bench: the answer and its file, its verdict, and the help that was opened. */
export class Bench {
  view = $state.raw() as WorkView;
  text = $state("");
  keeping = $state<Keeping>("saved");
  /** Grows when the text was replaced from outside, so that the editor takes it over. */
  replaced = $state(0);
  /** The file as it is on the disk, while it differs from what was read here. */
  theirs = $state.raw<WorkView>();
  verdict = $state.raw<VerdictView>();
  /** The text that the verdict is about. */
  verdictText = $state("");
  /** The smallest data on which the text of the verdict goes wrong. */
  explanation = $state.raw<ExplanationView>();
  explaining = $state(false);
  result = $state.raw<RunView>();
  look = $state.raw<LookView>();
  hints = $state.raw<HintView[]>([]);
  solution = $state.raw<SolutionView>();
  failure = $state.raw<Failure>();
  busy = $state<"" | "run" | "check">("");
  /** Said to those who do not see the screen. */
  announced = $state("");

  #hash: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();
  /** Whether a hint is on its way: each is recorded, so a second click opens none. */
  #opening = false;
  #stop: AbortController | undefined;
  #looking: AbortController | undefined;
  #started = false;
  #leaving = false;

  constructor(view: WorkView) {
    this.view = view;
    this.text = view.text;
    this.#hash = view.hash;
    this.hints = view.hints_shown;
  }

  /** Takes over what was typed, and saves it after a short pause. */
  edit(text: string): void {
    if (text === this.text) return;
    this.text = text;
    if (this.keeping === "conflict") return;
    this.keeping = "unsaved";
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), PAUSE_MS);
  }

  /** Writes the text to its file now. One save runs at a time, each with the hash that the one before gave back. */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#saving = this.#saving.then(() => this.#saveOnce());
    return this.#saving;
  }

  async #saveOnce(): Promise<void> {
    if (this.keeping !== "unsaved" && this.keeping !== "failed") return;
    this.keeping = "saving";
    const text = this.text;
    try {
      await this.#start();
      const saved: SavedView = await api.save(this.view.id, this.#body(text), this.#leaving);
      this.#hash = saved.hash;
      this.failure = undefined;
      this.keeping = this.text === text ? "saved" : "unsaved";
      // What stands beside a text is about the text as it is.
      if (this.view.rubric && !this.#leaving) await this.#readAgain();
    } catch (cause) {
      await this.#failed(cause);
    }
  }

  /** Judges the answer. The server saves it first. */
  async check(): Promise<void> {
    if (this.busy || this.keeping === "conflict") return;
    clearTimeout(this.#timer);
    await this.#saving;
    await this.#busily("check", async (signal) => {
      await this.#start();
      const text = this.text;
      const verdict = await api.check(this.view.id, this.#body(text), signal);
      this.#hash = verdict.hash;
      this.keeping = this.text === text ? "saved" : "unsaved";
      this.verdict = verdict;
      this.verdictText = text;
      this.explanation = undefined;
      // Rows of an earlier query beside a verdict on this one would contradict it.
      this.result = undefined;
      this.announced = `${verdict.outcome}: ${verdict.summary}`;
      await this.#readAgain();
      if (verdict.outcome === "pass") void refreshSession();
    });
  }

  /** Looks for the smallest data on which the judged text goes wrong. Nothing is recorded. */
  async explain(): Promise<void> {
    const text = this.verdictText;
    this.explaining = true;
    this.failure = undefined;
    try {
      const explanation = await api.explain(this.view.id, { text });
      if (this.verdictText !== text) return;
      this.explanation = explanation;
      this.announced = `${explanation.summary} ${explanation.clause}`;
    } catch (cause) {
      this.failure = asFailure(cause);
    } finally {
      this.explaining = false;
    }
  }

  /** Runs the query without judging it. */
  async run(full: boolean): Promise<void> {
    if (this.busy) return;
    await this.#busily("run", async (signal) => {
      this.result = await api.run(this.view.id, { text: this.text, full }, signal);
      this.announced = this.result.rows ? `${this.result.rows.rows.length} rows shown` : (this.result.findings[0]?.message ?? "The query did not run.");
    });
  }

  /** Stops waiting for what is running. */
  stop(): void {
    this.#stop?.abort();
  }

  /** Opens the next hint; it is recorded. */
  async hint(): Promise<void> {
    if (this.#opening) return;
    this.#opening = true;
    try {
      const hint = await api.hint(this.view.id);
      this.hints = [...this.hints, hint];
    } catch (cause) {
      this.failure = asFailure(cause);
    } finally {
      this.#opening = false;
    }
  }

  /** Opens the solution; it is recorded. */
  async openSolution(): Promise<void> {
    try {
      this.solution = await api.solution(this.view.id);
    } catch (cause) {
      this.failure = asFailure(cause);
    }
  }

  /** Begins the exercise once more, with other numbers. */
  async startAgain(): Promise<void> {
    if (this.busy || !(await this.#isSaved())) return;
    try {
      this.#take(await api.again(this.view.id));
      this.hints = this.view.hints_shown;
      this.look = undefined;
      this.verdict = undefined;
      this.explanation = undefined;
      this.result = undefined;
      this.solution = undefined;
      this.announced = `Variant ${this.view.variant} of ${this.view.variants}`;
    } catch (cause) {
      await this.#failed(cause);
    }
  }

  /** Looks the text over as it stands. Nothing is recorded; a look that fails is tried again with the next change. */
  async lookOver(): Promise<void> {
    const text = this.text;
    this.#looking?.abort();
    this.#looking = new AbortController();
    try {
      const look = await api.look(this.view.id, { text }, this.#looking.signal);
      if (this.text === text) this.look = look;
    } catch {
      // The text is safe; what is wrong with it is told by the check.
    }
  }

  /** Keeps the author's own scores. */
  async scoreOwn(body: ScoresBody): Promise<void> {
    await this.#changed(() => api.scores(this.view.id, body), "Your scores are kept.");
  }

  /** Takes in what another reader gave back; what became of it, in sentences. */
  async takeReview(text: string): Promise<string> {
    let says = "";
    const taken = async () => {
      const view = await api.review(this.view.id, { text });
      says = view.says;
      return view.work;
    };
    return (await this.#changed(taken, "")) ? says : "";
  }

  /** Keeps the address where the piece is out. */
  async recordPublished(published: PublishedBody, tell: (failure: Failure) => void): Promise<boolean> {
    return this.#changed(() => api.published(this.view.id, published), "The address is kept.", tell);
  }

  /** Takes back an address that was kept by mistake. */
  async takeBackPublished(address: string): Promise<void> {
    await this.#changed(() => api.takeBackPublished(this.view.id, address), "The address is taken back.");
  }

  /** Writes the page for another reader. */
  async reviewPage(): Promise<ReviewPageView | undefined> {
    if (!(await this.#isSaved())) return undefined;
    try {
      return await api.reviewPage(this.view.id);
    } catch (cause) {
      this.failure = asFailure(cause);
      return undefined;
    }
  }

  /** Whether the file holds what stands here; it is saved first. What stands in the way is on the screen already. */
  async #isSaved(): Promise<boolean> {
    await this.save();
    return this.keeping === "saved";
  }

  /** An act about the saved text, whose answer is the work as it is now. */
  async #changed(act: () => Promise<WorkView>, said: string, tell = (failure: Failure): void => void (this.failure = failure)): Promise<boolean> {
    if (!(await this.#isSaved())) return false;
    try {
      this.view = await act();
      this.announced = said;
      return true;
    } catch (cause) {
      tell(asFailure(cause));
      return false;
    }
  }

  /** Ends a conflict: what stands here replaces the file. */
  async keepMine(): Promise<void> {
    if (!this.theirs) return;
    this.#hash = this.theirs.hash;
    this.theirs = undefined;
    this.keeping = "unsaved";
    await this.save();
  }

  /** Ends a conflict: the file replaces what stands here. */
  takeTheirs(): void {
    if (!this.theirs) return;
    this.#take(this.theirs);
    this.theirs = undefined;
  }

  #body(text: string): AnswerBody {
    return { text, base_hash: this.#hash, variant: this.view.variant };
  }

  #take(view: WorkView): void {
    this.#hash = view.hash;
    this.text = view.text;
    this.view = view;
    this.keeping = "saved";
    this.replaced += 1;
  }

  /** Nothing typed is lost when the screen is left. */
  leave(): void {
    this.stop();
    this.#leaving = true;
    if (this.keeping === "unsaved") void this.save();
  }

  /** The first change to work that was never opened begins it: the server lays the starter down. */
  async #start(): Promise<void> {
    if (this.#hash !== "" || this.#started) return;
    this.#hash = (await api.start(this.view.id)).hash;
    this.#started = true;
  }

  async #busily(what: "run" | "check", act: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#stop = new AbortController();
    this.busy = what;
    this.failure = undefined;
    try {
      await act(this.#stop.signal);
    } catch (cause) {
      if (isAbort(cause)) this.announced = "Stopped.";
      else await this.#failed(cause);
    } finally {
      this.busy = "";
    }
  }

  async #readAgain(): Promise<void> {
    try {
      this.view = await api.work(this.view.id);
    } catch {
      // The verdict stands; the history beside it is read again with the next one.
    }
  }

  async #failed(cause: unknown): Promise<void> {
    const failure = asFailure(cause);
    if (!failure.conflict) {
      this.failure = failure;
      if (this.keeping === "saving") this.keeping = "failed";
      return;
    }
    try {
      this.theirs = await api.work(this.view.id);
      this.keeping = "conflict";
    } catch (second) {
      this.failure = asFailure(second);
      this.keeping = "failed";
    }
  }
}
