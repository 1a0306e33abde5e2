// Without a configured model: finds the model servers on this machine, and prints the command line that uses them.
import { z } from "zod";

import { textAtMost } from "../lib/ai/text-at-most.ts";

type LocalServer = { name: string; port: number; path: string };

export const usualServers: LocalServer[] = [
  { name: "Ollama", port: 11_434, path: "/api/tags" },
  { name: "LM Studio", port: 1234, path: "/v1/models" },
  { name: "llama.cpp", port: 8080, path: "/v1/models" },
];

const patienceMs = 300;
const maxBytes = 1_000_000;

const ollamaModels = z.object({ models: z.array(z.object({ name: z.string() })) });
const openaiModels = z.object({ data: z.array(z.object({ id: z.string() })) });

const noChat = /embed|rerank|whisper|\btts\b|minilm|\bbge\b|clip|stable-diffusion/i;
const elsewhere = /[-:]cloud$/i;

/**
 * Finds model servers on this machine, concurrently, within 300 ms each.
 * @returns the lines to print for each server: how to use it, with one of its models
 */
export async function findLocalModels(servers: LocalServer[] = usualServers): Promise<string[]> {
  const found = await Promise.all(
    servers.map(async (server) => ({ server, models: await listModels(server) })),
  );
  return found.flatMap(({ server, models }) => (models ? linesFor(server, models) : []));
}

async function listModels({ port, path }: LocalServer): Promise<string[] | null> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      redirect: "error",
      signal: AbortSignal.timeout(patienceMs),
    });
    const body: unknown = response.ok ? JSON.parse(await textAtMost(response, maxBytes)) : null;
    const ollama = ollamaModels.safeParse(body);
    if (ollama.success) return ollama.data.models.map(({ name }) => name);
    const openai = openaiModels.safeParse(body);
    return openai.success ? openai.data.data.map(({ id }) => id) : null;
  } catch {
    return null;
  }
}

function linesFor({ name, port }: LocalServer, models: string[]): string[] {
  const model = models.find((one) => !noChat.test(one) && !elsewhere.test(one));
  if (model === undefined) return [`${name} answers on port ${port}, but has no model that could reply.`];
  const used = quoted(model);
  return [
    `${name} answers on port ${port}. To use its model ${model}:`,
    `OPENAI_BASE_URL=http://localhost:${port}/v1 OPENAI_REPLY_MODEL=${used} OPENAI_MODERATION_MODEL=${used} npm start`,
  ];
}

const quoted = (word: string) =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
