import { api } from "../api/client";
import type { Failure } from "../api/client";
import { asFailure, Loaded } from "../api/loaded.svelte";
import type { ApplicationsView, ApplicationView, EntryBody, NewApplicationBody } from "../api/model";

/** An application and its file as it stands since its last entry. */
interface Fresh {
  id: string;
  version: string;
}

/** What was sent: a file or the id of a variant, a letter, or both. */
interface SentNow {
  file: File | undefined;
  variant: string;
  /** Look and paper of the variant; empty for the usual ones. */
  theme: string;
  paper: string;
  letter: string;
}

/** What the screen about applications holds, and what it asks the server. */
export class Board {
  overview = new Loaded<ApplicationsView>();
  /** The application that is open. */
  open = $state.raw<ApplicationView>();
  failure = $state.raw<Failure>();
  working = $state(false);
  /** What was done last, for those who do not see the board move. */
  said = $state("");
  /** What was recorded just now and can be taken back. */
  fresh = $state.raw<Fresh>();

  load = () => void this.overview.load(api.applications);

  async show(id: string) {
    this.failure = await this.#do(async () => {
      this.open = await api.application(id);
    });
  }

  async begin(body: NewApplicationBody) {
    this.failure = await this.#change(async () => {
      this.open = await api.addApplication(body);
      this.said = `Begun: ${body.company}, ${body.role}.`;
    });
  }

  /** What went wrong is told in the form that was sent. */
  async add(id: string, body: Partial<EntryBody>): Promise<Failure | undefined> {
    return await this.#change(async () => {
      const view = await api.addToApplication(id, body);
      if (this.open?.line.id === id) this.open = view;
      this.said = body.stage ? `Moved to ${view.line.stage}: ${view.line.company}.` : `Recorded: ${view.line.company}.`;
      this.fresh = { id, version: view.version };
    });
  }

  /** Takes back what was recorded just now. */
  async takeBack() {
    if (!this.fresh) return;
    const { id, version } = this.fresh;
    this.failure = await this.#change(() => this.#takenBack(id, version, false));
  }

  /** Takes back the last stage of the application that is open. */
  async takeBackStage({ line, version }: ApplicationView): Promise<Failure | undefined> {
    return await this.#change(() => this.#takenBack(line.id, version, true));
  }

  async #takenBack(id: string, version: string, stage: boolean) {
    const view = await api.takeBackEntry(id, version, stage);
    if (this.open?.line.id === id) this.open = view;
    this.said = `Taken back: ${view.line.company} stands at ${view.line.stage}.`;
  }

  /** Keeps exactly the bytes of the file, or the PDF of a variant, then says that they were sent. */
  async sent(id: string, { file, variant, theme, paper, letter }: SentNow): Promise<Failure | undefined> {
    return await this.#change(async () => {
      const kept = file ? await api.keepSent(file) : undefined;
      const view = await api.recordSent(id, { resume_name: file?.name ?? "", resume_hash: kept?.hash ?? "", resume_variant: variant, resume_theme: theme, resume_paper: paper, letter });
      if (this.open?.line.id === id) this.open = view;
      this.said = `Kept what was sent: ${view.line.company}.`;
    });
  }

  async #change(act: () => Promise<void>): Promise<Failure | undefined> {
    return await this.#do(async () => {
      await act();
      await this.overview.load(api.applications);
    });
  }

  async #do(act: () => Promise<void>): Promise<Failure | undefined> {
    this.working = true;
    this.failure = undefined;
    this.said = "";
    this.fresh = undefined;
    try {
      await act();
      return undefined;
    } catch (cause) {
      return asFailure(cause);
    } finally {
      this.working = false;
    }
  }
}
