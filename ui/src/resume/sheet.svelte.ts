import { tick } from "svelte";
import { api, Failure } from "../api/client";
import { asFailure, Loaded } from "../api/loaded.svelte";
import type { ChosenBody, ChosenSectionView, ResumeChange, ResumeJobView, ResumeProofView, ResumeView } from "../api/model";

/** What the screen about the résumé holds, and what it asks the server. */
export class Sheet {
  view = new Loaded<ResumeView>();
  proof = new Loaded<ResumeProofView>();
  job = new Loaded<ResumeJobView>();
  theme = $state("modern");
  paper = $state("");
  /** Id of the variant that is looked at, or asked for; empty for the whole résumé. */
  variant = $state("");
  failure = $state.raw<Failure>();
  working = $state(false);
  /** What was taken out last, as long as it can be put back. */
  taken = $state.raw<{ what: string; pointer: string; before: string }>();
  /** What is unfolded, by its place. */
  opened = $state<Record<string, boolean>>({ "/work": true });

  // One request at a time: each change goes with the hash that the one before gave back, and none ends over a newer one.
  #last: Promise<unknown> = Promise.resolve();

  /** What is looked at, as the server takes it. */
  get query(): string {
    return new URLSearchParams({ variant: this.variant, theme: this.theme, paper: this.paper }).toString();
  }

  load = () => this.#act(() => api.resume(this.variant));

  async look(variant: string) {
    this.variant = variant;
    // What was said was said of another résumé.
    this.job.value = undefined;
    const there = await this.#act(() => api.resume(variant));
    // The one before is still there to be seen.
    if (!there && this.variant === variant) this.variant = this.#seen;
  }

  /** The same résumé on other paper. */
  async set(theme: string, paper: string) {
    this.theme = theme;
    this.paper = paper;
    await this.prove();
  }

  async prove() {
    if (this.view.value?.form) await this.proof.load(() => api.proveResume(this.query));
  }

  /** Opens what a field stands in and puts the keyboard there. */
  async goTo(field: string) {
    const parts = field.split("/");
    for (let end = 2; end < parts.length; end += 1) this.opened[parts.slice(0, end).join("/")] = true;
    await tick();
    document.querySelector<HTMLElement>(`[data-place="${CSS.escape(field)}"]`)?.focus();
  }

  begin = () => this.#act(() => api.beginResume());

  importFrom = (file: File) => this.#act(async () => api.importResume(await textOf(file)));

  /** Whether it was done. */
  change(change: ResumeChange, leaving = false): Promise<boolean> {
    return this.#act(() => api.changeResume({ base_hash: this.view.value?.hash ?? "", variant: this.variant, ...change }, leaving));
  }

  /** Takes an entry out, and keeps what it takes to put it back. */
  async remove(pointer: string, what: string) {
    const done = await this.#act(async () => {
      const before = await api.resumeText();
      const view = await api.changeResume({ base_hash: this.view.value?.hash ?? "", variant: this.variant, act: "remove", pointer });
      this.taken = { what, pointer, before };
      return view;
    });
    if (!done) return;
    await tick();
    document.querySelector<HTMLElement>("[data-put-back]")?.focus();
  }

  /** Puts the entry that was taken out last back at its place, and the cursor there. */
  async putBack() {
    const taken = this.taken;
    if (!taken || !(await this.change({ act: "put-back", pointer: taken.pointer, before: taken.before }))) return;
    this.taken = undefined;
    await tick();
    document.querySelector<HTMLElement>(`[data-place="${taken.pointer}"], [data-entry="${taken.pointer}"]`)?.focus();
  }

  /** Writes a text over one of those that may stand there. Which one does is known only when its turn comes. */
  write(pointer: string, text: string, over: readonly string[], leaving = false): Promise<boolean> {
    return this.#act(() => {
      const there = textAt(this.view.value, pointer);
      if (there === undefined || !over.includes(there)) {
        throw new Failure(409, "What you typed was not kept: something else stands in its place now.", "Load it again, then make your change.", "changed");
      }
      return api.changeResume({ base_hash: this.view.value?.hash ?? "", variant: this.variant, act: "set", pointer, text }, leaving);
    });
  }

  /** Adds an empty entry and puts the cursor there. */
  async add(list: string, count: number) {
    if (!(await this.change({ act: "add", pointer: list }))) return;
    const added = `${list}/${count}`;
    this.opened[list] = this.opened[added] = true;
    await tick();
    document.querySelector<HTMLElement>(`[data-place="${added}"], [data-place^="${added}/"]`)?.focus();
  }

  async beginVariant(name: string, role: string): Promise<boolean> {
    return this.#act(async () => {
      const view = await api.beginVariant(name, role);
      this.variant = view.variant?.line.id ?? "";
      return view;
    });
  }

  /** Keeps what a variant shows, unless another is looked at when its turn comes: the hash would be that one's. */
  async choose(id: string, role: string, sections: ChosenSectionView[]) {
    await this.#act(() => {
      if (this.#seen !== id) {
        throw new Failure(409, "Another variant is looked at now, so this choice was not kept.", "Look at it again, then choose.", "changed");
      }
      const body: ChosenBody = { base_hash: this.view.value?.variant?.hash ?? "", role, sections: shownOf(sections) };
      return api.changeVariant(id, body);
    });
  }

  async readJob(text: string) {
    await this.job.load(() => api.resumeBesideJob(text, this.variant));
  }

  /** Id of the variant that is there to be seen. */
  get #seen(): string {
    return this.view.value?.variant?.line.id ?? "";
  }

  #act(act: () => Promise<ResumeView>): Promise<boolean> {
    const done = this.#last.then(async () => {
      this.working = true;
      this.failure = undefined;
      try {
        const view = await this.view.load(act);
        const failure = this.view.failure;
        // An act that failed is told where it was done; only a first reading that failed is told in place of the screen.
        if (this.view.value) this.view.failure = undefined;
        if (failure) throw failure;
        if (view) this.#take(view);
        return true;
      } catch (cause) {
        this.failure = asFailure(cause);
        return false;
      } finally {
        this.working = false;
      }
    });
    this.#last = done;
    return done;
  }

  #take(view: ResumeView) {
    this.paper ||= view.papers[0]?.id ?? "a4";
    void this.prove();
  }
}

/** The text that the form has at a place. */
function textAt(view: ResumeView | undefined, pointer: string): string | undefined {
  const entries = view?.form?.sections.flatMap((section) => section.entries) ?? [];
  const fields = [view?.form?.basics ?? [], ...entries.flatMap((entry) => [entry.fields, ...entry.lists.map((list) => list.items)])].flat();
  return fields.find((field) => field.pointer === pointer)?.text;
}

/** The text of a file. Bytes that are none are refused: read with replacements, they would be kept with them. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Failure(0, "This file is not UTF-8 text.", "Save it as UTF-8 in your editor, then take it in.", "asked");
  }
}

/** What is shown, in its order, and what is left out, as the server takes it. */
function shownOf(sections: readonly ChosenSectionView[]): ChosenBody["sections"] {
  return sections.map((section) => ({
    section: section.section,
    entries: section.entries.filter((entry) => entry.shown).map((entry) => ({ entry: entry.entry, items: entry.items.filter((item) => item.shown).map((item) => item.text), left_out: entry.items.filter((item) => !item.shown).map((item) => item.text) })),
    left_out: section.entries.filter((entry) => !entry.shown).map((entry) => entry.entry),
  }));
}

/** Whether two choices show the same of the same, wherever what they leave out stands. */
export function isSameChoice(first: readonly ChosenSectionView[], second: readonly ChosenSectionView[]): boolean {
  const everything = (sections: readonly ChosenSectionView[]) => sections.flatMap((section) => section.entries.flatMap((entry) => [`${section.section} ${entry.entry}`, ...entry.items.map((item) => `${section.section} ${entry.entry} ${item.text}`)])).sort();
  const withoutLeftOut = (key: string, value: unknown) => (key === "left_out" ? undefined : value);
  const said = (sections: readonly ChosenSectionView[]) => JSON.stringify([shownOf(sections), everything(sections)], withoutLeftOut);
  return said(first) === said(second);
}

/** The list with one of its members a step further up or down. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const others = list.filter((_, at) => at !== from);
  const member = list[from];
  return member === undefined ? [...list] : [...others.slice(0, to), member, ...others.slice(to)];
}
