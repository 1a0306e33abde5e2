// The lower bound: only forwards the model's bytes.
import { Agent, createServer, request } from "node:http";

const { PORT, UPSTREAM_URL } = process.env;
const upstream = new URL(`${UPSTREAM_URL}/chat/completions`);
const agent = new Agent({ keepAlive: true });

const server = createServer((incoming, outgoing) => {
  const { "content-type": type = "", "content-length": length = "0" } = incoming.headers;
  const headers = { "content-type": type, "content-length": length };
  const asked = request(upstream, { agent, method: "POST", headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, {
      "content-type": answer.headers["content-type"],
      "cache-control": "no-store",
    });
    answer.pipe(outgoing);
  });
  asked.on("error", () => outgoing.destroy());
  incoming.pipe(asked);
});
server.listen({ port: Number(PORT), host: "127.0.0.1", backlog: 4096 });
