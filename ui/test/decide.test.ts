import { afterEach, expect, it, vi } from "vitest";
import { handToDecide, openDecide } from "../src/decide/handed";
import { type Desk, keepDesk, layDown, openDesk, turnBack } from "../src/work/desk";

const OWN = "options: mine";
const empty: Desk = { text: "", starter: "", earlier: [] };
const starter = (desk: Desk, name: string) => layDown(desk, `starter of ${name}`, true);
const typed = (desk: Desk, text: string): Desk => ({ ...desk, text });

afterEach(() => vi.unstubAllGlobals());

it("figures are still there after a look at two starters", () => {
  const looked = starter(starter(typed(starter(empty, "RICE"), OWN), "RICE"), "MoSCoW");
  expect(looked.earlier).toEqual([OWN]);
  expect(turnBack(looked).text).toBe(OWN);
});

it("an untouched starter is not kept, nor a text twice", () => {
  expect(starter(starter(empty, "RICE"), "MoSCoW").earlier).toEqual([]);
  const again = layDown(layDown(layDown(typed(empty, OWN), "a file"), OWN), "a file");
  expect(again).toMatchObject({ text: "a file", earlier: [OWN] });
});

it("going back turns through every text that was changed, and ends where it began", () => {
  const changed = starter(typed(starter(typed(empty, OWN), "RICE"), "starter, changed"), "MoSCoW");
  const seen = [changed, turnBack(changed), turnBack(turnBack(changed)), turnBack(turnBack(turnBack(changed)))];
  expect(seen.map(({ text }) => text)).toEqual(["starter of MoSCoW", "starter, changed", OWN, "starter of MoSCoW"]);
  expect(turnBack(typed(empty, OWN)).text).toBe(OWN);
});

it("what another screen hands over lies on top, once, and what stood there comes back", () => {
  const storage = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => void storage.set(key, value),
    removeItem: (key: string) => void storage.delete(key),
  });
  expect(openDecide()).toEqual(empty);
  keepDesk("decide", typed(empty, OWN));
  handToDecide("a matrix");
  const opened = openDecide();
  expect(opened.text).toBe("a matrix");
  expect(turnBack(opened).text).toBe(OWN);
  expect(openDecide().text).toBe(OWN);
  expect(openDesk("roadmap"), "each screen has its own").toEqual(empty);
});
