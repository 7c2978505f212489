import { expect, test, vi } from "vitest";
import { resume } from "../mock/resume";
import { api, Failure } from "../src/api/client";
import type { ChosenSectionView, ResumeView } from "../src/api/model";
import { Draft } from "../src/resume/draft.svelte";
import { isSameChoice, moved, Sheet } from "../src/resume/sheet.svelte";

test("one member goes a step, and the others keep their order", () => {
  expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  expect(moved(["a"], 3, 0)).toEqual(["a"]);
});

test("a choice is the same wherever what it leaves out stands, and another when its order changes", () => {
  const section = (entries: [string, boolean][]): ChosenSectionView[] => [{ section: "work", heading: "Experience", entries: entries.map(([entry, shown]) => ({ entry, shown, items: [] })) }];
  const here = section([["a", true], ["b", false], ["c", true]]);
  expect(isSameChoice(here, section([["a", true], ["c", true], ["b", false]]))).toBe(true);
  expect(isSameChoice(here, section([["c", true], ["a", true], ["b", false]]))).toBe(false);
  expect(isSameChoice(here, section([["a", true], ["b", true], ["c", true]]))).toBe(false);
  expect(isSameChoice(here, section([["a", true], ["c", true]]))).toBe(false);
});

test("a draft is never sent over the words of another bullet", () => {
  const draft = new Draft();
  draft.type("Cut it to 20", "Cut it to 40 minutes.");
  draft.type("Cut it to 20 minutes.", "Cut it to 40 minutes.");
  expect(draft.isAside("Cut it to 40 minutes.")).toBe(false);
  // A bullet was put in above, outside.
  expect(draft.isAside("Answered 1,200 tickets.")).toBe(true);
  expect(draft.send("Answered 1,200 tickets.")).toBeUndefined();
  expect(draft.text).toBe("Cut it to 20 minutes.");
  draft.replace("Answered 1,200 tickets.");
  expect(draft.send("Answered 1,200 tickets.")).toBe("Cut it to 20 minutes.");
});

test("what is typed while the words before are on their way is sent over them", () => {
  const draft = new Draft();
  draft.type("Cut", "");
  expect(draft.send("")).toBe("Cut");
  draft.type("Cut it", "");
  expect(draft.isAside("Cut")).toBe(false);
  draft.kept("Cut");
  expect(draft.send("Cut")).toBe("Cut it");
  draft.kept("Cut it");
  expect(draft.text).toBeUndefined();
  expect(draft.isAside("Whatever stands there now")).toBe(false);
});

test("a text whose turn comes after its place went to another is not sent", async () => {
  const pointer = "/work/0/highlights/0";
  vi.spyOn(api, "proveResume").mockRejectedValue(new Error("not asked here"));
  const change = vi.spyOn(api, "changeResume").mockImplementation(async () => ({ ...resume, hash: "r2" }));
  vi.spyOn(api, "resume").mockResolvedValue(resume);
  const sheet = new Sheet();
  await sheet.load();
  expect(await sheet.write(pointer, "Mine", ["What stood there before"])).toBe(false);
  expect(sheet.failure?.conflict).toBe(true);
  expect(await sheet.write("/work/0/highlights/7", "Mine", [""])).toBe(false);
  expect(change).not.toHaveBeenCalled();
  expect(await sheet.write(pointer, "Mine", ["Found the keys that were close to their quota."])).toBe(true);
  expect(change).toHaveBeenCalledWith({ base_hash: "r1", variant: "", act: "set", pointer, text: "Mine" }, false);
  vi.restoreAllMocks();
});

test("a load waits for the changes before it, and one that fails is told", async () => {
  vi.spyOn(api, "proveResume").mockRejectedValue(new Error("not asked here"));
  const loads = vi.spyOn(api, "resume").mockResolvedValue(resume);
  const sheet = new Sheet();
  await sheet.load();
  let end = () => {};
  vi.spyOn(api, "changeResume").mockImplementation(() => new Promise((resolve) => (end = () => resolve({ ...resume, hash: "r2" }))));
  const changing = sheet.change({ act: "add", pointer: "/work" });
  const looking = sheet.look("v1");
  await Promise.resolve();
  expect(loads).toHaveBeenCalledTimes(1);
  end();
  expect(await changing).toBe(true);
  await looking;
  expect(loads).toHaveBeenLastCalledWith("v1");
  loads.mockRejectedValue(new Failure(404, "There is no such variant of the résumé.", null, "not-found"));
  await sheet.look("v2");
  expect(sheet.failure?.message).toBe("There is no such variant of the résumé.");
  vi.restoreAllMocks();
});

test("a choice for one variant is not kept in another that is looked at meanwhile", async () => {
  const seen = (id: string): ResumeView => ({ ...resume, variant: { line: { id, name: id, path: `private/resume/${id}.toml` }, hash: `hash of ${id}`, role: "", sections: [], says: "Everything is shown." } });
  vi.spyOn(api, "proveResume").mockRejectedValue(new Error("not asked here"));
  vi.spyOn(api, "resume").mockImplementation(async (variant: string) => seen(variant));
  const kept = vi.spyOn(api, "changeVariant").mockImplementation(async (id: string) => seen(id));
  const sheet = new Sheet();
  await sheet.look("first");
  await sheet.choose("first", "TPM", []);
  expect(kept).toHaveBeenCalledWith("first", { base_hash: "hash of first", role: "TPM", sections: [] });
  const looking = sheet.look("second");
  await sheet.choose("first", "TPM, payments", []);
  await looking;
  expect(kept).toHaveBeenCalledTimes(1);
  expect(sheet.failure?.message).toBe("Another variant is looked at now, so this choice was not kept.");
  expect(sheet.failure?.conflict).toBe(true);
  vi.spyOn(api, "resume").mockRejectedValue(new Failure(404, "There is no such variant of the résumé.", null, "not-found"));
  await sheet.look("gone");
  expect(sheet.variant).toBe("second");
  vi.restoreAllMocks();
});

test("what was taken out is put back from the text that had it, until it is there again", async () => {
  vi.spyOn(api, "proveResume").mockRejectedValue(new Error("not asked here"));
  vi.spyOn(api, "resume").mockResolvedValue(resume);
  vi.stubGlobal("document", { querySelector: () => null });
  vi.spyOn(api, "resumeText").mockResolvedValue("the text before");
  const change = vi.spyOn(api, "changeResume").mockReset().mockImplementation(async () => ({ ...resume, hash: "r3" }));
  const sheet = new Sheet();
  await sheet.load();
  await sheet.remove("/work/0/highlights/0", "Found the keys.");
  expect(sheet.taken).toEqual({ what: "Found the keys.", pointer: "/work/0/highlights/0", before: "the text before" });
  change.mockRejectedValueOnce(new Failure(409, "It was changed.", null, "changed"));
  await sheet.putBack();
  expect(sheet.taken).toBeDefined();
  await sheet.putBack();
  expect(change).toHaveBeenLastCalledWith({ base_hash: "r3", variant: "", act: "put-back", pointer: "/work/0/highlights/0", before: "the text before" }, false);
  expect(sheet.taken).toBeUndefined();

  change.mockRejectedValueOnce(new Failure(409, "It was changed.", null, "changed"));
  await sheet.remove("/work/0", "Setway");
  expect(sheet.taken).toBeUndefined();
  vi.unstubAllGlobals();
});
