/** Where a path of the address bar leads. */
export type Route =
  | { name: "today" }
  | { name: "path" }
  | { name: "catalogue" }
  | { name: "work"; id: string }
  | { name: "lesson"; id: string }
  | { name: "recall"; card: string | undefined }
  | { name: "bank" }
  | { name: "mock"; id: string | undefined }
  | { name: "evidence" }
  | { name: "publish" }
  | { name: "resume" }
  | { name: "people" }
  | { name: "companies" }
  | { name: "job" }
  | { name: "applications" }
  | { name: "guide" }
  | { name: "guide-page"; page: string }
  | { name: "prompts"; prompt: string }
  | { name: "settings" }
  | { name: "welcome" }
  | { name: "file" }
  | { name: "decide" }
  | { name: "roadmap" }
  | { name: "look" }
  | { name: "unknown" };

const PLAIN = new Map<string, Route>(Object.entries<Route>({
  "": { name: "today" },
  today: { name: "today" },
  path: { name: "path" },
  work: { name: "catalogue" },
  recall: { name: "recall", card: undefined },
  bank: { name: "bank" },
  mock: { name: "mock", id: undefined },
  evidence: { name: "evidence" },
  publish: { name: "publish" },
  resume: { name: "resume" },
  people: { name: "people" },
  companies: { name: "companies" },
  job: { name: "job" },
  applications: { name: "applications" },
  guide: { name: "guide" },
  prompts: { name: "prompts", prompt: "learning-plan" },
  settings: { name: "settings" },
  welcome: { name: "welcome" },
  file: { name: "file" },
  decide: { name: "decide" },
  roadmap: { name: "roadmap" },
  look: { name: "look" },
}));

/** The route of a path; a query or fragment must be cut off before. */
export function readRoute(path: string): Route {
  const parts = path.split("/").filter((part) => part !== "");
  if (parts.length <= 1) return PLAIN.get(parts[0] ?? "") ?? { name: "unknown" };
  const [room, raw] = parts;
  const id = decode(raw ?? "");
  if (parts.length > 2 || id === undefined) return { name: "unknown" };
  if (room === "work") return { name: "work", id };
  if (room === "lesson") return { name: "lesson", id };
  if (room === "recall") return { name: "recall", card: id };
  if (room === "mock") return { name: "mock", id };
  if (room === "guide") return { name: "guide-page", page: id };
  if (room === "prompts") return { name: "prompts", prompt: id };
  return { name: "unknown" };
}

/** What follows the path when some of what is asked for changes; what is empty leaves the address. */
export function withAsked(search: string, changes: Record<string, string>): string {
  const asked = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === "") asked.delete(name);
    else asked.set(name, value);
  }
  const text = asked.toString();
  return text === "" ? "" : `?${text}`;
}

/** Screens that are of use before there is a profile. */
export function needsProfile(route: Route): boolean {
  return !["welcome", "guide", "guide-page", "file", "decide", "roadmap", "job", "look"].includes(route.name);
}

/** Paths the server answers itself, which the browser must load. */
export function isServersOwn(path: string): boolean {
  return path.startsWith("/api/") || path === "/portfolio" || path.startsWith("/portfolio/") || path.startsWith("/portfolio-preview/");
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
