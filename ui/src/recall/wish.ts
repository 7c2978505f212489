import type { BankLineView } from "../api/model";

/** Which questions of the bank are wished for. */
export interface Wish {
  words: string;
  /** Id of a kind, or `all`. */
  kind: string;
  /** Id of a kind of companies, or `all`. */
  company: string;
}

/** What an address wishes for. */
export function wishIn(address: URLSearchParams): Wish {
  return { words: address.get("words") ?? "", kind: address.get("kind") ?? "all", company: address.get("company") ?? "all" };
}

/** Whether a question fits; every word must stand in it or in its skills. */
export function asked(line: BankLineView, wish: Wish): boolean {
  const text = `${line.ask} ${line.skills.join(" ")} ${line.id}`.toLowerCase();
  const words = wish.words.toLowerCase().split(/\s+/).filter((word) => word !== "");
  return (wish.kind === "all" || line.kind === wish.kind) && (wish.company === "all" || line.companies.includes(wish.company)) && words.every((word) => text.includes(word));
}
