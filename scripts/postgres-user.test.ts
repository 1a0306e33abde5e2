import { expect, test } from "vitest";

import { findOrMakeOwner } from "./postgres-user";

/** A machine with these users. */
const machine = (names: string[], create?: (name: string) => void) => ({
  lookUp: (name: string) => (names.includes(name) ? { uid: names.indexOf(name) + 1, gid: 1 } : null),
  create: create ?? ((name: string) => void names.push(name)),
});
const refuse = () => {
  throw new Error("spawn useradd ENOENT");
};

test("as root, the database runs as the user postgres, who is created when missing", () => {
  expect(findOrMakeOwner(machine(["postgres"], refuse))).toEqual({ uid: 1, gid: 1 });
  const names = ["nobody"];
  expect(findOrMakeOwner(machine(names))).toEqual({ uid: 2, gid: 1 });
  expect(names).toContain("postgres");
});

test("when no user can be created it runs as nobody, or the error names the next step", () => {
  expect(findOrMakeOwner(machine(["nobody"], refuse))).toEqual({ uid: 1, gid: 1 });
  expect(() => findOrMakeOwner(machine([], refuse))).toThrow(
    "start Sora as another user, or set DATABASE_URL",
  );
});
