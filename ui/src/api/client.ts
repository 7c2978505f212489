import type * as M from "./model";

/** A request that did not give its answer: what is so, whose fault it is, and what to do. */
export class Failure extends Error {
  constructor(
    /** HTTP status; 0 when no answer came. */
    readonly status: number,
    message: string,
    readonly help: string | null,
    readonly code: string,
    /** What lies beneath: the system's word, and what was found in files. */
    readonly beneath: M.CauseView = { findings: [] },
  ) {
    super(message);
  }

  /** The file was changed outside this window since it was read. */
  get conflict(): boolean {
    return this.status === 409;
  }
}

async function request<T>(method: string, path: string, body?: unknown, more: Pick<RequestInit, "signal" | "keepalive"> = {}): Promise<T> {
  const init: RequestInit = { ...more, method, headers: { accept: "application/json" }, credentials: "same-origin" };
  if (method !== "GET") {
    const file = body instanceof Blob;
    init.headers = { accept: "application/json", "content-type": file ? "application/octet-stream" : "application/json" };
    init.body = file ? body : JSON.stringify(body ?? {});
  }
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new Failure(0, "Footbridge does not answer.", "It may have been stopped. Start it again in the terminal and open the address it prints; your files are as you left them.", "no-answer");
  }
  if (response.ok) {
    if (response.status === 204) return undefined as T;
    return (await response.json()) as T;
  }
  throw await failureFrom(response);
}

async function text(path: string): Promise<string> {
  const response = await fetch(path, { credentials: "same-origin" });
  if (!response.ok) throw await failureFrom(response);
  return response.text();
}

async function failureFrom(response: Response): Promise<Failure> {
  try {
    const error = (await response.json()) as Partial<M.ErrorView>;
    if (error.message) return new Failure(response.status, error.message, error.help ?? null, error.code ?? "", error.cause);
  } catch {
    // The answer was not one of ours; the status below says what is known.
  }
  if (response.status === 401 || response.status === 403)
    return new Failure(response.status, "This window belongs to an earlier start of Footbridge.", "Open the address that the terminal printed at the last start.", "not-allowed");
  return new Failure(response.status, `Footbridge answered with status ${response.status} and no explanation.`, "Reload the page; the terminal that runs Footbridge shows more.", "unexplained");
}

const get = <T>(path: string) => request<T>("GET", path);
const post = <T>(path: string, body?: unknown, signal?: AbortSignal) => request<T>("POST", path, body, signal ? { signal } : {});
const contact = (id: string) => `/api/people/contacts/${encodeURIComponent(id)}`;
const card = (id: string) => `/api/recall/cards/${encodeURIComponent(id)}`;
const mock = (id: string) => `/api/mocks/${encodeURIComponent(id)}`;
const application = (id: string) => `/api/applications/${encodeURIComponent(id)}`;
const work = (id: string) => `/api/work/${encodeURIComponent(id)}`;

/** Where exactly what was sent with an application is given again. */
export const sentFile = (id: string, hash: string) => `${application(id)}/kept/${encodeURIComponent(hash)}`;

/** One function for each thing the server can be asked. */
export const api = {
  session: () => get<M.SessionView>("/api/session"),
  choices: () => get<M.OnboardingChoices>("/api/onboarding"),
  reckon: (profile: M.ProfileView, signal?: AbortSignal) => post<M.ReckoningView>("/api/onboarding/reckon", profile, signal),
  keepProfile: (profile: M.ProfileView) => post<M.SessionView>("/api/onboarding", profile),
  profile: () => get<M.ProfileView>("/api/profile"),
  today: () => get<M.TodayView>("/api/today"),
  path: () => get<M.PathView>("/api/path"),
  catalogue: () => get<M.CatalogueView>("/api/work"),
  work: (id: string) => get<M.WorkView>(work(id)),
  start: (id: string) => post<M.WorkView>(`${work(id)}/start`),
  explain: (id: string, body: M.LookBody) => post<M.ExplanationView>(`${work(id)}/explain`, body),
  look: (id: string, body: M.LookBody, signal: AbortSignal) => post<M.LookView>(`${work(id)}/look`, body, signal),
  scores: (id: string, body: M.ScoresBody) => post<M.WorkView>(`${work(id)}/scores`, body),
  reviewPage: (id: string) => post<M.ReviewPageView>(`${work(id)}/review-page`),
  review: (id: string, body: M.ReviewBody) => post<M.ReviewTakenView>(`${work(id)}/review`, body),
  published: (id: string, body: M.PublishedBody) => post<M.WorkView>(`${work(id)}/published`, body),
  takeBackPublished: (id: string, address: string) => post<M.WorkView>(`${work(id)}/take-back-published`, { address }),
  again: (id: string) => post<M.WorkView>(`${work(id)}/again`),
  /** `leaving`: the window may close before the answer comes; browsers carry up to 64 KiB through. */
  save: (id: string, body: M.AnswerBody, leaving = false) => request<M.SavedView>("PUT", `${work(id)}/answer`, body, { keepalive: leaving && body.text.length < 20_000 }),
  run: (id: string, body: M.RunBody, signal?: AbortSignal) => post<M.RunView>(`${work(id)}/run`, body, signal),
  check: (id: string, body: M.AnswerBody, signal?: AbortSignal) => post<M.VerdictView>(`${work(id)}/check`, body, signal),
  hint: (id: string) => post<M.HintView>(`${work(id)}/hint`),
  solution: (id: string) => post<M.SolutionView>(`${work(id)}/solution`),
  post: (id: string, to: string) => get<M.PostView>(`${work(id)}/post?to=${to}`),
  bank: () => get<M.BankView>("/api/bank"),
  bankQuestion: (id: string, open: boolean) => get<M.BankQuestionView>(`/api/bank/${encodeURIComponent(id)}?open=${open}`),
  recall: () => get<M.RecallView>("/api/recall"),
  readiness: () => get<M.ReadinessView>("/api/recall/readiness"),
  interviews: () => get<M.InterviewsView>("/api/recall/interviews"),
  importCards: (file: Blob) => request<M.CardsImportedView>("POST", "/api/recall/import", file),
  card: (id: string) => get<M.CardView>(card(id)),
  turnCard: (id: string, body: M.CardAnswerBody) => post<M.CardBackView>(`${card(id)}/turn`, body),
  gradeCard: (id: string, body: M.RecallBody) => post<M.RecalledView>(`${card(id)}/grade`, body),
  mocks: () => get<M.MocksView>("/api/mocks"),
  beginMock: (body: M.MockWishBody) => post<M.MockView>("/api/mocks", body),
  mock: (id: string) => get<M.MockView>(mock(id)),
  answerMock: (id: string, number: number, body: M.MockAnswerBody) => post<M.MockView>(`${mock(id)}/questions/${number}/answer`, body),
  scoreMock: (id: string, number: number, body: M.MockScoresBody) => post<M.MockView>(`${mock(id)}/questions/${number}/scores`, body),
  mockPage: (id: string) => post<M.ReviewPageView>(`${mock(id)}/page`),
  takeMockReview: (id: string, body: M.MockReviewBody) => post<M.MockTakenView>(`${mock(id)}/reviews`, body),
  evidence: () => get<M.EvidenceView>("/api/evidence"),
  verify: () => post<M.VerifyView>("/api/evidence/verify"),
  checkPortfolio: () => get<M.PortfolioCheckView>("/api/portfolio/check"),
  previewPortfolio: () => get<M.PortfolioPreviewView>("/api/portfolio/preview"),
  portfolioSettings: () => get<M.PortfolioSettingsView>("/api/portfolio/settings"),
  setPortfolioSettings: (body: M.PortfolioSettingsBody) => request<M.PortfolioSettingsView>("PUT", "/api/portfolio/settings", body),
  buildPortfolio: () => post<M.PortfolioView>("/api/portfolio"),
  people: () => get<M.PeopleView>("/api/people"),
  importContacts: (file: Blob) => request<M.ImportedView>("POST", "/api/people/import", file),
  findContacts: (text: string) => post<M.FoundView>("/api/people/find", { text }),
  addContact: (body: M.ContactBody) => post<M.ContactView>("/api/people/contacts", body),
  contact: (id: string) => get<M.ContactView>(contact(id)),
  changeContact: (id: string, body: M.ContactBody) => request<M.ContactView>("PUT", contact(id), body),
  touch: (id: string, body: M.TouchBody) => post<M.ContactView>(`${contact(id)}/touch`, body),
  takeBackTouch: (id: string, body: M.TouchBody) => post<M.ContactView>(`${contact(id)}/take-back`, body),
  planTouch: (id: string, body: M.PlanTouchBody) => post<M.ContactView>(`${contact(id)}/plan`, body),
  converse: (id: string, body: M.StepBody) => post<M.ContactView>(`${contact(id)}/step`, body),
  takeBackStep: (id: string, step: string) => post<M.ContactView>(`${contact(id)}/take-back-step`, { step }),
  keepCadence: (body: M.CadenceBody) => post<M.PeopleView>("/api/people/cadences", body),
  keepGathering: (body: M.GatheringBody) => post<M.PeopleView>("/api/people/gatherings", body),
  decide: (text: string) => post<M.DecisionView>("/api/decide", { text }),
  keepDecision: (text: string) => post<M.KeptDecisionView>("/api/decide/keep", { text }),
  toolChoices: () => get<M.ToolChoicesView>("/api/tools"),
  evaluateTools: (body: Partial<M.EvaluationBody>) => post<M.EvaluatedView>("/api/tools", body),
  scoreTools: (text: string) => post<M.EvaluatedView>("/api/tools/score", { text }),
  decisionStarter: (method: string) => get<M.StarterView>(`/api/decide/${encodeURIComponent(method)}`),
  lookAtRoadmap: (text: string) => post<M.RoadmapView>("/api/roadmap", { text }),
  downloadRoadmap: (text: string, to: string) => post<M.RoadmapDownloadView>("/api/roadmap/export", { text, to }),
  job: (body: M.JobBody, signal?: AbortSignal) => post<M.JobView>("/api/job", body, signal),
  applications: () => get<M.ApplicationsView>("/api/applications"),
  addApplication: (body: M.NewApplicationBody) => post<M.ApplicationView>("/api/applications", body),
  application: (id: string) => get<M.ApplicationView>(application(id)),
  addToApplication: (id: string, body: Partial<M.EntryBody>) => post<M.ApplicationView>(`${application(id)}/entry`, body),
  takeBackEntry: (id: string, version: string, stage: boolean) => post<M.ApplicationView>(`${application(id)}/take-back`, { version, stage }),
  /** Of its name only the ending is told. */
  keepSent: (file: File) => request<M.KeptFileView>("POST", `/api/applications/file?${new URLSearchParams({ ending: /\.([^.]*)$/.exec(file.name)?.[1] ?? "" })}`, file),
  recordSent: (id: string, body: M.SentBody) => post<M.ApplicationView>(`${application(id)}/sent`, body),
  companies: () => get<M.CompaniesView>("/api/companies"),
  company: (id: string) => get<M.CompanyView>(`/api/companies/${encodeURIComponent(id)}`),
  keepCompany: (body: M.CompanyBody) => post<M.CompanyView>("/api/companies", body),
  resume: (variant: string) => get<M.ResumeView>(`/api/resume?variant=${variant}`),
  resumeText: () => text("/api/resume/json"),
  beginResume: () => post<M.ResumeView>("/api/resume"),
  importResume: (text: string) => post<M.ResumeView>("/api/resume/import", { text }),
  /** `leaving`: the window may close before the answer comes. */
  changeResume: (body: M.ResumeChangeBody, leaving = false) => request<M.ResumeView>("POST", "/api/resume/change", body, { keepalive: leaving }),
  beginVariant: (name: string, role: string) => post<M.ResumeView>("/api/resume/variants", { name, role }),
  changeVariant: (id: string, body: M.ChosenBody) => request<M.ResumeView>("PUT", `/api/resume/variants/${id}`, body),
  proveResume: (query: string) => get<M.ResumeProofView>(`/api/resume/proof?${query}`),
  resumeBesideJob: (text: string, variant: string) => post<M.ResumeJobView>("/api/resume/job", { text, variant }),
  guide: () => get<M.GuideView>("/api/guide"),
  guidePage: (page: string) => get<M.GuidePageView>(`/api/guide/${encodeURIComponent(page)}`),
  prompt: (name: string, body: M.PromptBody, signal?: AbortSignal) => post<M.PromptView>(`/api/prompts/${encodeURIComponent(name)}`, body, signal),
  keepReply: (name: string, body: M.ReplyBody) => post<M.KeptReplyView>(`/api/prompts/${encodeURIComponent(name)}/reply`, body),
  openFiles: (body: M.OpenFilesBody) => post<M.OwnFilesView>("/api/files", body),
  askFiles: (body: M.OwnQueryBody, signal?: AbortSignal) => post<M.RunView>("/api/files/query", body, signal),
  recogniseEvents: (body: M.EventFilesBody) => post<M.EventsView>("/api/files/events", body),
  analyseEvents: (body: M.EventQuestionBody, signal?: AbortSignal) => post<M.AnalyticsView>("/api/files/analytics", body, signal),
  sample: () => post<{ url: string }>("/api/sample"),
};
