import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

export async function startFakeOpenai() {
  const fake = {
    url: "",
    calls: [] as { url: string; authorization: string | undefined; body: string }[],
    answer: answerWell as Answer,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const bytes of request) body += String(bytes);
    fake.calls.push({ url: request.url!, authorization: request.headers.authorization, body });
    fake.answer(response, request);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  fake.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return fake;
}

const chunk = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", created: 1, model: "m", choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;

export const answerWell: Answer = (response) => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(chunk({ role: "assistant", content: "" }) + chunk({ content: "괜찮아요." }));
  response.end(`${chunk({}, "stop")}data: [DONE]\n\n`);
};

export const answerForEver: Answer = (response) => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(chunk({ role: "assistant", content: "" }));
};

export const refuse =
  (status: number, body: unknown = "", type = "application/json"): Answer =>
  (response) => {
    response.writeHead(status, { "content-type": type });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };

/** OpenAI's answer to a wrong key. It quotes the key. */
export const refuseKey = refuse(401, {
  error: {
    message: "Incorrect API key provided: sk-secret.",
    type: "invalid_request_error",
    param: null,
    code: "invalid_api_key",
  },
});
