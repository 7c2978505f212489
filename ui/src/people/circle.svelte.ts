import { api } from "../api/client";
import { asFailure, Loaded } from "../api/loaded.svelte";
import type { Failure } from "../api/client";
import { isAboutFields } from "../parts/faults";
import type { CadenceBody, ContactBody, ContactView, GatheringBody, ImportedView, PeopleView, PlanTouchBody, StepBody, TouchBody } from "../api/model";

/** What the screen about people holds, and what it asks the server. */
export class Circle {
  overview = new Loaded<PeopleView>();
  /** The contact that is open. */
  person = $state.raw<ContactView>();
  /** What the import of this visit brought. */
  imported = $state.raw<ImportedView>();
  /** The last touch of this visit, as long as it can be taken back. */
  touched = $state.raw<{ id: string; name: string; body: TouchBody }>();
  failure = $state.raw<Failure>();
  working = $state(false);
  /** The row in which something is asked for, and what: one person may stand in several rows. */
  asking = $state.raw<{ row: string; what: "touch" | "cadence" | "plan" }>();

  get ways(): string[] {
    return this.overview.value?.ways ?? [];
  }

  /** The server's day. */
  get today(): string {
    return this.overview.value?.today ?? "";
  }

  load = () => void this.overview.load(api.people);

  async open(id: string) {
    await this.#do(async () => {
      this.person = await api.contact(id);
    });
  }

  async touch(id: string, body: TouchBody): Promise<Failure | undefined> {
    return await this.#change(async () => {
      const person = await api.touch(id, body);
      this.touched = { id, name: person.line.name, body };
      this.asking = undefined;
      if (this.person?.line.id === id) this.person = person;
    });
  }

  async takeBack() {
    const last = this.touched;
    if (!last) return;
    await this.#change(async () => {
      const person = await api.takeBackTouch(last.id, last.body);
      this.touched = undefined;
      if (this.person?.line.id === last.id) this.person = person;
    });
  }

  async take(file: File) {
    await this.#change(async () => {
      this.imported = await api.importContacts(file);
    });
  }

  /** Changes the open contact when the body carries the version that was read, else adds a new one and opens it. */
  async change(body: ContactBody): Promise<Failure | undefined> {
    const id = this.person?.line.id;
    return await this.#change(async () => {
      this.person = id && body.version ? await api.changeContact(id, body) : await api.addContact(body);
    });
  }

  /** Puts somebody under a cadence, whatever else their entry says. */
  async label(id: string, tag: string): Promise<Failure | undefined> {
    return await this.#change(async () => {
      const { line, version, company, position, mail, profile } = await api.contact(id);
      const person = await api.changeContact(id, { version, name: line.name, company, position, mail, profile, tags: [...line.tags, tag] });
      this.asking = undefined;
      if (this.person?.line.id === id) this.person = person;
    });
  }

  /** Plans a touch; without a day the plan is called off. */
  async plan(id: string, body: PlanTouchBody): Promise<Failure | undefined> {
    return await this.#change(async () => {
      const person = await api.planTouch(id, body);
      this.asking = undefined;
      if (this.person?.line.id === id) this.person = person;
    });
  }

  async keepCadence(body: CadenceBody): Promise<Failure | undefined> {
    return await this.#change(async () => void (await api.keepCadence(body)));
  }

  async step(body: StepBody) {
    const id = this.person?.line.id;
    if (!id) return;
    await this.#change(async () => {
      this.person = await api.converse(id, body);
    });
  }

  async takeBackStep(step: string) {
    const id = this.person?.line.id;
    if (!id) return;
    await this.#change(async () => {
      this.person = await api.takeBackStep(id, step);
    });
  }

  async keepGathering(body: GatheringBody) {
    await this.#change(async () => void (await api.keepGathering(body)));
  }

  async #change(act: () => Promise<void>): Promise<Failure | undefined> {
    return await this.#do(async () => {
      await act();
      await this.overview.load(api.people);
    });
  }

  /** What went wrong, for the form that was sent; what is not about its fields stands above the screen too. */
  async #do(act: () => Promise<void>): Promise<Failure | undefined> {
    this.working = true;
    this.failure = undefined;
    try {
      await act();
      return undefined;
    } catch (cause) {
      const failure = asFailure(cause);
      if (!isAboutFields(failure)) this.failure = failure;
      return failure;
    } finally {
      this.working = false;
    }
  }
}
