import type { ApplicationLineView, ApplicationsView, ApplicationView, CompaniesView, CompanyLineView, CompanyView, JobView, KeptFileView } from "../src/api/model.ts";

const STAGES = ["found", "applied", "first conversation", "exercise", "interview", "last round", "offer", "accepted", "rejected", "withdrawn", "no answer"];

const line = (id: string, company: string, stage: string, since: string, due: string | null, over = false): ApplicationLineView => ({
  id, company, role: "Technical Product Manager", stage, since, history: [{ stage: "applied", on: "2027-01-04", days: over ? 9 : 15 }, ...(stage === "applied" ? [] : [{ stage, on: since, days: over ? null : 3 }])],
  followed_up: [], remind_on: null, due, resume: "resume.pdf", reason: stage === "rejected" ? "experience" : null, over,
});
const lines = [line("a1", "Acme", "applied", "2027-01-04", "Ask whether it arrived, if you can through somebody you know there."), line("a2", "Beta Payments", "interview", "2027-01-16", null), line("a3", "Gamma", "rejected", "2027-01-13", null, true)];

export const applications: ApplicationsView = {
  answer: "2 open applications, and 1 waits for you", file: "private/applications",
  columns: [["Found", "found"], ["Applied", "applied"], ["First conversation", "first conversation"], ["Interviews", "exercise", "interview", "last round"], ["Offer", "offer"], ["Over", "accepted", "rejected", "withdrawn", "no answer"]].map(([title, ...stages]) => ({ title: title!, stages })),
  due: [{ id: "a1", company: "Acme", role: "Technical Product Manager", what: "Ask whether it arrived, if you can through somebody you know there.", since: "2027-01-14" }],
  lines, from: "2027-01-04", until: "2027-01-19",
  funnel: [
    { from: "applied", to: "first conversation", count: 1, of: 2, waiting: 1, low: 9, high: 91, share: "few, so it may be anything between 9 % and 91 %", is_begun: true, untold: "", says: "From applied to first conversation: 1 of 2: few, so it may be anything between 9 % and 91 %; 1 waiting." },
    { from: "first conversation", to: "interview", count: 1, of: 1, waiting: 0, low: 21, high: 100, share: "few, so it may be anything between 21 % and 100 %", is_begun: true, untold: "", says: "From first conversation to interview: 1 of 1: few, so it may be anything between 21 % and 100 %." },
    { from: "interview", to: "last round", count: 0, of: 0, waiting: 1, low: null, high: null, share: "nothing is decided yet", is_begun: true, untold: "", says: "From interview to last round: nothing is decided yet; 1 waiting." },
  ],
  reasons: [{ reason: "experience", count: 1 }], unreadable: [], stages: STAGES, reason_words: ["no reason given", "experience", "technical depth", "pay"], company_kinds: ["cloud", "fintech"],
};

export const application: ApplicationView = {
  line: lines[0]!, link: "https://acme.example/jobs/12", entries: [{ on: "2027-01-04", says: ["Stage: applied.", "Résumé sent: resume.pdf."], kept: [{ name: "resume.pdf", file: "private/applications/sent/e3b0c44298fc.pdf", hash: "e3b0c44298fc", made: "" }] }], remind_on: null, company_kind: "",
  resume: { name: "resume.pdf", file: "private/applications/sent/e3b0c44298fc.pdf", hash: "e3b0c44298fc", made: "the variant “payments”, in the look Modern, on A4" }, letter: null, letter_text: null, file: "private/applications/acme-technical-product-manager.yaml", version: "v1", findings: [],
};

export const kept: KeptFileView = { hash: "e3b0c44298fc", file: "private/applications/sent/e3b0c44298fc.pdf", bytes: 20_480 };

const company_line = (id: string, name: string, from: string, state: string, missing: string[], people: string[]): CompanyLineView => ({ id, name, from, state, missing, people });
const FOUR = ["Product", "API", "Users", "Recent changes"];

export const companies: CompaniesView = {
  answer: "1 of 20 companies researched", counts: "A company counts when its card says in a sentence each what they sell, what their API does and who uses it, and names one recent change with its date and address.",
  goal: 20, researched: 1, file: "private/companies", unreadable: [],
  companies: [company_line("c1", "Razorpay", "you aim at it, India", "researched", [], ["Bo Hart"]), company_line("c2", "Postman", "developer tools and APIs, India", "begun", ["Recent changes"], []), company_line("c3", "Stripe", "developer tools and APIs", "no card", FOUR, [])],
};

export const company: CompanyView = {
  line: companies.companies[1]!, version: "v1", weak_paths: 0, paths: [], file: "private/companies/postman.md",
  parts: [["product", "Product", "A workbench in which teams design, test and watch their APIs."], ["api", "API", "Collections, environments and runs over REST, called from pipelines."], ["users", "Users", "Developers and testers of companies of every size."], ["changes", "Recent changes", ""], ["people", "People", ""], ["notes", "Notes", ""]].map(([id, title, text]) => ({ id: id!, title: title!, asks: "A sentence of at least 8 words.", text: text! })),
};

export const job: JobView = {
  answer: "Your checked work proves 1 of 2 things that must be and 1 is for you to judge", beside: ["Your checked work proves none of 1 part of the work."],
  must: { proven: 1, mentioned: 0, of: 2, to_judge: 1 }, nice: { proven: 0, mentioned: 0, of: 0, to_judge: 0 }, unclear: { proven: 0, mentioned: 0, of: 1, to_judge: 0 }, not_understood: ["Mentor associate product managers"], findings: [], stuffed: [],
  requirements: [
    { what: "Make a repeated call safe", quote: "You know idempotency keys", must: "must", by_hand: false, shown: [{ title: "A double charge", quote: "The key makes the second call return the first answer.", is_named: true, is_proven: true }], closed_by: [] },
    { what: "Explain a rate limiter and choose its rule", quote: "You have set rate limits", must: "must", by_hand: false, shown: [], closed_by: [{ kind: "lesson", title: "Limits and errors", opens: "/lesson/lesson-limits-and-errors" }] },
    { what: "5+ years", quote: "5+ years in product", must: "must", by_hand: true, shown: [], closed_by: [] },
  ],
};
