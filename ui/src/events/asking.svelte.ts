import { api } from "../api/client";
import { Loaded } from "../api/loaded.svelte";
import type { AnalyticsView, EventFilesBody, EventPart, EventQuestion, EventsView, PeriodName, TableSchemaView, WhyNotView } from "../api/model";
import { sameColumns, secondsOf, type WindowUnit } from "./form";

export type Kind = EventQuestion["kind"];

/** A file that was opened: its path, and the table it became. */
export interface OpenedFile {
  path: string;
  table: TableSchemaView;
}

/** What is asked of the events in opened files, and what came of it. */
export class EventAsking {
  readonly recognised = new Loaded<EventsView>();
  readonly answer = new Loaded<AnalyticsView>();
  readonly files: OpenedFile[];
  kind = $state<Kind>("funnel");
  /** Which of the files hold the events, by path. */
  chosen = $state<string[]>([]);
  /** Columns named by hand. */
  columns = $state<Partial<Record<EventPart, string>>>({});
  zone = $state("");
  timesIn = $state("");
  steps = $state(["", ""]);
  windowCount = $state(7);
  windowUnit = $state<WindowUnit>("days");
  by = $state("");
  begin = $state("");
  back = $state("");
  period = $state<PeriodName>("week");
  periods = $state(8);
  onOrAfter = $state(false);
  per = $state<PeriodName | "">("");
  endpoint = $state("");
  /** Which kind the answer is of. */
  answered = $state<Kind>();
  #stop: AbortController | undefined;

  constructor(files: OpenedFile[]) {
    this.files = files;
    const first = files[0];
    if (first) this.chosen = files.filter((file) => sameColumns(file.table, first.table)).map((file) => file.path);
  }

  readonly isOfRequests = $derived(this.kind === "api" || this.kind === "first-call");
  readonly whyNot = $derived<WhyNotView | null | undefined>(this.isOfRequests ? this.recognised.value?.no_requests : this.recognised.value?.no_users);
  readonly namedSteps = $derived(this.steps.filter((step) => step !== ""));
  readonly isAskable = $derived(
    this.recognised.value !== undefined && !this.recognised.working && !this.whyNot && !this.answer.working && this.chosen.length > 0 && (this.kind !== "funnel" || this.namedSteps.length > 0),
  );

  columnOf(part: EventPart): string {
    return this.columns[part] ?? this.recognised.value?.parts.find((one) => one.part === part)?.column ?? "";
  }

  /** Looks at the files again, with the columns as they are named now. */
  async recognise() {
    if (this.chosen.length === 0) return;
    const isFirst = this.recognised.value === undefined;
    const view = await this.recognised.load(() => api.recogniseEvents(this.#body("")));
    if (!view) return;
    const names = view.events.map((event) => event.name);
    this.steps = this.steps.map((step) => (names.includes(step) ? step : ""));
    for (const field of ["begin", "back"] as const) if (!names.includes(this[field])) this[field] = "";
    if (isFirst && view.no_users && !view.no_requests) this.kind = "api";
    if (this.endpoint === "") this.endpoint = view.columns.find((name) => /^(endpoint|route|path|url)$/i.test(name)) ?? "";
  }

  name(part: EventPart, column: string) {
    const { [part]: _, ...others } = this.columns;
    this.columns = column === "" ? others : { ...others, [part]: column };
    void this.recognise();
  }

  async ask() {
    if (!this.isAskable) return;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const kind = this.kind;
    const by = kind === "funnel" ? this.by : kind === "api" ? this.endpoint : "";
    const question = this.#question();
    await this.answer.load(async () => {
      const view = await api.analyseEvents({ files: this.#body(by), question }, signal);
      this.answered = kind;
      return view;
    });
  }

  stop() {
    this.#stop?.abort();
  }

  #body(by: string): EventFilesBody {
    return { paths: this.chosen, columns: { ...this.columns, by: by.trim() }, zone: this.zone.trim(), times_in: this.timesIn.trim() };
  }

  #question(): EventQuestion {
    const { begin, back, period, periods } = this;
    switch (this.kind) {
      case "funnel":
        return { kind: "funnel", steps: this.namedSteps, window_seconds: secondsOf(this.windowCount, this.windowUnit) };
      case "retention":
        return { kind: "retention", begin, back, period, periods, on_or_after: this.onOrAfter };
      case "cohort":
        return { kind: "cohort", begin, period, periods };
      case "api":
        return { kind: "api", per: this.per === "" ? null : this.per };
      case "first-call":
        return { kind: "first-call" };
    }
  }
}
