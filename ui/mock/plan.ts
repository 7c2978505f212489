import type { CatalogueView, ExerciseState, MilestoneView, PathView, PlannedItemView, StepView, TodayView } from "../src/api/model.ts";
import { isoOf, dayNumber } from "../src/words/dates.ts";
import { profile, reckon } from "./person.ts";

const START = dayNumber("2026-12-07") ?? 0;
type Line = [id: string, title: string, kind: string, minutes: number, week: number, state: ExerciseState];

const TRACKS: { id: string; title: string; summary: string; goals: string[]; lines: Line[] }[] = [
  { id: "system-design", title: "System design", summary: "Say how a request travels, where a design breaks, and why.", goals: ["Explain microservices architecture in 5 minutes", "Say to an engineer why a proposed architecture will not scale"], lines: [
    ["lesson-one-request", "One request, from the key press to the row", "lesson", 45, 1, "verified"], ["project-trace-a-request", "Trace a request through a product you use", "write", 180, 1, "self-reported"],
    ["lesson-load-and-capacity", "Load, capacity and what breaks first", "lesson", 50, 2, "verified"], ["numeric-availability-budget", "What 99.9 % leaves", "numeric", 25, 2, "verified"], ["numeric-queue-wait", "12.5 % more traffic, how much more waiting?", "numeric", 30, 2, "verified"],
    ["lesson-caching", "Caching, and what it costs to be wrong", "lesson", 50, 3, "verified"], ["choice-cache-or-replica", "A cache or a replica?", "choice", 25, 3, "verified"], ["lesson-services-and-queues", "Services, queues and their failures", "lesson", 55, 4, "verified"],
    ["project-microservices-explained", "Microservices in 5 minutes", "write", 240, 4, "self-reported"], ["read-why-it-will-not-scale", "Why this design will not scale", "read", 35, 4, "to-do"] ] },
  { id: "apis", title: "APIs", summary: "Read a contract, write one, and know what breaks a client.", goals: ["One API of your own, documented where anybody can read it"], lines: [
    ["read-double-charge", "Which client charges twice?", "read", 30, 1, "verified"], ["lesson-rest-contracts", "Contracts: what a client may rely on", "lesson", 50, 5, "verified"], ["lesson-keys-and-tokens", "Keys, tokens and who may do what", "lesson", 55, 6, "verified"],
    ["lesson-limits-and-errors", "Limits, errors and retries: how an API says no", "lesson", 50, 7, "in-hand"], ["project-rate-limit-policy", "A rate limit policy for one endpoint", "write", 180, 7, "to-do"], ["read-rate-limit-headers", "What these headers promise", "read", 30, 7, "to-do"], ["choice-breaking-change", "Does this change break a client?", "choice", 25, 8, "to-do"] ] },
  { id: "sql", title: "SQL and data", summary: "Ask the data yourself, and know when the answer is wrong.", goals: ["Answer a product question on real data without help"], lines: [
    ["sql-failed-requests", "Requests that failed, newest first", "sql", 25, 1, "verified"], ["sql-error-rate-by-endpoint", "Error rate by endpoint", "sql", 35, 3, "verified"], ["sql-keys-near-quota", "Which API keys are close to their quota, and since when?", "sql", 40, 7, "in-hand"], ["sql-worst-hour-of-each-day", "The worst hour of each day", "sql", 45, 12, "to-do"] ] },
  { id: "product", title: "Product", summary: "Specifications, priorities and a roadmap.", goals: ["A roadmap for an API product that exists"], lines: [["weekly-teardown", "A teardown of an API product, in 500 words", "write", 120, 1, "verified"], ["prd-api-feature", "A PRD for an API feature", "write", 240, 10, "to-do"], ["roadmap-api-product", "A roadmap for an API product that exists", "write", 300, 16, "to-do"]] },
  { id: "people", title: "People", summary: "Talk to those who do the work.", goals: [], lines: [["five-people-a-week", "Five people a week", "write", 45, 7, "to-do"], ["informational-interview-one", "First informational interview", "write", 90, 14, "to-do"]] },
  { id: "apply", title: "Target and apply", summary: "Twenty companies, one résumé each, and the interviews.", goals: [], lines: [["twenty-companies", "Twenty companies that hire for the role", "write", 150, 25, "to-do"], ["first-interview-scheduled", "The first interview is scheduled", "write", 30, 27, "to-do"]] },
];

const planned = ([id, title, kind, minutes, week, state]: Line, track: string): PlannedItemView => ({
  id, title, kind, track, minutes, state, first: isoOf(START + (week - 1) * 7), last: isoOf(START + (week - 1) * 7 + (minutes > 60 ? 5 : 0)),
  why: week === 7 ? "Week 7 needs it, and it builds on `lesson-rest-contracts`, which you passed." : "", before_interview: false, opens: `/${kind === "lesson" ? "lesson" : "work"}/${id}`,
});
const all = TRACKS.flatMap((track) => track.lines.map((line) => ({ week: line[4], item: planned(line, track.title) })));
const item = (id: string) => all.find((entry) => entry.item.id === id)!.item;
const say = (text: string) => [{ kind: "paragraph" as const, inlines: [{ kind: "text" as const, text }] }];

const milestone = (id: string, title: string, step: string, week: number, needs: string[], reached = false): MilestoneView => ({ id, title, step, date: isoOf(START + week * 7 - 2), reached, proof: reached ? "self-reported" : null, needs: needs.map(item) });
export const milestones = [
  milestone("milestone-microservices", "Explain microservices architecture in 5 minutes", "foundations", 8, ["project-microservices-explained"], true),
  milestone("milestone-roadmap", "A roadmap for an existing API product", "pm-core", 16, ["prd-api-feature", "roadmap-api-product"]),
  milestone("milestone-published", "3 published pieces that show TPM thinking", "portfolio", 24, ["weekly-teardown"]),
  milestone("milestone-interviews", "3 informational interviews with working TPMs", "network", 20, ["informational-interview-one"]),
  milestone("milestone-first-interview", "First TPM interview scheduled", "apply", 27, ["first-interview-scheduled"]),
];
const step = (number: number, id: string, title: string, weeks: string, from: number, to: number, hours: number, done: number, items: string[]): StepView => ({
  id, number, title, summary: say(`${weeks}: what this step is for, in two sentences. At the end its milestone is reached by work that was passed.`), weeks_in_guide: weeks, first: isoOf(START + from * 7), last: isoOf(START + to * 7 - 1), minutes: hours * 60, minutes_done: done * 60,
  work: [{ title: number === 1 ? "A system design course" : title, items: items.map(item), resources: number === 1 ? [{ title: "The System Design Primer", by: "Donne Martin", url: "https://github.com/donnemartin/system-design-primer", kind: "text", free: true, note: "Short sections on caching, load balancing and queues, with sources." }] : [] }],
  milestone: milestones[number - 1]!,
});

export const path: PathView = {
  interviews: [],
  answer: "First interview by 13 June 2027", reckoning: "162 hours in all · 6 a week · started 7 December 2026", start: "2026-12-07", ends: "2027-06-13", today: "2027-01-19", weeks: 27,
  steps: [
    step(1, "foundations", "Technical foundations", "Weeks 1–8", 0, 8, 46, 34, ["lesson-one-request", "lesson-load-and-capacity", "project-microservices-explained"]), step(2, "pm-core", "PM core skills", "Weeks 9–16", 8, 16, 58, 2, ["prd-api-feature", "roadmap-api-product"]),
    step(3, "portfolio", "Portfolio", "Weeks 17–24", 16, 24, 25, 0, ["weekly-teardown"]), step(4, "network", "Network", "ongoing", 0, 27, 18, 4, ["five-people-a-week", "informational-interview-one"]), step(5, "apply", "Target and apply", "Weeks 25+", 24, 27, 8, 0, ["twenty-companies", "first-interview-scheduled"]),
  ],
  plan_weeks: Array.from({ length: 27 }, (_, i) => {
    const items = all.filter((entry) => entry.week === i + 1).map((entry) => entry.item);
    return { number: i + 1, from: isoOf(START + i * 7), to: isoOf(START + i * 7 + 6), minutes: items.reduce((sum, one) => sum + one.minutes, 0), available: 360, title: i === 6 ? "Limits, errors and retries" : null, items,
      questions: i === 6 ? ["Design a rate limiter for an API with three plans. What do you count, and where?", "What does 429 tell a client that 503 does not?", "A customer reports that 5 % of requests fail. Walk through the investigation."] : [] };
  }),
  moved: [{ title: "Why this design will not scale", from: "2026-12-31", to: "2027-01-23", why: "You worked 3 hours less than planned in week 4." }, { title: "A conference attended", from: "2027-02-20", to: null, why: "No milestone needs it, and the date of the first interview does." }],
  target: "That is 17 days before the date you wish for, 30 June 2027.",
  conflicts: [{ about: "How long the foundations take", says: say("The five steps allot 8 weeks, the learning plan 12. The plan runs weeks 1–8 as step 1 and weeks 9–12 beside the first half of step 2, within your hours.") }],
  details: reckon(profile),
};

export const today: TodayView = {
  interviews: [],
  date: "2027-01-19", week: 7, weeks: 27, answer: "60 minutes planned today", pace: "Ends 13 June 2027 at the planned pace, 2 July 2027 at yours.",
  items: [{ ...item("sql-keys-near-quota"), why: "Week 7 needs window functions, and your last check found one clause to change." }, { ...item("lesson-limits-and-errors"), state: "to-do", minutes: 20 }, item("five-people-a-week")],
  empty: null, milestone: { ...milestones[1]! },
  challenge: null,
  applications: [{ id: "a1", company: "Acme", role: "Technical Product Manager", what: "Ask whether it arrived, if you can through somebody you know there.", since: "2027-01-18" }],
  recall: "5 cards are due; 2 of them fit into 4 min today.",
  people_due: [],
  people_suggested: [],
  people: "3 of 5 new people this week, and 1 person waits to hear from you",
  last_verdict: { exercise: "sql-keys-near-quota", title: "Which API keys are close to their quota, and since when?", outcome: "revise", summary: "212 of 214 rows are right; keys at exactly 80 % are missing.", at: "2027-01-18T18:42:00Z" },
};

export const catalogue: CatalogueView = {
  answer: "14 of 62 pieces of work done",
  tracks: TRACKS.map((track) => ({ id: track.id, title: track.title, summary: track.summary, goals: track.goals, items: track.lines.map((line) => ({ ...planned(line, track.title), skills: [track.title, "Contracts"].slice(0, line[2] === "lesson" ? 2 : 1), passes_as: line[2] === "write" ? (line[0] === "weekly-teardown" ? "structure-verified" as const : "self-reported" as const) : "verified" as const, waits_for: line[0] === "project-rate-limit-policy" ? ["Limits, errors and retries: how an API says no"] : [] })) })),
};
