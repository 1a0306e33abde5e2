import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

const isCode = (file: string) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file);

const filesBelow = (dir: string) =>
  readdirSync(dir, { recursive: true, encoding: "utf8" })
    .map((name) => join(dir, name))
    .filter((file) => isCode(file) && !file.startsWith("lib/generated"));

/** Includes imports of types: code that names a type is close to using it. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].flatMap(([, name = ""]) => {
    const path = name.startsWith("@/")
      ? name.slice(2)
      : name.startsWith(".")
        ? join(dirname(file), name)
        : null;
    const found =
      path &&
      ["", ".ts", ".tsx"].map((end) => normalize(path + end)).find((one) => isCode(one) && existsSync(one));
    return found ? [found] : [];
  });
}

function reachedFrom(files: string[]): Set<string> {
  const reached = new Set<string>();
  const visit = (file: string) => {
    if (reached.has(file)) return;
    reached.add(file);
    importsOf(file).forEach(visit);
  };
  files.forEach(visit);
  return reached;
}

const usersOf = (word: RegExp, dirs = ["lib", "app", "components"]) =>
  dirs
    .flatMap(filesBelow)
    .filter((file) => word.test(readFileSync(file, "utf8")))
    .toSorted();

test("only the diary and the sealing itself open sealed texts", () => {
  const openers = usersOf(/\bunseal\(|\bfindDataKey\(|\bopenDataKey\(/);
  expect(openers.length).toBeGreaterThan(3);
  expect(openers.filter((file) => !/^lib\/(diary|crypto)\//.test(file))).toEqual([]);
});

test("only the diary reads entries, replies and shared replies from the database", () => {
  const tables =
    /\b(?:prisma|tx)\.(?:entry|reply|replyLog|sharedReply)\b|\b(?:FROM|JOIN|UPDATE|INTO)\s+"?(?:entry|reply|reply_log|shared_reply)\b/;
  expect(usersOf(tables).filter((file) => !file.startsWith("lib/diary/"))).toEqual([]);
});

test("pages below /admin reach nothing of the diary except counts and shared replies", () => {
  const doors = ["app/admin", "app/api/admin", "app/api/metrics"].flatMap(filesBelow);
  expect(doors.length).toBeGreaterThan(8);
  const ofDiary = [...reachedFrom(doors)].filter((file) => file.startsWith("lib/diary/")).toSorted();
  expect(ofDiary).toEqual([
    "lib/diary/entry-text.ts", // the limits of a page
    "lib/diary/export-feedback.ts", // thumbs
    "lib/diary/reply-metrics.ts", // counts
    "lib/diary/reply-streams.ts", // counts
    "lib/diary/schema.ts",
    "lib/diary/shared-reply-desk.ts",
    "lib/diary/shared-reply-seal.ts",
  ]);
});

test("counts and exports name no column that holds a text", () => {
  for (const file of ["lib/diary/reply-metrics.ts", "lib/diary/export-feedback.ts"]) {
    const code = readFileSync(file, "utf8").replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
    expect(code).not.toMatch(/\bbody\b|\btext\b|author|member|entry|pieces/);
  }
});
