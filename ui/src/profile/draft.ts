import type { ProfileView } from "../api/model";
import { minutesInWords } from "../words/amounts";

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const USUAL = [0, 15, 30, 45, 60, 75, 90, 105, 120, 150, 180, 240, 300, 360, 420, 480];

/** What a day can be set to: the usual amounts, and the present one when it is another. */
export function amountsFor(minutes: number): { minutes: number; words: string }[] {
  const all = USUAL.includes(minutes) ? USUAL : [...USUAL, minutes].sort((a, b) => a - b);
  return all.map((amount) => ({ minutes: amount, words: amount === 0 ? "none" : minutesInWords(amount) }));
}

/** Minutes of a week. */
export function weekOf(profile: ProfileView): number {
  return profile.minutes.reduce((sum, minutes) => sum + minutes, 0);
}

/** Lines or commas part the entries; empty ones and repetitions are left out. */
export function readList(text: string): string[] {
  return [...new Set(text.split(/[\n,]/).map((entry) => entry.trim()).filter((entry) => entry !== ""))];
}

/** Targets of one's own: those that are not among the ones proposed. */
export function ownTargets(targets: readonly string[], proposed: readonly string[]): string[] {
  return targets.filter((target) => !proposed.includes(target));
}

/** What is still missing before the profile can be kept: one line each. */
export function missing(profile: ProfileView): string[] {
  const lines: string[] = [];
  if (!profile.blocker) lines.push("Say what stands in your way most.");
  if (!profile.background) lines.push("Say where you come from.");
  if (weekOf(profile) === 0) lines.push("Give at least one day some time.");
  if (!profile.start) lines.push("Choose the first day.");
  return lines;
}
