import { tick } from "svelte";
import { api } from "../api/client";
import type { Failure } from "../api/client";
import { asFailure, Loaded } from "../api/loaded.svelte";
import type { ApplicationsView, ApplicationView, EntryBody, NewApplicationBody } from "../api/model";
import { keepingFocus } from "../parts/focus";

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
  /** The form that asked last, where its failure is told; empty for what no form of the panel asked. */
  asked = $state("");
  working = $state(false);
  /** What was done last, for those who do not see the board move. */
  said = $state("");
  /** What was recorded just now and can be taken back. */
  fresh = $state.raw<Fresh>();

  load = () => void this.overview.load(api.applications);

  async show(id: string) {
    await this.#do(async () => {
      this.open = await api.application(id);
    });
  }

  async begin(body: NewApplicationBody) {
    await this.#change(async () => {
      this.open = await api.addApplication(body);
      this.said = `Begun: ${body.company}, ${body.role}.`;
    });
  }

  /** Adds an entry; `form` is the one of the panel that asks. */
  async add(id: string, body: Partial<EntryBody>, form = "") {
    await this.#change(async () => {
      const view = await api.addToApplication(id, body);
      if (this.open?.line.id === id) this.open = view;
      this.said = body.stage ? `Moved to ${view.line.stage}: ${view.line.company}.` : `Recorded: ${view.line.company}.`;
      this.fresh = { id, version: view.version };
    }, form);
    await goTo(id, form);
  }

  /** Takes the last entry of an application back. */
  async takeBack({ id, version }: Fresh, form = "") {
    await this.#change(async () => {
      const view = await api.takeBackEntry(id, version);
      if (this.open?.line.id === id) this.open = view;
      this.said = `Taken back: ${view.line.company} stands at ${view.line.stage}.`;
    }, form);
    await goTo(id, form);
  }

  /** Keeps exactly the bytes of the file, or the PDF of a variant, then says that they were sent. */
  async sent(id: string, { file, variant, theme, paper, letter }: SentNow) {
    await this.#change(async () => {
      const kept = file ? await api.keepSent(file) : undefined;
      const view = await api.recordSent(id, { resume_name: file?.name ?? "", resume_hash: kept?.hash ?? "", resume_variant: variant, resume_theme: theme, resume_paper: paper, letter });
      if (this.open?.line.id === id) this.open = view;
      this.said = `Kept what was sent: ${view.line.company}.`;
    }, "sent");
  }

  async #change(act: () => Promise<void>, form = "") {
    await this.#do(async () => {
      await act();
      await this.overview.load(api.applications);
    }, form);
  }

  async #do(act: () => Promise<void>, form = "") {
    this.working = true;
    this.asked = form;
    this.failure = undefined;
    this.said = "";
    this.fresh = undefined;
    await keepingFocus(async () => {
      try {
        await act();
      } catch (cause) {
        this.failure = asFailure(cause);
      } finally {
        this.working = false;
      }
    });
  }
}

/** A control that had the focus may be gone: a card that moved to another column is a new one, and a form that was sent is empty. The new card, or the panel, gets it. */
async function goTo(id: string, form: string) {
  await tick();
  if (document.activeElement === document.body) document.getElementById(form === "" ? `move-${id}` : "application")?.focus();
}
