import { describe, expect, test } from "vitest";

import { newCanaries } from "./canaries.ts";
import { problemsOf, problemsOfOwner } from "./judge-answer.ts";

const headers = { "content-type": "text/html; charset=utf-8", "x-content-type-options": "nosniff" };
const page = (text: string, more: object = {}) => ({ status: 200, text, headers: { ...headers, ...more } });

describe("an answer is a problem", () => {
  test("when it shows a victim's word, unless its reader may see that field", () => {
    const { page: diary, heldReview } = newCanaries();
    expect(problemsOf("member", "members", page(`<p>${diary}</p>`))).toEqual(["shows the victim's page"]);
    expect(problemsOf("admin", "admins", page("", { "x-word": diary }))).toEqual(["shows the victim's page"]);
    expect(problemsOf("moderator", "moderators", page(heldReview))).toEqual([]);
    expect(problemsOf("member", "members", page(heldReview))).toEqual(["shows the victim's heldReview"]);
    expect(problemsOfOwner(page(`${diary} ${heldReview}`))).toEqual([]);
  });

  test("when it lets in who may not, however a refusal looks like", () => {
    expect(problemsOf("member", "admins", page("all"))).toEqual(["lets in (200 )"]);
    expect(problemsOf("suspended member", "members", page("all"))).toEqual(["lets in (200 )"]);
    expect(problemsOf("nobody", "readers", page("all"))).toEqual(["lets in (200 )"]);
    const refusals = [
      { status: 404, text: "", headers: {} },
      { status: 401, text: "", headers: {} },
      { status: 307, text: "", headers: { location: "/signin?next=%2Fdiary" } },
      { status: 303, text: "", headers: { "x-action-redirect": "/suspended;push" } },
      page('<meta http-equiv="refresh" content="1;url=/signin?next=/me"/>'),
      page('{"error":"SIGNED_OUT"}'),
    ];
    expect(refusals.flatMap((refusal) => problemsOf("nobody", "members", refusal))).toEqual([]);
  });

  test("when it turns away who may come in", () => {
    expect(problemsOf("member", "members", { status: 401, text: "", headers: {} })).toEqual([
      "turns away (401)",
    ]);
  });

  test("when it lacks nosniff, or a type with its letters", () => {
    const bare = { status: 200, text: "x", headers: { "content-type": "text/html" } };
    expect(problemsOf("nobody", "everybody", bare)).toEqual([
      "lacks nosniff",
      "has the content type text/html",
    ]);
  });

  test("when another origin may read it", () => {
    const open = page("x", { "access-control-allow-origin": "*" });
    expect(problemsOf("nobody", "everybody", open)).toEqual(["may be read by another origin"]);
  });

  test("when the server falls over", () => {
    expect(problemsOf("nobody", "everybody", { ...page("x"), status: 500 })).toEqual(["answers 500"]);
  });
});
