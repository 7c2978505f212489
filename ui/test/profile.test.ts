import { expect, it } from "vitest";
import { amountsFor, missing, ownTargets, readList, weekOf } from "../src/profile/draft";

const profile = { blocker: "", blocker_note: "", background: "", background_note: "", minutes: [0, 0, 0, 0, 0, 0, 0], start: "", region: "", targets: [], companies: [], days_off: [] };

it("offers the amount that is set, even when it is unusual", () => {
  expect(amountsFor(50).map((amount) => amount.minutes)).toContain(50);
  expect(amountsFor(60)).toHaveLength(amountsFor(50).length - 1);
});

it("parts entries at lines and commas, each once", () => {
  expect(readList(" Postman,\nRazorpay\n\nPostman ")).toEqual(["Postman", "Razorpay"]);
});

it("tells targets of one's own from those proposed", () => {
  expect(ownTargets(["a", "mine"], ["a", "b"])).toEqual(["mine"]);
});

it("names everything that is missing at once", () => {
  expect(missing(profile)).toHaveLength(4);
  const whole = { ...profile, blocker: "technical-skill", background: "other", minutes: [60, 0, 0, 0, 0, 0, 0], start: "2026-12-07" };
  expect(missing(whole)).toEqual([]);
  expect(weekOf(whole)).toBe(60);
});
