import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";

import { captureLog } from "../../test/captured-log.ts";
import { answer } from "../web/http.ts";
import { identifyRequests } from "./request-context.ts";

test("each request has a separate id in its records and its response, also on one connection", async () => {
  identifyRequests({ isProxyTrusted: false });
  const server = createServer((_request, response) => {
    void answer(() => Promise.reject(new RangeError("오늘은"))).then(async (failed) =>
      response.end(await failed.text()),
    );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const { records } = captureLog();
  const ids: (string | null)[] = [];
  for (let asked = 0; asked < 3; asked += 1) {
    const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { "x-request-id": "forged-id" } });
    const body = (await response.json()) as { requestId: string };
    expect(body.requestId).toBe(response.headers.get("x-request-id"));
    ids.push(body.requestId);
  }
  server.close();
  expect(new Set(ids).size).toBe(3);
  expect(ids).not.toContain("forged-id");
  expect(records.map(({ requestId }) => requestId)).toEqual(ids);
});
