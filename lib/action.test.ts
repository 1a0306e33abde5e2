import { globSync, readFileSync } from "node:fs";
import { notFound, redirect } from "next/navigation";
import { expect, test, vi } from "vitest";
import { z } from "zod";

import { projectPath } from "../scripts/project.ts";
import { action, checkedArguments } from "./action.ts";
import { leaveSignedOut } from "./auth/signed-out.ts";
import { signedOutAnswer } from "./web/form-state.ts";

const asked = vi.hoisted(() => ({ headers: {} as Record<string, string> }));
vi.mock("next/headers", () => ({ headers: () => Promise.resolve(new Headers(asked.headers)) }));

const bound = [z.string().regex(/^[a-z-]{1,60}$/)];

function formOf(fields: Record<string, string | Blob>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

test("bound arguments are parsed and the previous state is replaced by an empty one", () => {
  const form = formOf({ body: "좋아요" });
  expect(checkedArguments(bound, ["han-river-gym", { isDone: true }, form], 3)).toEqual([
    "han-river-gym",
    {},
    form,
  ]);
  expect(checkedArguments([], [form], 1)).toEqual([form]);
  expect(checkedArguments([], [], 0)).toEqual([]);
});

test("calls an action only with the arguments that it takes: a form, or a state and a form", () => {
  const form = formOf({ body: "좋아요" });
  expect(checkedArguments([], [{ isDone: true }, form], 1)).toEqual([form]);
  expect(checkedArguments([], [form], 0)).toEqual([]);
  expect(checkedArguments(bound, ["gym", {}, form], 2)).toEqual(["gym", form]);
  const refused = [
    checkedArguments([], [form], 2),
    checkedArguments([], [form, {}], 2),
    checkedArguments([], [{}], 1),
    checkedArguments([], ["form"], 0),
    checkedArguments(bound, ["gym"], 2),
  ];
  expect(refused.filter((taken) => taken !== null)).toEqual([]);
});

test.each([
  ["of 600 kB", ["x".repeat(600_000), {}, formOf({})]],
  ["that forges a line", ['gym\n{"level":"error"}', {}, formOf({})]],
  ["of another type", [{ contains: "" }, {}, formOf({})]],
  ["that is missing", []],
  ["too many", ["gym", {}, formOf({}), "more"]],
])("a bound argument %s is refused", (_, given) => {
  expect(checkedArguments(bound, given, 3)).toBeNull();
});

test.each([
  ["that is too long", formOf({ body: "가".repeat(100_001) })],
  ["with a name that is too long", formOf({ ["가".repeat(100_001)]: "" })],
  ["with a file", formOf({ body: new Blob(["x"]) })],
])("a form %s is refused", (_, form) => {
  expect(checkedArguments([], [form], 1)).toBeNull();
});

test("does nothing for another site, or with invalid arguments", async () => {
  const work = vi.fn<(slug: string) => Promise<string>>(async (slug) => slug);
  const act = action(bound, work);
  expect(await act("gym")).toBe("gym");
  await expect(act("gym\n")).rejects.toMatchObject({ digest: expect.stringContaining("404") as string });
  asked.headers = { "sec-fetch-site": "cross-site" };
  await expect(act("gym")).rejects.toMatchObject({ digest: expect.stringContaining("404") as string });
  expect(work).toHaveBeenCalledTimes(1);
});

test("without a sign-in a script gets a code and a plain post is redirected to the sign-in page", async () => {
  const act = action([], () => Promise.resolve(leaveSignedOut(() => redirect("/signin?next=%2Fsettings"))));
  asked.headers = { "next-action": "40" };
  expect(await act()).toEqual(signedOutAnswer);
  asked.headers = {};
  await expect(act()).rejects.toMatchObject({ digest: expect.stringContaining("/signin") as string });
});

test("follows the redirect of an action for a script, also to the sign-in page", async () => {
  asked.headers = { "next-action": "40" };
  const signOut = action([], async () => redirect("/signin"));
  await expect(signOut()).rejects.toMatchObject({ digest: expect.stringContaining("/signin") as string });
  await expect(action([], async () => notFound())()).rejects.toMatchObject({
    digest: expect.stringContaining("404") as string,
  });
});

test("every server action is created by `action`", () => {
  const files = globSync("{app,components,lib}/**/*.{ts,tsx}", { cwd: projectPath("") })
    .map((file) => ({ file, source: readFileSync(projectPath(file), "utf8") }))
    .filter(({ source }) => /^\s*"use server"/m.test(source));
  expect(files.length).toBeGreaterThan(10);
  const others = files.flatMap(({ file, source }) =>
    (source.match(/^export (?!type ).*/gm) ?? [])
      .filter((line) => !/^export const \w+Action = action\(/.test(line))
      .map((line) => `${file}: ${line}`),
  );
  expect(others).toEqual([]);
  // A function inside a component would be an action that nothing wraps.
  expect(files.filter(({ source }) => !source.startsWith('"use server";'))).toEqual([]);
});
