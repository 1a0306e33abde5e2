import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { expect, test } from "vitest";
import { distrustForwardedHeaders } from "./forwarded-headers.ts";

test("a client's forwarding headers never reach a handler", async () => {
  distrustForwardedHeaders();
  let seen: IncomingHttpHeaders = {};
  const server = createServer((request, response) => {
    seen = request.headers;
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");

  const { port } = server.address() as AddressInfo;
  const headers = {
    "X-Forwarded-For": "6.6.6.6",
    "X-Forwarded-Proto": "https",
    Forwarded: "for=6.6.6.6",
    "X-Other": "1",
  };
  await fetch(`http://127.0.0.1:${port}/`, { headers });
  server.close();

  expect(seen["x-other"]).toBe("1");
  expect(Object.keys(seen).filter((name) => name.includes("forwarded"))).toEqual([]);
});
