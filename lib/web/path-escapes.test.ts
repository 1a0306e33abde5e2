import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { takeBrokenEscapesAsLetters } from "./path-escapes.ts";

test("a path with invalid escapes reaches its handler in a readable form", async () => {
  takeBrokenEscapesAsLetters();
  const seen: (string | undefined)[] = [];
  const server = createServer((asked, response) => {
    seen.push(asked.url);
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  for (const path of ["/gyms/%E0%A4%A?q=%E0", "/%", "/gyms/%EA%B0%80", "/gyms?q=%"]) {
    const sent = request({ host: "127.0.0.1", port, path }).end();
    const [response] = await once(sent, "response");
    response.resume();
  }
  server.close();
  expect(seen).toEqual(["/gyms/%25E0%25A4%25A?q=%E0", "/%25", "/gyms/%EA%B0%80", "/gyms?q=%"]);
});
