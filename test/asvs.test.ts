import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { passwordSchema } from "../lib/auth/schema.ts";
import { hashPassword } from "../lib/auth/password.ts";

/**
 * ASVS 5.0.0: the levels of a section's requirements, in order. Source:
 * `5.0/docs_en/OWASP_Application_Security_Verification_Standard_5.0.0_en.csv` of github.com/OWASP/ASVS.
 */
const levels = `
  1.1:22 1.2:1111122223 1.3:112222222223 1.4:222 1.5:123
  2.1:122 2.2:112 2.3:12223 2.4:23
  3.1:3 3.2:113 3.3:12223 3.4:11222233 3.5:11122333 3.6:3 3.7:22333
  4.1:12233 4.2:23333 4.3:22 4.4:1222
  5.1:2 5.2:112333 5.3:113 5.4:222
  6.1:122 6.2:111111112222 6.3:11223333 6.4:112233 6.5:22222333 6.6:2223 6.7:33 6.8:2222
  7.1:222 7.2:1111 7.3:22 7.4:11222 7.5:223 7.6:22
  8.1:1233 8.2:1123 8.3:133 8.4:23
  9.1:111 9.2:1222
  10.1:22 10.2:223 10.3:22223 10.4:1111122222233333 10.5:22222 10.6:22 10.7:222
  11.1:2233 11.2:22233 11.3:11233 11.4:1222 11.5:23 11.6:23 11.7:33
  12.1:12233 12.2:11 12.3:22223
  13.1:2333 13.2:222223 13.3:2233 13.4:1222233
  14.1:22 14.2:12223333 14.3:122
  15.1:12233 15.2:12233 15.3:1222222 15.4:3333
  16.1:2 16.2:22222 16.3:2222 16.4:222 16.5:2223
  17.1:23 17.2:22223333 17.3:22
`;

type Row = { id: string; level: string; status: string; how: string };

const page = readFileSync("docs/asvs.md", "utf8");
const rows = [...page.matchAll(/^\| ([\d.]+) \| (\d) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, id, level, status, how]): Row => ({ id: id!, level: level!, status: status!, how: how! }),
);

test("docs/asvs.md has every requirement of levels 1 and 2 once, in order", () => {
  const sections = levels
    .trim()
    .split(/\s+/)
    .map((section) => section.split(":") as [string, string]);
  const wanted = sections.flatMap(([section, list]) =>
    [...list].map((level, at) => `${section}.${at + 1} ${level}`).filter((entry) => !entry.endsWith(" 3")),
  );
  expect(wanted).toHaveLength(253);
  expect(rows.map(({ id, level }) => `${id} ${level}`)).toEqual(wanted);
});

test("every requirement that is met names a test that exists", () => {
  const missing = rows
    .filter(({ status }) => status === "met")
    .flatMap(({ id, how }) => {
      const named = [...how.matchAll(/`([^`]+)` “([^”]+)”/g)];
      if (named.length === 0) return [`${id} names none`];
      return named.filter(([, file, title]) => !hasTest(file!, title!)).map(([both]) => `${id}: ${both}`);
    });
  expect(missing).toEqual([]);
});

function hasTest(file: string, title: string): boolean {
  if (!existsSync(file)) return false;
  const source = readFileSync(file, "utf8").replaceAll('\\"', '"');
  return source.includes(`"${title}"`) || source.includes(`\`${title}\``);
}

test("every file that docs/asvs.md names exists, and every requirement that is not met has a reason", () => {
  const named = rows.map(({ how, ...row }) => ({
    ...row,
    how,
    files: [...how.matchAll(/`([\w./[\]-]+\.(?:md|ts|tsx|conf))`/g)].map(([, file]) => file!),
  }));
  expect(named.flatMap(({ files }) => files.filter((file) => !existsSync(file)))).toEqual([]);
  expect(named.filter(({ status, files }) => status === "written" && files.length === 0)).toEqual([]);
  expect(named.filter(({ how }) => how.trim().length < 8)).toEqual([]);

  const counts = ["met", "written", "untested", "not met", "n/a"].map(
    (status) => `${rows.filter((row) => row.status === status).length} ${status}`,
  );
  expect(page).toContain(`Of ${rows.length} requirements: ${counts.join(", ")}.`);
});

const sources = (pattern = "{app,components,lib}/**/*.{ts,tsx}") =>
  globSync(pattern)
    .filter((file) => !/\.test\.tsx?$|^lib\/generated\//.test(file))
    .map((file) => ({ file, text: readFileSync(file, "utf8") }));

const filesWith = (sign: RegExp) => sources().flatMap(({ file, text }) => (sign.test(text) ? [file] : []));

test("the server starts no program and evaluates no text", () => {
  expect(filesWith(/["'](node:)?(child_process|vm)["']|\beval\(|new Function\(/)).toEqual([]);
});

test("no statement is put together by an unsafe call", () => {
  const calls = sources().flatMap(
    ({ text }) => text.match(/(?:queryRawUnsafe|executeRawUnsafe|Prisma\.raw)\(.*/g) ?? [],
  );
  // A transaction's limits, which take no parameters. All are constants of the app.
  expect(calls).toEqual(["executeRawUnsafe(setLocalLimits(longLimits));"]);
});

test("the server opens no file named by a request", () => {
  expect(filesWith(/["'](node:)?fs(\/promises)?["']/).toSorted()).toEqual([
    // Its own files: weights, the build's manifest, the release's migrations.
    "lib/health/readiness.ts",
    "lib/metrics/route-of.ts",
    "lib/moderation/classifier/weights.ts",
  ]);
});

test("no hash is weaker than SHA-256", () => {
  const used = sources().flatMap(({ text }) => [...text.matchAll(/create(?:Hash|Hmac)\(\s*"([\w-]+)"/g)]);
  expect(used.length).toBeGreaterThan(5);
  expect([...new Set(used.map(([, name]) => name))]).toEqual(["sha256"]);
});

test("a password is hashed with Argon2id at OWASP's cost", async () => {
  expect(await hashPassword("a long walk by the sea")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("a password may have 64 characters and more, of any kind", () => {
  const passwords = ["가".repeat(64), "a b\tc".repeat(20), "🌊".repeat(100), "just words, in lower case"];
  expect(passwords.filter((password) => !passwordSchema.safeParse(password).success)).toEqual([]);
});

test("every password field hides its text, and lets password managers fill it", () => {
  const fields = sources("components/**/*.tsx").flatMap(({ text }) =>
    [...text.matchAll(/<(\w+)[^<>]*\bname="(?:\w+P|p)assword"[^<>]*\/>/g)].map(([tag, name]) => ({
      tag,
      name,
    })),
  );
  expect(fields.length).toBeGreaterThan(4);
  const isFilled = /autoComplete="(current|new)-password"/;
  expect(fields.filter(({ tag, name }) => name !== "PasswordField" || !isFilled.test(tag))).toEqual([]);
  const field = readFileSync("components/ui/password-field.tsx", "utf8");
  expect(field).toMatch(/type=.*"password"/);
  expect(field).not.toMatch(/onPaste/);
});
