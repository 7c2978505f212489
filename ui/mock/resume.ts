import type { ResumeFieldView, ResumeProofView, ResumeView } from "../src/api/model.ts";

const backing = { id: "sql-keys-near-quota", title: "Which API keys are close to their quota", proof: "verified" as const };
const field = (pointer: string, label: string, text: string, input = "line"): ResumeFieldView => ({ pointer, label, text, input, locked: false, evidence: [] });

export const resume: ResumeView = {
  answer: "1 job, 1 bullet, 1 of them backed by evidence",
  path: "resume.json",
  hash: "r1",
  state: "readable",
  locked: null,
  findings: [],
  form: {
    basics: [field("/basics/name", "Name", "Sample learner"), field("/basics/label", "Role", "Technical product manager, APIs"), field("/basics/summary", "Summary", "Two years beside the API customers of a payments company.", "paragraph")],
    sections: [
      {
        pointer: "/work", heading: "Experience", one: "job", locked: false,
        entries: [{ pointer: "/work/0", name: "Customer engineer, Setway", fields: [field("/work/0/name", "Employer", "Setway"), field("/work/0/startDate", "From", "2021-03", "date")], lists: [{ pointer: "/work/0/highlights", label: "Bullets", one: "bullet", bullets: true, locked: false, items: [{ ...field("/work/0/highlights/0", "bullet", "Found the keys that were close to their quota."), evidence: [backing] }] }] }],
      },
    ],
  },
  loose: [],
  evidence: [backing],
  variants: [],
  variant: null,
  themes: [{ id: "modern", label: "Modern", note: "" }],
  papers: [{ id: "a4", label: "A4", note: "" }],
};

export const proof: ResumeProofView = {
  passed: true,
  says: "All 2 fields were found by both readers.",
  pages: 1,
  readers: ["in the order of the file", "in the order of the page"],
  fields: [
    { label: "Name", pointer: "/basics/name", expected: "Sample learner", passed: true, found_by: [true, true], read_as: ["Sample learner", "Sample learner"] },
    { label: "Employer of job 1", pointer: "/work/0", expected: "Setway", passed: true, found_by: [true, true], read_as: ["Setway", "Setway"] },
  ],
};
