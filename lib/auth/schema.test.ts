import { expect, test } from "vitest";
import { fieldErrors } from "../web/form-state.ts";
import { nameSchema, passwordSchema, signInSchema, signUpSchema } from "./schema.ts";

const person = { email: "mina@sora.test", password: "sea and paper", name: "미나" };

function errorsOf(change: Partial<Record<keyof typeof person, unknown>>) {
  const parsed = signUpSchema.safeParse({ ...person, ...change });
  return parsed.success ? {} : fieldErrors(parsed.error);
}

test("normalises an e-mail", () => {
  expect(signUpSchema.parse({ ...person, email: "  Mina@Sora.TEST " }).email).toBe("mina@sora.test");
});

const tooLong = `${"a".repeat(250)}@sora.test`;

test.each(["", "mina", "mina@", "a b@sora.test", "mina@no-email.invalid", tooLong, undefined, 7])(
  "refuses the e-mail %j",
  (email) => {
    expect(errorsOf({ email })).toEqual({ email: "EMAIL_INVALID" });
  },
);

test.each([
  ["7 characters", "1234567", "PASSWORD_TOO_SHORT"],
  ["7 Korean letters", "바다바다바다바", "PASSWORD_TOO_SHORT"],
  ["7 Korean letters, decomposed into 14", "바다바다바다바".normalize("NFD"), "PASSWORD_TOO_SHORT"],
  ["129 characters", "a".repeat(129), "PASSWORD_TOO_LONG"],
  ["5,000 characters", "a".repeat(5_000), "PASSWORD_TOO_LONG"],
  ["the e-mail", "MINA@sora.test", "PASSWORD_IS_EMAIL"],
  ["the most common", "password", "PASSWORD_COMMON"],
  ["a common one in capitals", "TrustNo1", "PASSWORD_COMMON"],
  ["a common one in full-width letters", "ｐａｓｓｗｏｒｄ１", "PASSWORD_COMMON"],
  ["none", undefined, "PASSWORD_MISSING"],
])("refuses a password: %s", (_, password, error) => {
  expect(errorsOf({ password })).toEqual({ password: error });
});

test.each([
  ["8 Korean letters", "구름구름구름구름"],
  ["8 digits that few choose", "80412973"],
  ["8 shells", "🐚".repeat(8)],
  ["128 characters", "a".repeat(128)],
  ["128 Korean letters, decomposed", "구름".repeat(64).normalize("NFD")],
])("accepts a password: %s", (_, password) => {
  expect(passwordSchema.safeParse(password).success).toBe(true);
});

test.each([
  ["", "NAME_MISSING"],
  ["   ", "NAME_MISSING"],
  ["\u3164", "NAME_INVALID"],
  ["\u200D", "NAME_MISSING"],
  ["미".repeat(41), "NAME_TOO_LONG"],
  ["미\n나", "NAME_INVALID"],
  ["\u202Eanim", "NAME_INVALID"],
  ["미\u0000나", "NAME_INVALID"],
])("refuses the name %j", (name, error) => {
  expect(errorsOf({ name })).toEqual({ name: error });
});

test.each(["미나", "🐚", "미".repeat(40), "O’Brien-Kim", "👩‍👩‍👧"])("accepts the name %j", (name) => {
  expect(nameSchema.parse(name)).toBe(name);
});

test("sign-in accepts any old password that is not empty", () => {
  expect(signInSchema.safeParse({ email: person.email, password: "old" }).success).toBe(true);
  expect(fieldErrors(signInSchema.safeParse({ email: person.email, password: "" }).error!)).toEqual({
    password: "PASSWORD_MISSING",
  });
});

test("nobody can sign up as a moderator or admin", () => {
  expect(signUpSchema.parse({ ...person, role: "ADMIN" })).toEqual(person);
});
