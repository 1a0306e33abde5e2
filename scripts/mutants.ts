// npm run mutants [-- PART OF A NAME OR FILE …]
// Plants each mutant of test/mutants.ts in a copy of the project, runs its tests and names the first one that fails.
// Without arguments it runs all of them and writes docs/results/mutants.md.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type TestCase, type Vitest, createVitest } from "vitest/node";

import { type Mutant, mutants } from "../test/mutants.ts";
import { plant } from "../test/plant-mutant.ts";
import { projectPath } from "./project.ts";

/** A mutant that hangs a test process counts as noticed and must not hang the run. */
const patienceMs = 120_000;
const closeMs = 10_000;

type Outcome = Mutant & { noticedBy: string | null; error: string; seconds: number };

function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), "sora-mutants-"));
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const files = execFileSync("git", list, { cwd: projectPath(""), encoding: "utf8" }).split("\0");
  const isThere = (file: string) => file !== "" && !file.startsWith("bench/");
  for (const file of [...files.filter(isThere), "lib/generated"]) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(projectPath(file), join(copy, file), { recursive: true });
  }
  symlinkSync(projectPath("node_modules"), join(copy, "node_modules"));
  return copy;
}

const failed = (test: TestCase) => test.result().state === "failed";

async function runTests(vitest: Vitest, root: string, list: Pick<Mutant, "test" | "named">[]) {
  const project = vitest.getRootProject();
  const specifications = list.map(({ test, named }) =>
    project.createSpecification(
      join(root, test),
      named === undefined ? {} : { testNamePattern: new RegExp(RegExp.escape(named)) },
    ),
  );
  const { testModules: all, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  // The result also contains modules of earlier runs.
  const testModules = all.filter(({ moduleId }) => list.some(({ test }) => moduleId === join(root, test)));
  const tests = testModules.flatMap((module) => [...module.children.allTests()]);
  const failures = testModules.flatMap((module) => module.errors().map(({ message }) => message));
  return {
    passed: tests.filter((test) => test.result().state === "passed").length,
    failed: tests.find(failed),
    // A file that cannot be loaded has no failed test.
    broken: [...failures, ...unhandledErrors.map(String)][0],
  };
}

async function expectGreen(vitest: Vitest, root: string, chosen: Mutant[]) {
  const selections = new Map(chosen.map(({ test, named }) => [`${test} ${named}`, { test, named }]));
  for (const selection of selections.values()) {
    const run = await runTests(vitest, root, [selection]);
    const problem = run.failed?.fullName ?? run.broken ?? (run.passed === 0 ? "no test ran" : null);
    if (problem !== null)
      throw new Error(`Without a mutant: ${selection.test}, ${selection.named ?? "all tests"}: ${problem}`);
  }
}

async function tryOut(vitest: Vitest, root: string, mutant: Mutant): Promise<Outcome> {
  const startedAt = performance.now();
  const takeOut = plant(root, mutant);
  const path = join(root, mutant.file);
  try {
    vitest.invalidateFile(path);
    const run = await Promise.race([runTests(vitest, root, [mutant]), late(mutant)]);
    const [error] = run.failed?.result().errors ?? [];
    return {
      ...mutant,
      noticedBy: run.failed?.fullName ?? (run.broken === undefined ? null : `${mutant.test} as a whole`),
      error: (error?.message ?? run.broken ?? "").split("\n")[0]!,
      seconds: (performance.now() - startedAt) / 1000,
    };
  } finally {
    takeOut();
    vitest.invalidateFile(path);
  }
}

function late({ name }: Mutant): Promise<never> {
  return new Promise((_, reject) => {
    const give = () => reject(new Error(`"${name}" hangs its tests: choose another change.`));
    setTimeout(give, patienceMs).unref();
  });
}

const escaped = (text: string) => text.replaceAll("|", "\\|");

function report(outcomes: Outcome[], seconds: number): string {
  const [cpu] = cpus();
  const unnoticed = outcomes.filter(({ noticedBy }) => noticedBy === null);
  const rows = outcomes.map(
    ({ name, file, noticedBy }) => `| ${escaped(name)} | \`${file}\` | ${escaped(noticedBy ?? "**none**")} |`,
  );
  return `# Mutants

\`npm run mutants\`, ${new Date().toISOString().slice(0, 10)}, ${(seconds / 60).toFixed(0)} minutes, on ${cpus().length} × ${cpu?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, node ${process.versions.node}. Written by the run itself.

${outcomes.length} small changes to core files (\`test/mutants.ts\`), each planted alone in a copy of the project. **${unnoticed.length} went unnoticed.**
The third column names the first test that failed. Before the mutants, the same tests passed without them.

| what the change does | in | noticed by |
| --- | --- | --- |
${rows.join("\n")}
`;
}

function choose(words: string[]): Mutant[] {
  if (words.length === 0) return mutants;
  return mutants.filter(({ name, file }) => words.some((word) => `${file}: ${name}`.includes(word)));
}

async function runMutants(words: string[]): Promise<number> {
  const chosen = choose(words);
  if (chosen.length === 0) throw new Error("No mutant has this in its name or file.");
  const startedAt = performance.now();
  const root = copyProject();
  process.on("exit", () => rmSync(root, { recursive: true, force: true }));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(1));
  const options = { root, config: join(root, "vitest.config.ts"), watch: false, bail: 1, retry: 0 };
  const vitest = await createVitest("test", { ...options, reporters: [{}], silent: true });
  // Closing may take long: a mutant in an endless loop keeps its process alive.
  const close = () => Promise.race([vitest.close(), sleep(closeMs)]);
  try {
    await vitest.standalone();
    await expectGreen(vitest, root, chosen);
    const outcomes: Outcome[] = [];
    for (const mutant of chosen) {
      const outcome = await tryOut(vitest, root, mutant);
      outcomes.push(outcome);
      const { noticedBy, error, seconds } = outcome;
      const mark = noticedBy === null ? "UNNOTICED" : "noticed  ";
      console.log(`${mark} ${mutant.file}: ${mutant.name} (${seconds.toFixed(1)} s)`);
      if (noticedBy !== null) console.log(`          ${noticedBy}: ${error}`);
    }
    if (words.length === 0) {
      const file = projectPath("docs/results/mutants.md");
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, report(outcomes, (performance.now() - startedAt) / 1000));
    }
    return outcomes.filter(({ noticedBy }) => noticedBy === null).length;
  } finally {
    await close();
  }
}

try {
  const unnoticed = await runMutants(process.argv.slice(2));
  console.log(unnoticed === 0 ? "None went unnoticed." : `${unnoticed} went unnoticed.`);
  process.exit(unnoticed === 0 ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}
