import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, test, vi } from "vitest";

import { parseExposition } from "../../e2e/support/parse-exposition.ts";
import { collectProcessMetrics, instruments } from "../instruments.ts";
import { countRequests } from "./count-requests.ts";
import { routeFinder } from "./route-of.ts";

function builtRoutes() {
  const dir = mkdtempSync(join(tmpdir(), "sora-routes-"));
  const manifest = {
    staticRoutes: [{ page: "/gyms" }],
    dynamicRoutes: [
      { page: "/api/[[...path]]", regex: "^/api(?:/(.+?))?(?:/)?$" },
      { page: "/diary/[date]", regex: "^/diary/([^/]+?)(?:/)?$" },
    ],
  };
  writeFileSync(join(dir, "routes-manifest.json"), JSON.stringify(manifest));
  return routeFinder(relative(process.cwd(), dir));
}

test("counts requests by the pattern of their route, never by their path", async () => {
  countRequests(builtRoutes());
  const server = createServer((request, response) => {
    response.statusCode = request.url === "/gyms?q=1" ? 200 : 404;
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const paths = [
    "/gyms?q=1",
    "/diary/2026-11-21",
    "/diary/2026-11-22",
    "/api/secret-id",
    "/_next/static/a.js",
  ];
  for (const path of paths) await fetch(`http://127.0.0.1:${port}${path}`, { method: "POST" });
  server.close();
  await vi.waitFor(async () => {
    const families = parseExposition(await instruments.registry.metrics());
    const counted = families
      .get("sora_http_requests_total")!
      .samples.map(({ labels, value }) => [labels.route, labels.method, labels.status, value]);
    expect(counted.toSorted()).toEqual([
      ["/diary/[date]", "POST", "404", 2],
      ["/gyms", "POST", "200", 1],
      ["other", "POST", "404", 1],
      ["static", "POST", "404", 1],
    ]);
  });
});

test("a process exports its build, its event loop lag and, in each series, its process id", async () => {
  collectProcessMetrics();
  const families = parseExposition(await instruments.registry.metrics());
  expect(families.get("sora_build_info")!.samples).toEqual([
    { labels: { version: "development", build: "development", process: String(process.pid) }, value: 1 },
  ]);
  expect(families.get("nodejs_eventloop_lag_p99_seconds")!.type).toBe("gauge");
  for (const { samples } of families.values())
    for (const { labels } of samples) expect(labels.process).toBe(String(process.pid));
});
