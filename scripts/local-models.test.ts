import { once } from "node:events";
import { type RequestListener, type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";

import { findLocalModels, usualServers } from "./local-models.ts";
import { freePort } from "./ports.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

const says =
  (path: string, body: unknown): RequestListener =>
  (request, response) => {
    if (request.url !== path) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  };

const line = (port: number, model: string) =>
  `OPENAI_BASE_URL=http://localhost:${port}/v1 OPENAI_REPLY_MODEL=${model} OPENAI_MODERATION_MODEL=${model} npm start`;

it("names each server that answers, with the command line that uses one of its models", async () => {
  const ollama = await listen(
    says("/api/tags", {
      models: [
        { name: "nomic-embed-text:latest" },
        { name: "gpt-oss:120b-cloud" },
        { name: "qwen3:8b", size: 5 },
      ],
    }),
  );
  const lmStudio = await listen(
    says("/v1/models", {
      object: "list",
      data: [{ id: "text-embedding-nomic" }, { id: "google/gemma-3-12b" }],
    }),
  );
  const llamaCpp = await listen(
    says("/v1/models", { object: "list", data: [{ id: "/models/my model's.gguf", owned_by: "llamacpp" }] }),
  );
  expect(
    await findLocalModels([
      { name: "Ollama", port: ollama, path: "/api/tags" },
      { name: "LM Studio", port: lmStudio, path: "/v1/models" },
      { name: "llama.cpp", port: llamaCpp, path: "/v1/models" },
    ]),
  ).toEqual([
    `Ollama answers on port ${ollama}. To use its model qwen3:8b:`,
    line(ollama, "qwen3:8b"),
    `LM Studio answers on port ${lmStudio}. To use its model google/gemma-3-12b:`,
    line(lmStudio, "google/gemma-3-12b"),
    `llama.cpp answers on port ${llamaCpp}. To use its model /models/my model's.gguf:`,
    line(llamaCpp, String.raw`'/models/my model'\''s.gguf'`),
  ]);
});

it("reports a server without a model", async () => {
  const port = await listen(says("/api/tags", { models: [] }));
  expect(await findLocalModels([{ name: "Ollama", port, path: "/api/tags" }])).toEqual([
    `Ollama answers on port ${port}, but has no model that could reply.`,
  ]);
});

it("ignores missing and other servers, and waits only briefly", async () => {
  const silent = await listen(() => {});
  const endless = await listen((_, response) => void response.writeHead(200).write("{"));
  const elsewhere = await listen((_, response) => void response.writeHead(302, { location: "/login" }).end());
  const page = await listen((_, response) => void response.end("<h1>Hello"));
  const json = await listen((_, response) => void response.end(`{"data":[{"name":1}]}`));
  const ports = [silent, endless, elsewhere, page, json, await freePort()];
  const startedAt = performance.now();
  expect(await findLocalModels(ports.map((port) => ({ name: "x", port, path: "/v1/models" })))).toEqual([]);
  expect(performance.now() - startedAt).toBeLessThan(2000);
});

it("checks the usual ports of this machine", () => {
  expect(usualServers.map(({ name, port }) => `${name} ${port}`)).toEqual([
    "Ollama 11434",
    "LM Studio 1234",
    "llama.cpp 8080",
  ]);
});
