import { tick } from "svelte";
import type { Failure } from "../api/client";

/** What is wrong with one field of a form, in the server's sentences. */
export function faultsAt(failure: Failure | undefined, code: string): string[] {
  const here = (failure?.beneath.findings ?? []).filter((found) => found.code === code);
  return here.map((found) => [found.message, ...found.help].join(" "));
}

/** Whether everything that is wrong is told at the fields of the form that was sent. */
export function isAboutFields(failure: Failure): boolean {
  const found = failure.beneath.findings;
  return failure.status === 400 && found.length > 0 && found.every((fault) => !fault.file);
}

/** Puts the keyboard on the first field of a form that has a fault, once the faults are drawn. */
export async function goToFirstFault(form: HTMLFormElement): Promise<void> {
  await tick();
  form.querySelector<HTMLElement>("[aria-invalid]")?.focus();
}
