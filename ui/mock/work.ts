import type { Block, HintView, RowsView, RunView, SolutionView, VerdictView, WorkView } from "../src/api/model.ts";

const text = (words: string) => ({ kind: "text" as const, text: words });
const p = (words: string): Block => ({ kind: "paragraph", inlines: [text(words)] });
const column = (name: string, data_type: string, about = "") => ({ name, data_type, number: ["bigint", "double"].includes(data_type), about });
const rows = (columns: RowsView["columns"], cells: (string | null)[][]): RowsView => ({ columns, rows: cells, truncated: false, total: cells.length });

const common = { skills: ["Window functions"], hints: 3, hints_shown: [], solution_shown: false, wanted: [], tables: [], questions: [], resources: [], waits_for: [], variant: 1, variants: 1, can_start_again: false, fresh_waits: false, rubric: null, is_public: false, published: [], history: [], passes_as: "verified" as const, state: "in-hand" as const, next: { title: "What these headers promise", opens: "/work/read-rate-limit-headers" } };

const query = `with running as (
  select key_id, day,
         sum(calls) over (partition by key_id order by day) as used
  from usage_daily
)
select r.key_id, min(r.day) as crossed_on
from running r join api_keys k using (key_id)
               join plans p using (plan_id)
where r.used > 0.8 * p.monthly_quota
group by r.key_id order by crossed_on
`;

export const works: Record<string, WorkView> = {
  "sql-keys-near-quota": {
    ...common, id: "sql-keys-near-quota", title: "Which API keys are close to their quota, and since when?", kind: "sql", track: "SQL and data", minutes: 40,
    brief: [p("Support wants to warn customers before they hit their limit. List every key that has used at least 80 % of its monthly quota in March 2026, with the first day it crossed 80 %.")],
    wanted: ["Columns `key_id`, `crossed_on`", "Ordered by `crossed_on`; ties are free"], file: "query.sql", path: "work/sql/sql-keys-near-quota/query.sql", text: query, hash: "a1",
    tables: [
      { name: "usage_daily", about: "Calls of each key on each day", rows: 486112, columns: [column("key_id", "bigint"), column("day", "date"), column("calls", "bigint", "successful and failed")] },
      { name: "api_keys", about: "One row a key", rows: 4210, columns: [column("key_id", "bigint"), column("account_id", "bigint"), column("plan_id", "bigint")] },
      { name: "plans", about: "What was bought", rows: 5, columns: [column("plan_id", "bigint"), column("monthly_quota", "bigint", "NULL: no limit")] },
    ],
    history: [{ at: "2027-01-18T18:42:00Z", outcome: "revise", summary: "212 of 214 rows are right; keys at exactly 80 % are missing.", kept: null }, { at: "2027-01-18T18:20:00Z", outcome: "unreadable", summary: "There is no column `quota` in `plans`.", kept: null }],
  },
  "numeric-queue-wait": {
    ...common, id: "numeric-queue-wait", title: "12.5 % more traffic, how much more waiting?", kind: "numeric", track: "System design", minutes: 30, skills: ["Queueing and utilisation", "Scaling limits"],
    brief: [p("Your API makes PDF invoices. A call puts a job in a line; one worker takes the jobs one after the other. The promise to customers is a mean wait under 5 s."), { kind: "list", start: null, items: [[p("Today 40 jobs arrive a minute, at random moments. After the campaign it will be 45.")], [p("One job takes 1.2 s on average; some are short, a few are long.")]] }, { kind: "code", language: "", text: "mean wait before the work begins     Wq = ρ ÷ (μ − λ)        in minutes, when λ and μ are per minute\njobs in the line (Little's law)      Lq = λ × Wq\n" }],
    file: "answers.toml", path: "work/system-design/numeric-queue-wait/answers.toml", text: "utilisation = 80\n", hash: "b1",
    questions: [
      { id: "utilisation", ask: [p("How busy is the worker today, in percent of its time?")], answer_kind: "number", options: [], unit: "percent", given: ["80"] },
      { id: "remedies", ask: [p("The promise is a mean wait under 5 s at 45 jobs a minute. Which proposals keep it?")], answer_kind: "several", unit: "", given: [], options: ["Make the line longer: let 10,000 jobs wait instead of 1,000.", "Cut the work on one job from 1.2 s to 1.0 s.", "Add a second worker of the same kind that takes from the same line."].map((words, i) => ({ label: "abc"[i]!, text: [p(words)] })) },
    ],
  },
  "weekly-teardown": {
    ...common, id: "weekly-teardown", title: "A teardown of an API product, in 500 words", kind: "write", track: "Product", minutes: 120, skills: ["Product teardown", "Technical writing"],
    brief: [p("Pick an API product you use: Stripe, Twilio, Postman or Razorpay. Say who its users are, which technical problems it solves, and which feature you would prioritise next quarter.")],
    wanted: ["Sections `Users`, `Problems`, `Next quarter`", "500 ± 75 words", "One prioritised feature, with a reason"], file: "answer.md", path: "work/product/weekly-teardown/answer.md", hash: "c1",
    text: "# Twilio Verify\n\n## Users\n\nBackend developers at companies that must know a phone number belongs to the person who typed it.\n\n## Problems\n\nCarriers filter messages without saying so. Verify retries over **voice** when a message is not delivered.\n\n## Next quarter\n\n",
  },
  "lesson-limits-and-errors": {
    ...common, id: "lesson-limits-and-errors", title: "Limits, errors and retries: how an API says no", kind: "lesson", track: "APIs", minutes: 50, hints: 0, skills: ["Rate limiting", "Error responses"],
    brief: [
      p("An API is judged by how it refuses. A client that is told why, and when to come back, recovers by itself; one that is not opens a ticket."), { kind: "heading", level: 2, inlines: [text("What a limit counts")] },
      { kind: "paragraph", inlines: [text("A "), { kind: "strong", inlines: [text("token bucket")] }, text(" holds a number of tokens and is refilled at a steady pace. Each request takes one. When it is empty the answer is "), { kind: "code", text: "429" }, text(", as "), { kind: "link", to: "https://www.rfc-editor.org/rfc/rfc6585", inlines: [text("RFC 6585")] }, text(" has it.")] },
      { kind: "code", language: "http", text: "HTTP/1.1 429 Too Many Requests\nRetry-After: 12\nContent-Type: application/problem+json\n" }, { kind: "heading", level: 2, inlines: [text("Which code says what")] },
      { kind: "table", head: [[text("code")], [text("the same request later")], [text("share of tickets")]], right: [false, false, true], rows: [[[text("429")], [text("can succeed")], [text("12 %")]], [[text("403")], [text("cannot, until somebody changes a right")], [text("31 %")]]] },
      { kind: "quote", blocks: [p("Every attempt of one layer starts all attempts of the layer below.")] },
    ],
    file: "answers.toml", path: "work/apis/lesson-limits-and-errors/answers.toml", text: "", hash: "",
    questions: [
      { id: "bucket-after-burst", ask: [p("A token bucket holds 50 tokens and is refilled with 10 a second. It is full. A client starts to send 30 requests a second. After how many seconds is the first one refused?")], answer_kind: "number", options: [], unit: "seconds", given: [] },
      { id: "which-code", ask: [p("A client asks for more seats than its plan includes. Which answer helps the developer most?")], answer_kind: "one", unit: "", given: [], options: ["429 with Retry-After: 60", "403 with a problem that names the plan and the limit", "500"].map((words, i) => ({ label: "abc"[i]!, text: [p(words)] })) },
    ],
    resources: [{ title: "Problem Details for HTTP APIs (RFC 9457)", by: "IETF", url: "https://www.rfc-editor.org/rfc/rfc9457", kind: "text", free: true, note: "Sections 3.1 and 3.2 are enough." }],
  },
};

const result = rows([column("key_id", "bigint"), column("crossed_on", "date"), column("note", "text")], [["17", "2026-03-04", null], ["204", "2026-03-05", ""], ["3311", "2026-03-05", "trial"]]);
export const run = (sql: string): RunView =>
  /quota\b/.test(sql) && !sql.includes("monthly_quota")
    ? { rows: null, elapsed_ms: 12, fault: "yours", findings: [{ kind: "essential", code: "no-such-column", severity: "error", message: "There is no column `quota` in `plans`.", notes: [], help: ["Did you mean `monthly_quota`?"], start: { line: 1, column: 1, offset: Math.max(0, sql.indexOf("quota")) }, end: { line: 1, column: 6, offset: sql.indexOf("quota") + 5 } }] }
    : { rows: { ...result, truncated: true, total: 214 }, findings: [], elapsed_ms: 84, fault: "" };

const verdict = { passes_as: "verified" as const, findings: [], tables: [], discussion: [], hints_used: 1, solution_used: false, check_version: "1.0", kept: null, milestones: [], next: null, hash: "z" };
export function check(work: WorkView, answer: string): VerdictView {
  if (work.kind === "sql" && answer.includes(">=")) return { ...verdict, outcome: "pass", summary: "All 214 rows are right, in the order asked for.", discussion: [p("“At least” includes the boundary: a key that used exactly 80 % belongs to the list.")], kept: "work/sql/sql-keys-near-quota/passed/3f9a.sql", next: work.next };
  if (work.kind === "sql") {
    const at = answer.indexOf("> 0.8");
    return { ...verdict, outcome: "revise", summary: "212 of 214 rows are right; keys at exactly 80 % are missing.",
      findings: [{ kind: "essential", code: "rows-missing", severity: "warning", message: "2 keys that used exactly 80 % are missing: `>` leaves them out.", notes: ["The brief says “at least 80 %”."], help: ["Look at the comparison on line 9."], question: null, start: { line: 9, column: 14, offset: at }, end: { line: 9, column: 37, offset: at + 23 } }, { kind: "celebratory", code: "order", severity: "advice", message: "The window and its order are right.", notes: [], help: [] }],
      tables: [{ title: "usage_daily · plans", tone: "neutral", rows: rows([column("key_id", "bigint"), column("used", "bigint"), column("monthly_quota", "bigint")], [["7", "80", "100"]]), marked: [[0, 1], [0, 2]] }, { title: "yours", tone: "yours", rows: rows([column("key_id", "bigint"), column("crossed_on", "date")], []), marked: [] }, { title: "right", tone: "right", rows: rows([column("key_id", "bigint"), column("crossed_on", "date")], [["7", "2026-03-01"]]), marked: [] }] };
  }
  if (work.kind === "write") return { ...verdict, outcome: "revise", summary: "57 of 425 to 575 words, and 1 of 3 sections is empty.", findings: [{ kind: "essential", code: "empty-section", severity: "warning", message: "“Next quarter” is empty.", notes: [], help: ["Name one feature and say why it comes before the others."], start: { line: 11, column: 1, offset: answer.length - 2 } }] };
  return { ...verdict, outcome: "revise", summary: "1 of 2 questions is right.", findings: [{ kind: "celebratory", code: "right", severity: "advice", message: "Right. 40 ÷ 50 = 0.8, which is 80 %.", notes: [], help: [], question: work.questions[0]?.id }, { kind: "essential", code: "wrong", severity: "error", message: "Room to wait does not shorten the wait.", notes: ["The mean stays at 10.8 s."], help: [], question: work.questions[1]?.id }] };
}

export const hints: HintView[] = [1, 2, 3].map((number) => ({ number, title: ["Where to begin", "Keep to one month", "The boundary"][number - 1]!, text: [p("Add up the calls of a key day by day, then ask on which day the sum first reaches four fifths of the quota.")] }));
export const solution: SolutionView = { solutions: [query.replace(" > 0.8", " >= 0.8")], language: "sql", discussion: [p("“At least” includes the boundary.")] };
