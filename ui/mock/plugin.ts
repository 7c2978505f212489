import type { IncomingMessage } from "node:http";
import type { Plugin } from "vite";
import type { WorkView } from "../src/api/model.ts";
import { choices, profile, reckon, session } from "./person.ts";
import { application, applications, companies, company, job, kept } from "./jobs.ts";
import { answered, mock, mockPage, mocks, taken } from "./mocks.ts";
import { decision, evaluated, kept as keptDecision, roadmap, roadmapExport, starter, tools } from "./own.ts";
import { contact, people } from "./people.ts";
import { back, bank, bankQuestion, card, interviews, readiness, recall, recalled } from "./practice.ts";
import { catalogue, path, today } from "./plan.ts";
import { evidence, guide, guidePage, keptReply, portfolio, portfolioCheck, portfolioSettings, preview, previewPage, prompt, verify } from "./proof.ts";
import { proof, resume } from "./resume.ts";
import { check, hints, run, solution, works } from "./work.ts";

type Answer = [status: number, body: unknown];
const ok = (body: unknown): Answer => [200, body];
const missing: Answer = [404, { message: "There is nothing with this name.", help: "Look in the list of exercises.", code: "not-found" }];

/** Stands in for the server while screens are being drawn. Never part of the bundle. */
export function mockServer(): Plugin {
  return {
    name: "footbridge-mock",
    apply: "serve",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const url = request.url ?? "";
        if (url.startsWith("/portfolio-preview/")) {
          response.writeHead(200, { "content-type": "text/html" });
          return void response.end(previewPage);
        }
        if (!url.startsWith("/api/")) return next();
        void readBody(request).then((body) => {
          const [status, answer] = respond(request.method ?? "GET", url.slice("/api/".length), body);
          response.writeHead(status, { "content-type": "application/json" });
          response.end(JSON.stringify(answer));
        });
      });
    },
  };
}

async function readBody(request: IncomingMessage): Promise<any> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text !== "" && request.headers["content-type"] === "application/json" ? JSON.parse(text) : {};
}

export function respond(method: string, url: string, body: any): Answer {
  const [room, id, act] = url.split("/");
  if (room === "session") return ok(session);
  if (room === "onboarding") return ok(id === "reckon" ? reckon(body) : method === "POST" ? session : choices);
  if (room === "profile") return ok(profile);
  if (room === "today") return ok(today);
  if (room === "path") return ok(path);
  if (room === "work") return id ? onWork(works[id], act, body) : ok(catalogue);
  if (room === "people") return ok(!id ? people : id === "import" ? people.imported : id === "find" ? { total: 1, contacts: [contact.line] } : contact);
  if (room === "applications") return ok(id && id !== "file" ? application : id === "file" ? kept : method === "POST" ? application : applications);
  if (room === "companies") return ok(id || method === "POST" ? company : companies);
  if (room === "bank") return ok(id ? bankQuestion(id.endsWith("open=true")) : bank);
  if (room === "recall") return onRecall(url.split("/"));
  if (room === "job") return ok(job);
  if (room?.startsWith("resume")) return ok(id?.startsWith("proof") ? proof : resume);
  if (room === "evidence") return ok(id === "verify" ? verify : evidence);
  if (room === "mocks") return ok(onMocks(method, url.split("/"), body));
  if (room === "decide") return ok(id === "keep" ? keptDecision : id ? starter : decision);
  if (room === "tools") return ok(method === "GET" ? tools : evaluated);
  if (room === "roadmap") return ok(id === "export" ? roadmapExport(body.to) : roadmap(body.text));
  // What only a server can find: a person's own events.
  if (url === "files/events") return missing;
  if (room === "portfolio") return ok(id === "check" ? portfolioCheck : id === "preview" ? preview : id === "settings" ? portfolioSettings : portfolio);
  if (room === "guide") return id ? guidePageOf(id) : ok(guide);
  if (room === "prompts" && act === "reply") return ok(keptReply);
  if (room === "prompts") return ok(prompt(id ?? "", body.inputs ?? {}));
  if (room === "files") return ok(id === "query" ? run(body.sql) : { tables: works["sql-keys-near-quota"]!.tables, findings: [], proposal: "select *\nfrom usage_daily\nlimit 20\n" });
  if (room === "sample") return ok({ url: "/" });
  return missing;
}

function onMocks(method: string, [, id, act, , what]: string[], body: any): unknown {
  if (!id) return method === "GET" ? mocks : mock;
  if (act === "page") return mockPage;
  if (act === "reviews") return taken;
  return what === "answer" ? answered(body.transcript) : mock;
}

function onRecall([, room, id, act]: string[]): Answer {
  if (room === "readiness") return ok(readiness);
  if (room === "interviews") return ok(interviews);
  const decoded = decodeURIComponent(id ?? "");
  return ok(!id ? recall : act === "turn" ? back(decoded) : act === "grade" ? recalled(decoded) : card(decoded));
}

function onWork(work: WorkView | undefined, act: string | undefined, body: any): Answer {
  if (!work) return missing;
  if (act === "answer" && body.base_hash !== work.hash) return [409, { message: "The file is another by now.", help: null, code: "conflict" }];
  if (act === "answer") {
    work.text = body.text;
    work.hash = `h${body.text.length}`;
    return ok({ hash: work.hash });
  }
  if (act === "run") return ok(run(body.text));
  if (act === "check") return ok({ ...check(work, body.text), hash: work.hash });
  if (act === "hint") {
    const hint = hints[work.hints_shown.length];
    if (!hint) return [409, { message: "There are no more hints.", help: null, code: "no-hint" }];
    work.hints_shown = [...work.hints_shown, hint];
    return ok(hint);
  }
  if (act === "solution") return ok(solution);
  if (act === "start") work.hash ||= "s1";
  return ok(work);
}

/** Every page of the contents has the body of the one that was drawn. */
function guidePageOf(id: string): Answer {
  const line = guide.pages.find((page) => page.id === id);
  return line ? ok({ ...guidePage, ...line }) : missing;
}
