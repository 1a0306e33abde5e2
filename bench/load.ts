// The load generator, in a separate process: opens a wave's streams, records arrivals, and checks them afterwards, so
// that reading costs as little CPU as possible during the measurement.
import { Agent, request } from "node:http";
import { quantile } from "./quantile.ts";
import { type Target, textOfEvent } from "./subjects.ts";

export type StreamRequest = { url: string; headers: Record<string, string>; body: string; expected: string };
export type Wave = { target: Target; spreadMs: number; timeoutMs: number; streams: StreamRequest[] };
export type WaveResult = {
  /** For each stream: from its request to its first text. Infinity without text. */
  firstTextMs: number[];
  gapMs: { p50: number; p95: number; p99: number };
  failures: string[];
  tookMs: number;
  /** Since the first request: the last stream's first text, and the first stream's end. */
  allSpeaking: { fromMs: number; toMs: number };
};

type Arrival = { at: number; bytes: Buffer };
type Received = {
  askedAt: number;
  arrivals: Arrival[];
  status: number;
  error: string | null;
  endedAt: number;
};

const agent = new Agent({ keepAlive: false, maxSockets: Infinity });

function receive({ url, headers, body }: StreamRequest, timeoutMs: number): Promise<Received> {
  return new Promise((resolve) => {
    const received: Received = {
      askedAt: performance.now(),
      arrivals: [],
      status: 0,
      error: null,
      endedAt: 0,
    };
    const end = (error: string | null) => {
      clearTimeout(timer);
      received.error ??= error;
      received.endedAt = performance.now();
      resolve(received);
    };
    const asked = request(url, { agent, method: "POST", headers }, (response) => {
      received.status = response.statusCode ?? 0;
      response.on("data", (bytes: Buffer) => received.arrivals.push({ at: performance.now(), bytes }));
      response.on("end", () => end(null));
      response.on("error", (error) => end(error.message));
    });
    const timer = setTimeout(() => asked.destroy(new Error("timeout")), timeoutMs);
    asked.on("error", (error) => end(error.message));
    asked.end(body);
  });
}

type Read = { text: string; firstTextMs: number; gapsMs: number[] };

function read(target: Target, { askedAt, arrivals }: Received): Read {
  const decoder = new TextDecoder();
  const textAt: number[] = [];
  let text = "";
  let rest = "";
  for (const { at, bytes } of arrivals) {
    const events = (rest + decoder.decode(bytes, { stream: true })).split("\n\n");
    rest = events.pop()!;
    const piece = events.map((event) => textOfEvent(target, event)).join("");
    if (piece) textAt.push(at);
    text += piece;
  }
  const gapsMs = textAt.slice(1).map((at, i) => at - textAt[i]!);
  return { text, firstTextMs: (textAt[0] ?? Infinity) - askedAt, gapsMs };
}

function failureOf({ status, error }: Received, { text }: Read, { expected }: StreamRequest): string | null {
  if (error) return error;
  if (status !== 200) return `status ${status}`;
  if (text === expected) return null;
  return text.length < expected.length
    ? `cut after ${text.length} of ${expected.length} characters`
    : "another text";
}

async function run({ target, spreadMs, timeoutMs, streams }: Wave): Promise<WaveResult> {
  const startedAt = performance.now();
  const received = await Promise.all(
    streams.map(async (stream, i) => {
      await new Promise((resolve) => setTimeout(resolve, (spreadMs * i) / streams.length));
      return receive(stream, timeoutMs);
    }),
  );
  const endedAt = received.map((one) => one.endedAt);
  const reads = received.map((one) => read(target, one));
  const gaps = reads.flatMap(({ gapsMs }) => gapsMs);
  const spokeAt = reads.map(({ firstTextMs }, i) => received[i]!.askedAt + firstTextMs);
  return {
    firstTextMs: reads.map(({ firstTextMs }) => firstTextMs),
    gapMs: { p50: quantile(gaps, 0.5), p95: quantile(gaps, 0.95), p99: quantile(gaps, 0.99) },
    failures: received.flatMap((one, i) => failureOf(one, reads[i]!, streams[i]!) ?? []),
    tookMs: Math.max(...endedAt) - startedAt,
    allSpeaking: { fromMs: Math.max(...spokeAt) - startedAt, toMs: Math.min(...endedAt) - startedAt },
  };
}

process.on("message", (wave: Wave) => void run(wave).then((result) => process.send!(result)));
