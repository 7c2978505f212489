import type { CatalogueItemView, TrackView } from "../api/model";

/** What the catalogue shows. */
export interface Filter {
  words: string;
  /** A state, or `all`. */
  state: string;
  /** A kind, or `all`. */
  kind: string;
}

/** The filter that stands in an address. */
export function filterIn(address: URLSearchParams): Filter {
  return { words: address.get("words") ?? "", state: address.get("state") ?? "all", kind: address.get("kind") ?? "all" };
}

/** Whether a piece of work is shown: every word must occur in its title, id or skills. */
export function shown(item: CatalogueItemView, filter: Filter): boolean {
  if (filter.state !== "all" && item.state !== filter.state) return false;
  if (filter.kind !== "all" && item.kind !== filter.kind) return false;
  const text = [item.title, item.id, ...item.skills].join(" ").toLowerCase();
  return filter.words.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

/** What to open first: work in hand, else the first that waits for nothing. */
export function doFirst(tracks: readonly TrackView[]): CatalogueItemView | undefined {
  const items = tracks.flatMap((track) => track.items);
  return items.find((item) => item.state === "in-hand") ?? items.find((item) => item.state === "to-do" && item.waits_for.length === 0);
}
