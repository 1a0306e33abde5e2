// Figures of a run: medians of the rounds, each compared within its round.
import type { Measured } from "./measure-wave.ts";
import { median, quantile } from "./quantile.ts";
import type { Subject } from "./subjects.ts";

export type Round = Measured & { round: number; tokens: number };
type Range = { median: number; min: number; max: number };

export type Summary = {
  subject: Subject;
  streams: number;
  cpuPer1000: Range;
  ofProxy: Range;
  /** The share of CPU used after the streams had ended. */
  afterShare: number;
  addedFirstTextMs: { p50: Range; p95: Range; p99: Range };
  gapMs: { p50: number; p95: number; p99: number };
  failures: string[];
  residentMb: number;
  textsPerSecond: number;
  database?: {
    logStatementsPerSecond: number;
    transactionsPerSecond: number;
    busyMean: number;
    busyMedian: number;
    heldMax: number;
  };
};

const rangeOf = (values: number[]): Range => ({
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
});

const cpuPer1000 = ({ cpuMs, afterCpuMs, streams, tokens }: Round) =>
  ((cpuMs + afterCpuMs) / (streams * tokens)) * 1000;

export function summarise(all: Round[], subject: Subject, streams: number): Summary {
  const waves = all.filter((wave) => wave.target === subject && wave.streams === streams);
  const beside = (target: "proxy" | "direct", { round }: Round) =>
    all.find((wave) => wave.target === target && wave.streams === streams && wave.round === round);

  const added = (q: number) =>
    rangeOf(
      waves.map((wave) => quantile(wave.firstTextMs, q) - quantile(beside("direct", wave)!.firstTextMs, q)),
    );
  const ratios = waves.flatMap((wave) => {
    const proxy = beside("proxy", wave);
    return proxy ? [cpuPer1000(wave) / cpuPer1000(proxy)] : [];
  });
  const databases = waves.flatMap(({ database }) => database ?? []);
  const samples = databases.flatMap((database) => database.samples);
  const busy = samples.map((sample) => sample.busy);

  return {
    subject,
    streams,
    cpuPer1000: rangeOf(waves.map(cpuPer1000)),
    ofProxy: rangeOf(ratios.length ? ratios : [NaN]),
    afterShare: median(waves.map(({ cpuMs, afterCpuMs }) => afterCpuMs / (cpuMs + afterCpuMs))),
    addedFirstTextMs: { p50: added(0.5), p95: added(0.95), p99: added(0.99) },
    gapMs: {
      p50: median(waves.map(({ gapMs }) => gapMs.p50)),
      p95: median(waves.map(({ gapMs }) => gapMs.p95)),
      p99: median(waves.map(({ gapMs }) => gapMs.p99)),
    },
    failures: waves.flatMap(({ failures }) => failures),
    residentMb: Math.max(...waves.map(({ residentMb }) => residentMb)),
    textsPerSecond: median(waves.map(({ tookMs, tokens }) => (streams * tokens) / (tookMs / 1000))),
    ...(databases.length
      ? {
          database: {
            logStatementsPerSecond: Math.max(...databases.map((database) => database.logStatementsPerSecond)),
            transactionsPerSecond: median(databases.map((database) => database.transactionsPerSecond)),
            busyMean: busy.reduce((sum, count) => sum + count, 0) / busy.length,
            busyMedian: median(busy),
            heldMax: Math.max(...samples.map(({ inTransaction }) => inTransaction)),
          },
        }
      : {}),
  };
}
