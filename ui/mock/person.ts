import type { OnboardingChoices, ProfileView, ReckoningView, SessionView } from "../src/api/model.ts";

export const session: SessionView = {
  version: "0.1.0", folder: "/tmp/footbridge-sample/my-path", onboarded: true, sample: true, today: "2027-01-19", exercises_open: 21, evidence: 11, development: true,
  notices: [],
};

export const profile: ProfileView = {
  blocker: "technical-skill", blocker_note: "", background: "data-analysis", background_note: "Four years of reporting for a bank",
  minutes: [60, 60, 0, 60, 0, 120, 60], start: "2026-12-07", region: "india", targets: ["Technical product manager, API platform"], target_date: "2027-06-30",
  companies: ["Postman", "Razorpay"], days_off: ["2026-12-25", "2026-12-26", "2027-01-01"],
};

export const choices: OnboardingChoices = {
  blockers: [
    { id: "technical-skill", label: "Technical skill", note: "System design, APIs and SQL come first." },
    { id: "product-skill", label: "Product skill", note: "Specifications and prioritisation start earlier." },
    { id: "something-else", label: "Something else", note: "You say what; the order stays the usual one." },
  ],
  backgrounds: [
    { id: "product-management", label: "Product management", note: "Specifications will be familiar; the technical weeks carry most that is new." },
    { id: "data-analysis", label: "Data analysis", note: "The SQL weeks will go faster; system design carries most that is new." },
    { id: "consulting", label: "Consulting", note: "Stakeholders are your strength; everything technical is planned in full." },
    { id: "customer-success", label: "Customer success", note: "You know where developers hurt; that is half of developer empathy." },
    { id: "engineering", label: "Engineering", note: "An advantage on the technical side; product work is planned in full." },
    { id: "other", label: "Another background", note: "Everything is planned in full." },
  ],
  regions: [{ id: "india", label: "India", note: "Pay is shown in lakh rupees a year." }, { id: "united-states", label: "United States", note: "Pay is shown in dollars a year." }, { id: "elsewhere", label: "Elsewhere", note: "Both sets of pay figures are shown." }],
  targets: ["Technical product manager, API platform", "Technical product manager, infrastructure", "Product manager, developer experience", "Product manager, data platform"],
  proposal: { ...profile, blocker: "", background: "", background_note: "", minutes: [60, 60, 60, 60, 0, 120, 0], start: "2026-11-23", targets: [], target_date: null, companies: [], days_off: [] },
};

export function reckon(wish: ProfileView): ReckoningView {
  const week = wish.minutes.reduce((sum, minutes) => sum + minutes, 0);
  const total = 9720;
  const weeks = week > 0 ? Math.ceil(total / week) : 0;
  const end = new Date(`${wish.start || "2026-12-07"}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() + weeks * 7 - 1);
  const ends = end.toISOString().slice(0, 10);
  const words = `${end.getUTCDate()} ${end.toLocaleString("en-GB", { month: "long", timeZone: "UTC" })} ${end.getUTCFullYear()}`;
  return {
    answer: `162 hours, first interview by ${words} at ${week / 60} hours a week.`, minutes: total, minutes_a_week: week, weeks, ends: week > 0 ? ends : null,
    target: wish.target_date ? (wish.target_date < ends ? `Your date is earlier than that. ${Math.ceil(total / Math.max(1, weeks - 6) / 60)} hours a week would meet it.` : "That is before the date you wish for.") : null,
    figures: [
      { label: "In all", value: "162 h", how: "The minutes of all work that is not done yet.", parts: [{ label: "Step 1: Technical foundations", value: "60 h" }] },
      { label: "A week", value: `${week / 60} h`, how: "The minutes you gave to each day.", parts: [{ label: "Monday", value: "1 h" }] },
      { label: "Ends", value: words, how: "The day of the last sitting.", parts: [{ label: "The first interview is scheduled", value: words }] },
    ],
    lines: [
      { title: "Lessons", items: 12, minutes: 600, how: "12 lessons of 50 minutes on average", parts: [] },
      { title: "Projects of the twelve weeks", items: 12, minutes: 2880, how: "12 projects of 4 hours on average", parts: [] },
      { title: "SQL exercises", items: 12, minutes: 420, how: "12 exercises of 35 minutes on average", parts: [] },
      { title: "Reading and reckoning", items: 8, minutes: 240, how: "8 exercises of 30 minutes", parts: [] },
      { title: "PM core skills", items: 7, minutes: 2520, how: "7 pieces of 6 hours on average", parts: [] },
      { title: "Portfolio", items: 5, minutes: 1500, how: "5 pieces of 5 hours", parts: [] },
      { title: "Network", items: 7, minutes: 1080, how: "45 minutes a week, and three interviews of an hour", parts: [] },
      { title: "Target and apply", items: 5, minutes: 480, how: "5 pieces of 96 minutes on average", parts: [] },
    ],
    cuts: [
      { title: "A conference attended", minutes: 300, why: "no milestone needs it." },
      { title: "The second documentation contribution", minutes: 240, why: "one is enough for the portfolio." },
    ],
    problem: week > 0 ? null : "Without any time in the week there is no plan. Give at least one day some time.",
  };
}
