import type { EvidenceView, ExerciseState, GuidePageView, GuideView, KeptReplyView, PortfolioCheckView, PortfolioPreviewView, PortfolioSettingsView, PortfolioView, PromptView, VerifyView } from "../src/api/model.ts";
import { milestones } from "./plan.ts";

const pass = (exercise: string, title: string, track: string, proof: ExerciseState, at: string, summary: string, more = {}) => ({ exercise, title, track, proof, at, summary, kept: `work/${exercise}/passed/3f9a61c0.sql`, answer_hash: "3f9a61c07be2c0a4d5f1b6a8e9c2d7f0315b48a6d9e0c1f2a3b4c5d6e7f80912", check_version: "1.0", check_changed: false, damaged: null, help: "no help", rerun: `footbridge check ${exercise} --kept 3f9a61c0`, opens: `/work/${exercise}`, ...more });
const skill = (id: string, title: string, area: string, state: ExerciseState) => ({ id, title, area, state, shown: state === "verified" ? "Three exercises passed" : "Proven by an exercise", by: [{ title: "Error rate by endpoint", opens: "/work/sql-error-rate-by-endpoint" }] });

export const evidence: EvidenceView = {
  answer: "9 verified, 2 self-reported, 6 of 84 skills shown",
  passes: [
    pass("sql-error-rate-by-endpoint", "Error rate by endpoint", "SQL and data", "verified", "2027-01-12T18:20:00Z", "All 12 rows are right.", { help: "2 hints" }),
    pass("project-microservices-explained", "Microservices in 5 minutes", "System design", "self-reported", "2027-01-05T09:10:00Z", "Every section is there; the form is judged, not the thinking."),
    pass("numeric-queue-wait", "12.5 % more traffic, how much more waiting?", "System design", "verified", "2026-12-17T19:02:00Z", "5 of 5 answers are right.", { check_changed: true }),
    pass("sql-failed-requests", "Requests that failed, newest first", "SQL and data", "verified", "2026-12-09T18:30:00Z", "All 311 rows are right, in the order asked for.", { damaged: "The kept copy was changed after the pass: its hash is another. Check the exercise again to have a new one." }),
  ],
  skills: [skill("window-functions", "Window functions", "data", "in-hand"), skill("sql-aggregation", "Grouping and aggregates", "data", "verified"), skill("rate-limiting", "Rate limiting", "apis", "to-do"), skill("queueing-and-utilisation", "Queueing and utilisation", "system-design", "verified"), skill("explaining-architecture", "Explaining an architecture", "soft", "self-reported")],
  former: [{ exercise: "read-that-was-retired", proof: "verified", at: "2026-12-08T18:30:00Z", summary: "4 of 4 questions are right.", answer_hash: "9c1f" }],
  milestones, site: "site/",
};
export const verify: VerifyView = { answer: "10 of 11 passes hold", lines: [{ exercise: "sql-error-rate-by-endpoint", kept: "passed/3f9a.sql", result: "holds", says: "The kept answer passes again." }, { exercise: "sql-failed-requests", kept: "passed/71aa.sql", result: "damaged", says: "The kept copy has another hash than the pass." }] };
export const portfolioCheck: PortfolioCheckView = { answer: "9 pieces in 24 files: nothing is broken.", is_built: true, up_to_date: false, sound: true, faults: [], missing: [], unpublished: [{ title: "PRD 1: a feature of an API", opens: "/work/prd-api-feature" }], settings: "portfolio.toml" };
export const portfolioSettings: PortfolioSettingsView = { hash: "6b1d", file: "portfolio.toml", words: { headline: "Builds APIs that explain themselves", about: "", address: "", theme: "workbench", featured: [], reviews: false, links: [{ label: "Code", address: "https://code.example/sample" }] }, headline_without: "", themes: [{ id: "workbench", name: "Workbench: sans-serif, thin lines, one accent" }, { id: "paper", name: "Paper: serif, narrow lines, like an essay" }], pieces: [{ id: "sql-failed-requests", title: "Failed requests by key", at_the_top: true, shown: true }, { id: "prd-api-feature", title: "PRD 1: a feature of an API", at_the_top: false, shown: true }], most_at_the_top: 3 };
export const portfolio: PortfolioView = { answer: "12 pages in `site/`", folder: "site/", files: ["index.html", "evidence/index.html", "writing/weekly-teardown.html"], left_alone: ["style.css"], no_longer_shown: [] };

const PAY = "India, 2026: 18–25 lakh INR a year at entry to 80–120+ at principal or staff; United States: 140,000–200,000 USD on average at mid-career, 300,000+ at FAANG including stock. All of these are claims.";
export const preview: PortfolioPreviewView = { says: "1 page and 1 file besides; 2 files would be written.", pages: [{ title: "Sample learner", path: "index.html", opens: "/portfolio-preview/index.html", state: "new", faults: [] }], others: 1 };
export const previewPage = "<!doctype html><html lang=\"en\"><title>Sample learner</title><body><h1>Sample learner</h1><p>9 pieces of work, each with how it was checked.</p></body></html>";
export const guide: GuideView = { pages: [
  { id: "guide-role", title: "The role", answer: "Owns products that serve developers: APIs, SDKs, data pipelines, cloud services, developer tools." }, { id: "guide-week", title: "A typical week", answer: "18 to 28 hours of a week are accounted for; 4 to 6 of them are design reviews." },
  { id: "guide-pay", title: "What the work pays", answer: PAY }, { id: "guide-who-hires", title: "Who hires", answer: "Companies whose product is an API, a cloud or a tool for developers." } ] };
const pay = (level: string, from: number, to: string, who: string) => ({ cells: [level, String(from), to, who], numbers: [null, from, Number(to.replace("+", "")) || null, null], kind: "claim", source: "guide", date: "2026" });
export const guidePage: GuidePageView = {
  id: "guide-pay", title: "What the work pays", answer: PAY,
  text: [{ kind: "paragraph", inlines: [{ kind: "text", text: "Every figure here is a claim of the guide: nobody has shown the survey behind it. Take the bands as a frame for a conversation, not as an offer." }] }, { kind: "placed", table: "pay-india" }],
  tables: [{ id: "pay-india", title: "India, 2026", note: "There is no band for years 0–3, and none is labelled 8+.", columns: [{ id: "level", title: "Level", unit: "", number: false }, { id: "from", title: "From", unit: "₹ lakh a year", number: true }, { id: "to", title: "To", unit: "₹ lakh a year", number: true }, { id: "who", title: "Named employers", unit: "", number: false }],
    rows: [pay("entry", 18, "25", "startups, series A and B"), pay("mid, 3–5 years", 30, "45", "Flipkart, Razorpay, CRED"), pay("senior, 5–8 years", 50, "75", "Google, Microsoft, Amazon India"), pay("principal or staff", 80, "120+", "FAANG, Stripe, Atlassian"), pay("at FAANG, no level given", 50, "", "")] }],
  sources: [{ id: "guide", title: "The guide this product was asked for with", date: "2026", url: "", note: "It names no survey." }],
  conflicts: [{ about: "Headlines and bands", says: [{ kind: "paragraph", inlines: [{ kind: "text", text: "The headline figure of 35+ lakh lies inside the band for 3–5 years, not at entry. We show both." }] }] }],
  gaps: ["No band is given for years 0–3.", "None is labelled 8+ years."], actions: [{ label: "Set your region and target roles", screen: "/settings", command: "footbridge init --region" }, { label: "See who hires", screen: "/guide/guide-who-hires", command: "" }],
};
export const prompt = (name: string, inputs: Record<string, string>): PromptView => ({
  name, title: { "learning-plan": "A 12-week learning plan", interview: "Interview preparation", tools: "Choosing between tools" }[name] ?? name, asks: "Ten questions, with what is evaluated, a framework and common mistakes",
  text: `You are a senior technical product manager at ${inputs.company || "[company]"}.\n\nMy background: data analysis, four years.\nI have passed: error rate by endpoint; queueing and utilisation.\n\nAsk me ten questions: 3 system design scenarios, 3 product sense cases, 2 API-specific technical, 2 behavioural.`,
  filled: [{ name: "background", value: "data analysis, four years", masked: false }, { name: "employer", value: "a bank", masked: true }], inputs: name === "interview" ? [{ name: "company", label: "Company", value: inputs.company ?? "" }] : [], notes: [],
});
export const keptReply: KeptReplyView = { says: "Kept as private/replies/interview-2027-01-19.md, marked as unreviewed. No verdict rests on it.", file: "private/replies/interview-2027-01-19.md", already: false, unreviewed: true, next: "footbridge mock begin --reply interview-2027-01-19.md", decision: "" };
