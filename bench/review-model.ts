// The sample model with a delay that can be changed between two calls.
import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { startModelServer } from "../scripts/sample-model/server.ts";

export async function openModel(ending: AsyncDisposableStack) {
  const model = await startModelServer({ port: 0, delay: 0 });
  ending.defer(() => model.close());
  let delayMs = 0;

  const gate = createServer(async (asked, answer) => {
    await sleep(delayMs);
    const { method, headers, url } = asked;
    const passedOn = request(model.url + url, { method, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(answer);
    });
    passedOn.on("error", () => answer.destroy());
    asked.pipe(passedOn);
  });
  gate.listen(0, "127.0.0.1");
  await once(gate, "listening");
  ending.defer(() => {
    gate.close();
    gate.closeAllConnections();
  });

  return {
    url: `http://127.0.0.1:${(gate.address() as AddressInfo).port}/v1`,
    answerAfter: (ms: number) => void (delayMs = ms),
  };
}
