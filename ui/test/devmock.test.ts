import { afterEach, expect, it, vi } from "vitest";
import { respond } from "../mock/plugin";
import { api } from "../src/api/client";

afterEach(() => vi.unstubAllGlobals());

/** What the screens of the main navigation ask for when they are opened. */
const asked: Record<string, () => Promise<unknown>> = {
  session: api.session, today: api.today, path: api.path, catalogue: api.catalogue, "own files": () => api.openFiles({ paths: [] }),
  decide: () => api.decide(""), "decide begins": () => api.decisionStarter("rice"), tools: api.toolChoices, roadmap: () => api.lookAtRoadmap(""),
  recall: () => api.recall(), readiness: api.readiness, interviews: api.interviews, bank: api.bank, "a question": () => api.bankQuestion("sd-mumbai-virginia", false),
  mock: api.mocks, "one mock": () => api.mock("mock-2027-01-18-1"), evidence: api.evidence, portfolio: api.checkPortfolio, "portfolio preview": api.previewPortfolio,
  resume: () => api.resume(""), people: api.people, companies: api.companies, applications: api.applications, guide: api.guide, "a guide page": () => api.guidePage("guide-pay"),
  "a review taken in": () => api.takeMockReview("mock-2027-01-18-1", { file: "{}" }), "a reply kept": () => api.keepReply("interview", { text: "" }),
  prompts: () => api.prompt("learning-plan", { inputs: {} }), settings: api.choices, profile: api.profile,
};

it.each(Object.entries(asked))("the mock of `npm run dev` answers what a screen asks for: %s", async (_, ask) => {
  vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
    const body = typeof init.body === "string" ? JSON.parse(init.body) : {};
    const [status, answer] = respond(init.method ?? "GET", url.slice("/api/".length), body);
    return new Response(JSON.stringify(answer), { status });
  });
  await expect(ask()).resolves.toBeTypeOf("object");
});
