import type { ContactLineView, ContactView, PeopleView } from "../src/api/model.ts";

const line = (id: string, name: string, work: string, tags: string[] = [], last: string | null = null): ContactLineView => ({ id, name, work, tags, last, planned: null });
const a = line("c-0000000000000001", "A. Sample", "Technical Product Manager at Postman", ["mentor"], "2026-12-01");
const b = line("c-0000000000000002", "B. Sample", "Engineer at Razorpay");

/** People as the screen is drawn with. */
export const people: PeopleView = {
  today: "2026-11-27",
  answer: "3 of 5 new people this week, and 1 person waits to hear from you",
  file: "private/contacts.toml",
  contacts: 2,
  findings: [],
  week: { monday: "2027-01-18", says: "3 new people this week. 2 of 5 to go, by 24 January.", reckoning: ["4 from the week of 11 January can be made up for until 31 January."], goal: 5, to_go: 2, owed: 2, new: [], suggested: [{ contact: b, why: "engineer at Razorpay, a company you aim at" }] },
  due: [{ contact: a, tag: "mentor", since: "2026-12-31", urgency: "late", why: "Last in touch on 1 December 2026. Time since 31 December 2026, as `mentor`." }],
  paths: [{ company: "Postman", paths: [{ contact: a, strength: "exact", why: "It is the same name." }] }],
  weak_paths: 0,
  conversations: [],
  conversations_held: 0,
  conversations_goal: 3,
  gatherings: [{ version: "1", name: "API talks", kind: "meetup", kind_words: "meetup", on: "2027-01-05", until: "2027-01-06", came_of_it: "", met: [b], wants_outcome: true }],
  gatherings_file: "private/gatherings.toml",
  gathering_kinds: [{ id: "meetup", label: "meetup", note: "" }],
  imported: { says: "2 contacts read, 2 new.", on: "2027-01-12", newcomers: [], moved: [], findings: [] },
  cadences: [{ tag: "mentor", every_days: 30, latest_days: 45 }],
  ways: ["message", "mail", "call", "met", "event", "introduction"],
};

/** One of them. */
export const contact: ContactView = {
  line: a, company: "Postman", position: "Technical Product Manager", mail: "", profile: "", connected_on: "2024-03-15", role: "technical product manager", version: "1", touches: [{ on: "2026-12-01", how: "call", note: "" }],
  conversation: { contact: a, agreed: null, steps: ["asked", "prepared", "held", "noted", "thanked", "followed up"].map((words) => ({ id: words.replace(" ", "-"), words, on: null, note: "" })), next: "asked", what: "Ask for half an hour and offer two times.", by: null },
  planned: null,
  questions: [{ ask: "What took most of your hours last week?", why: "Where the time goes." }],
};
