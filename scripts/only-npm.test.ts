import { spawnSync } from "node:child_process";

import { expect, test } from "vitest";

import { projectPath } from "./project";

const install = (agent: string, script = "scripts/only-npm.mjs") =>
  spawnSync(process.execPath, [projectPath(script)], {
    env: { PATH: process.env.PATH, NODE_ENV: "test", npm_config_user_agent: agent },
    encoding: "utf8",
  });

test.each(["yarn/1.22.22 npm/? node/v20", "bun/1.3.0 npm/? node/v24", "pnpm/10.0.0 npm/? node/v20"])(
  "an installation by another package manager ends with one plain sentence: %s",
  (agent) => {
    const { status, stderr } = install(agent);
    expect(status).toBe(1);
    expect(stderr.trim()).toBe(
      `Sora is installed with npm, not with ${agent.split("/")[0]}:  npm install && npm start`,
    );
  },
);

test("pnpm is refused before it resolves anything", () => {
  const { status, stderr } = install("", ".pnpmfile.cjs");
  expect([status, stderr.trim()]).toEqual([
    1,
    "Sora is installed with npm, not with pnpm:  npm install && npm start",
  ]);
});

test("npm installs", () => {
  expect(install("npm/11.19.1 node/v20.20.2 linux x64")).toMatchObject({ status: 0, stderr: "" });
});
