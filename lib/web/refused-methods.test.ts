import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { takeTraceAsNothing } from "./refused-methods.ts";

test("TRACE reaches no page and no route; other methods do", async () => {
  takeTraceAsNothing();
  const seen: string[] = [];
  const server = createServer((asked, response) => {
    seen.push(`${asked.method} ${asked.url}`);
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  for (const method of ["TRACE", "GET", "PATCH"]) {
    const sent = request({ host: "127.0.0.1", port, path: "/diary", method }).end();
    const [response] = await once(sent, "response");
    response.resume();
  }
  server.close();
  expect(seen).toEqual(["PATCH /api/nothing", "GET /diary", "PATCH /diary"]);
});
