import { describe, expect, it } from "vitest";
import { isServersOwn, needsProfile, readRoute, withAsked } from "../src/router";

describe("readRoute", () => {
  it.each([
    ["/", { name: "today" }],
    ["/today", { name: "today" }],
    ["/path/", { name: "path" }],
    ["/work", { name: "catalogue" }],
    ["/work/sql-failed-requests", { name: "work", id: "sql-failed-requests" }],
    ["/lesson/lesson-caching", { name: "lesson", id: "lesson-caching" }],
    ["/recall", { name: "recall", card: undefined }],
    ["/recall/lesson-caching%2Fwhich", { name: "recall", card: "lesson-caching/which" }],
    ["/bank", { name: "bank" }],
    ["/mock", { name: "mock", id: undefined }],
    ["/mock/mock-2026-11-26-1", { name: "mock", id: "mock-2026-11-26-1" }],
    ["/publish", { name: "publish" }],
    ["/resume", { name: "resume" }],
    ["/people", { name: "people" }],
    ["/companies", { name: "companies" }],
    ["/job", { name: "job" }],
    ["/roadmap", { name: "roadmap" }],
    ["/applications", { name: "applications" }],
    ["/guide/pay", { name: "guide-page", page: "pay" }],
    ["/prompts/tools", { name: "prompts", prompt: "tools" }],
    ["/prompts", { name: "prompts", prompt: "learning-plan" }],
    ["/work/a%20b", { name: "work", id: "a b" }],
    ["/work/%E0%A4%A", { name: "unknown" }],
    ["/work/a/b", { name: "unknown" }],
    ["/nowhere", { name: "unknown" }],
    ["/nowhere/else", { name: "unknown" }],
    ["/constructor", { name: "unknown" }],
  ])("%s", (path, route) => expect(readRoute(path)).toEqual(route));
});

it("lets only the screens of use in before there is a profile", () => {
  const open = ["/welcome", "/guide", "/guide/pay", "/file", "/job", "/roadmap", "/look"];
  const closed = ["/", "/path", "/work", "/work/x", "/recall", "/bank", "/evidence", "/publish", "/resume", "/people", "/companies", "/applications", "/settings", "/prompts"];
  expect(open.filter((path) => needsProfile(readRoute(path)))).toEqual([]);
  expect(closed.filter((path) => !needsProfile(readRoute(path)))).toEqual([]);
});

it("leaves the server its own paths", () => {
  expect(["/api/plan.ics", "/portfolio", "/portfolio/index.html", "/portfolio-preview/index.html"].every(isServersOwn)).toBe(true);
  expect(["/portfolios", "/path", "/apis"].some(isServersOwn)).toBe(false);
});

describe("what a screen is asked for stands in its address", () => {
  it.each([
    ["", { kind: "data" }, "?kind=data"],
    ["?kind=data&question=data-joins", { question: "" }, "?kind=data"],
    ["?kind=data", { kind: "" }, ""],
    ["?words=a", { words: "rate & limit" }, "?words=rate+%26+limit"],
    ["?kind=data", {}, "?kind=data"],
  ])("%s with %o", (search, changes, then) => expect(withAsked(search, changes)).toBe(then));
});
