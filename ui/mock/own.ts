import type { DecisionOptionView, DecisionView, EvaluatedView, KeptDecisionView, RoadmapDownloadView, RoadmapView, ToolChoicesView } from "../src/api/model.ts";

const STARTER = `format: 1
method: rice
title: "What the team builds next quarter"
period: quarter
options:
  - name: "Redelivery of webhooks"
    reach: 800 – 1150 – 1400
    impact: 2
    confidence: 80 %
    effort: 3 – 4 – 7
  - name: "A quick start with a ready test key"
    reach: 2000 – 3000 – 3500
    impact: 1
    confidence: 50 – 80 – 80
    effort: 1 – 1.5 – 3
`;
export const starter = { text: STARTER };
export const evaluated: EvaluatedView = { text: STARTER, told: ["The mock lays no tools side by side: this is the starter."] };
export const kept: KeptDecisionView = { file: "work/decisions/next-quarter.yaml" };
export const tools: ToolChoicesView = { criteria: [{ word: "integration", name: "Integration", asks: "Does it work with what the team has?" }, { word: "price", name: "Price", asks: "What does it cost for the whole team?" }], jobs: [{ job: "Design and try an API", tools: ["Postman", "Bruno"] }] };

const figure = (name: string, value: string) => ({ name, value, evidence: "", why: "" });
const option = (name: string, place: number, value: number, range: [number, number], share: number, figures: DecisionOptionView["figures"]): DecisionOptionView => ({
  name, place, priority: "", value, value_words: String(value), low: range[0], high: range[1], range_words: range.join(" – "), share, share_words: `${share * 100} %`, why: "", figures,
});
export const decision: DecisionView = {
  complete: true, awaits_scores: false, unfinished: false, chosen: "", method: "rice", title: "What the team builds next quarter", figure: "RICE",
  says: "`A quick start with a ready test key` is first at the likely values, and in 99.9 % of all draws.",
  how: "Reach in a quarter × impact × confidence ÷ effort in person-months. Every range is drawn 20,000 times.",
  options: [
    option("A quick start with a ready test key", 1, 1600, [759, 1587], 0.999, [figure("reach", "2000 – 3000 – 3500"), figure("impact", "1"), figure("confidence", "50 – 80 – 80"), figure("effort", "1 – 1.5 – 3")]),
    option("Redelivery of webhooks", 2, 460, [292, 509], 0.001, [figure("reach", "800 – 1150 – 1400"), figure("impact", "2"), figure("confidence", "80"), figure("effort", "3 – 4 – 7")]),
  ],
  reasons: [], unknown: [], worth: [],
  flips: [{ what: "The reach of `A quick start with a ready test key`", from: "3000", to: "863", rival: "Redelivery of webhooks", wins: "", within: false }],
  beats: ["`A quick start with a ready test key` beats `Redelivery of webhooks` in 99.9 %."],
  record: "# What the team builds next quarter\n", table: "option,reach,impact,confidence,effort\n", findings: [],
};

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 96" width="480" height="96" font-family="sans-serif" font-size="14"><rect width="480" height="96" fill="#ffffff"/><text x="16" y="28">Now</text><text x="176" y="28">Next</text><text x="336" y="28">Later</text><rect x="16" y="44" width="128" height="36" rx="4" fill="#e0efeb"/><text x="26" y="67">Keep events</text></svg>';
const FORMS: [id: string, label: string, file: string][] = [["jira", "Jira", "roadmap-jira.csv"], ["markdown", "Markdown", "roadmap.md"], ["svg", "SVG", "roadmap.svg"]];

export const roadmap = (text: string): RoadmapView => ({
  complete: text.trim() !== "", says: "1 outcome and 1 bet: nothing stands against the file.", findings: [], drawing: text.trim() === "" ? null : DRAWING,
  forms: FORMS.map(([id, label]) => ({ id, label, note: "" })),
});

export function roadmapExport(to: string): RoadmapDownloadView {
  const [id, label, file] = FORMS.find(([id]) => id === to) ?? FORMS[0]!;
  return { label, file, content_type: "text/plain", text: id === "svg" ? DRAWING : "Keep events until they were accepted\n", lost: ["`not_doing` has no place in it."], rehearsal: `${label}: 1 row.` };
}
