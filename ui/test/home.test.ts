import { describe, expect, it } from "vitest";
import { homeIn, withHome } from "../src/home";

describe("the way back from the sample", () => {
  it("survives being written into an address", () => {
    const url = new URL(withHome("http://127.0.0.1:4001/?code=abc", "http://127.0.0.1:4000"));
    expect(url.searchParams.get("code")).toBe("abc");
    expect(homeIn(url.hash)).toBe("http://127.0.0.1:4000");
  });
  it.each(["", "#home=", "#home=https%3A%2F%2Fevil.example", "#home=http%3A%2F%2F127.0.0.1%3A4000%2Fx", "#home=javascript%3Aalert(1)", "#home=%E0%A4%A"])(
    "%s leads nowhere",
    (fragment) => expect(homeIn(fragment)).toBeUndefined(),
  );
});
