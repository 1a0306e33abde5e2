import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { setHeadersOfAllAnswers } from "./answer-headers.ts";

/** The headers of an answer that sets one of its own, to a request as a proxy or a client sends it. */
async function answered(headers: Record<string, string> = {}): Promise<Headers> {
  const server = createServer((_, response) => response.writeHead(200, { "x-own": "1" }).end()).listen(
    0,
    "127.0.0.1",
  );
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/_next/static/any.js`, { headers });
  server.close();
  return answer.headers;
}

test("every answer forbids sniffing, and those by https ask for https for a year", async () => {
  setHeadersOfAllAnswers({});
  const plain = await answered();
  expect(plain.get("x-own")).toBe("1");
  expect(plain.get("x-content-type-options")).toBe("nosniff");
  expect(plain.get("strict-transport-security")).toBeNull();
  const proxied = await answered({ "x-forwarded-proto": "https" });
  expect(proxied.get("strict-transport-security")).toBe("max-age=31536000");
});

test("with a public address by https, an answer asks for it whatever the proxy says", async () => {
  setHeadersOfAllAnswers({ publicUrl: "https://sora.test" });
  expect((await answered()).get("strict-transport-security")).toBe("max-age=31536000");
});
