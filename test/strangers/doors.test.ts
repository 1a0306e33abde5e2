import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { isAdminsOnly } from "../../lib/auth/is-hidden-page.ts";
import { actionDoor, actionNames, pageDoors, routeDoors } from "./doors.ts";
import { validForms } from "./valid-forms.ts";

const pathOf = (file: string) =>
  `/${file
    .split("/")
    .slice(1, -1)
    .filter((segment) => !/^\(.*\)$/.test(segment))
    .join("/")}`;

test("every page, route, method and action of the sources has one door", () => {
  const pages = globSync("app/**/page.tsx").map(pathOf);
  expect(
    Object.keys(pageDoors)
      .filter((door) => !door.startsWith("/_"))
      .toSorted(),
  ).toEqual(pages.toSorted());

  const routes = globSync(["app/**/route.ts", "app/.*/**/route.ts"]).map((file) => {
    const exports = readFileSync(file, "utf8").matchAll(
      /^export (?:async function|function|const) ([A-Z]+)\b/gm,
    );
    return [pathOf(file), [...exports].map(([, name]) => name!).toSorted()] as const;
  });
  const named = Object.entries(routeDoors).map(
    ([path, doors]) => [path, Object.keys(doors).toSorted()] as const,
  );
  expect(Object.fromEntries(named)).toEqual(Object.fromEntries(routes));

  const actions = globSync("lib/**/*.ts").flatMap((file) => {
    const made = [...readFileSync(file, "utf8").matchAll(/^export const (\w+Action) = action\(/gm)];
    return made.map(([, name]) => `${file} ${name}`);
  });
  expect(actionNames().toSorted()).toEqual(actions.toSorted());
});

test("the proxy hides from moderators what is the admins' alone", () => {
  const administration = Object.entries(pageDoors).filter(([path]) => /^\/admin(\/|$)/.test(path));
  expect(administration.length).toBeGreaterThan(15);
  const hidden = administration.filter(([path]) => isAdminsOnly(path)).map(([path]) => path);
  const closed = administration.filter(([, door]) => door === "admins").map(([path]) => path);
  expect(hidden).toEqual(closed);
});

test("every action of moderators and admins has a form that it accepts", () => {
  const closed = actionNames().filter((name) => ["moderators", "admins"].includes(actionDoor(name)!));
  expect(Object.keys(validForms).toSorted()).toEqual(closed.toSorted());
});
