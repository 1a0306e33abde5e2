import { expect, test } from "vitest";

import { findOrMakeOwner } from "./postgres-user";

/** A machine with these users; `create` as its programs allow. */
const machine = (names: string[], create?: (name: string) => void) => ({
  lookUp: (name: string) => (names.includes(name) ? { uid: names.indexOf(name) + 1, gid: 1 } : null),
  create: create ?? ((name: string) => void names.push(name)),
});
const refuse = () => {
  throw new Error("spawn useradd ENOENT");
};

test("a database that root starts runs as the user postgres, who is made where there is none", () => {
  expect(findOrMakeOwner(machine(["postgres"], refuse))).toEqual({ uid: 1, gid: 1 });
  const names = ["nobody"];
  expect(findOrMakeOwner(machine(names))).toEqual({ uid: 2, gid: 1 });
  expect(names).toContain("postgres");
});

test("on a machine that cannot make users it runs as nobody, or says what to do", () => {
  expect(findOrMakeOwner(machine(["nobody"], refuse))).toEqual({ uid: 1, gid: 1 });
  expect(() => findOrMakeOwner(machine([], refuse))).toThrow(
    "start Sora as another user, or set DATABASE_URL",
  );
});
