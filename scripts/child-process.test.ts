import { execFile } from "node:child_process";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";
import { projectPath } from "./project";

test("Next starts from any project folder, whatever its name means in a URL", async () => {
  const project = join(inject("testDir"), "a %41b#c?d %");
  const next = join(project, "node_modules/next/dist/bin");
  await mkdir(join(project, "scripts"), { recursive: true });
  await mkdir(next, { recursive: true });
  for (const name of ["child-process.ts", "project.ts", "exit-with-parent.mjs"])
    await cp(projectPath(`scripts/${name}`), join(project, "scripts", name));
  await writeFile(join(next, "next"), "console.log(process.argv[2], process.cwd());");
  const start = join(project, "scripts/start.ts");
  await writeFile(
    start,
    `import { spawnNext } from "./child-process.ts";
     spawnNext(["build"], process.env, "pipe").stdout.once("data", (text) =>
       process.stdout.write(text, () => process.exit()),
     );`,
  );
  const { stdout } = await promisify(execFile)(process.execPath, [start]);
  expect(stdout.trim()).toBe(`build ${project}`);
});
