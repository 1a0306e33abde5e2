import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "./database.ts";
import type { Wave, WaveResult } from "./load.ts";
import type { Child } from "./processes.ts";
import { cpuMs, residentMb } from "./process-stats.ts";
import type { Target } from "./subjects.ts";

const sampleEveryMs = 100;

export type Measured = WaveResult & {
  target: Target;
  streams: number;
  cpuMs: number;
  /** CPU after that for the same streams (garbage collection, jobs), minus idle use. */
  afterCpuMs: number;
  residentMb: number;
  database?: {
    logStatementsPerSecond: number;
    transactionsPerSecond: number;
    /** Sampled while all streams are written. */
    samples: { busy: number; inTransaction: number }[];
  };
};

export type Server = { child: Child; idleCpuPerSecond: number };

export async function measureIdle({ pid }: Child, seconds: number): Promise<number> {
  const before = cpuMs(pid);
  await sleep(seconds * 1000);
  return (cpuMs(pid) - before) / seconds;
}

type Input = {
  wave: Wave;
  load: Child;
  server: Server | null;
  database: Database | null;
};

export async function measureWave({ wave, load, server, database }: Input): Promise<Measured> {
  const pid = server?.child.pid;
  const cpu = () => (pid ? cpuMs(pid) : 0);
  const countersBefore = await database?.counters();
  const cpuBefore = cpu();
  const startedAt = performance.now();

  let resident = 0;
  const samples: { atMs: number; busy: number; inTransaction: number }[] = [];
  let isOver = false;
  const sampling = (async () => {
    while (!isOver) {
      if (pid) resident = Math.max(resident, residentMb(pid));
      if (database) {
        const atMs = performance.now() - startedAt;
        samples.push({ atMs, ...(await database.sampleConnections()) });
      }
      await sleep(sampleEveryMs);
    }
  })();

  const result = (await load.ask(wave)) as WaveResult;
  const cpuAtEnd = cpu();
  const endedAt = performance.now();
  const countersAtEnd = await database?.counters();
  isOver = true;
  await sampling;
  await database?.untilJobsAreDone();
  await sleep(300);
  const idleMs = ((performance.now() - endedAt) / 1000) * (server?.idleCpuPerSecond ?? 0);
  const countersAfter = await database?.counters();

  const seconds = result.tookMs / 1000;
  return {
    ...result,
    target: wave.target,
    streams: wave.streams.length,
    cpuMs: cpuAtEnd - cpuBefore,
    afterCpuMs: Math.max(0, cpu() - cpuAtEnd - idleMs),
    residentMb: resident,
    ...(countersBefore && countersAtEnd && countersAfter
      ? {
          database: {
            logStatementsPerSecond: (countersAtEnd.logStatements - countersBefore.logStatements) / seconds,
            transactionsPerSecond:
              (countersAfter.commits - countersBefore.commits) / ((performance.now() - startedAt) / 1000),
            samples: samples.filter(
              ({ atMs }) => atMs > result.allSpeaking.fromMs && atMs < result.allSpeaking.toMs,
            ),
          },
        }
      : {}),
  };
}
