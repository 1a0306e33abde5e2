import { type IncomingMessage, type ServerResponse, createServer, request } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

/** What a faulty server would do with a request and with its answer. */
export type Hole = {
  onRequest?: (asked: IncomingMessage, headers: NodeJS.Dict<string | string[]>) => void | Promise<void>;
  onAnswer?: (asked: IncomingMessage, answer: Sent) => Sent;
};

type Sent = { status: number; body: string };

/**
 * A server with a hole: Sora behind a proxy that breaks it on purpose. What the attacks must notice.
 * @returns its address, and how to end it.
 */
export async function openLeakyServer(url: string, hole: Hole): Promise<{ url: string; close: () => void }> {
  const server = createServer((asked, answer) => {
    void forward(url, asked, answer, hole).catch(() => answer.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, close };
}

async function forward(
  url: string,
  asked: IncomingMessage,
  answer: ServerResponse,
  { onRequest, onAnswer }: Hole,
): Promise<void> {
  const body = Buffer.concat(await asked.toArray());
  const headers: NodeJS.Dict<string | string[]> = { ...asked.headers };
  // What comes is to be read, and changed, as it is.
  delete headers["accept-encoding"];
  await onRequest?.(asked, headers);
  const sent = request(new URL(asked.url!, url), { method: asked.method!, headers, agent: false });
  sent.end(body);
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const { "content-length": length, "transfer-encoding": _, connection: __, ...rest } = response.headers;
  // Fonts, scripts and streams of events go through as they are.
  if (!onAnswer || !/html|json/.test(response.headers["content-type"] ?? "")) {
    answer.writeHead(
      response.statusCode!,
      length === undefined ? rest : { ...rest, "content-length": length },
    );
    response.on("error", () => answer.destroy()).pipe(answer);
    answer.once("close", () => response.destroy());
    return;
  }
  const text = Buffer.concat(await response.toArray()).toString();
  const changed = onAnswer(asked, { status: response.statusCode!, body: text });
  answer.writeHead(changed.status, rest);
  answer.end(changed.body);
}
