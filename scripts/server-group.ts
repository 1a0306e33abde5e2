// Several Next servers on one port: started by app-server.ts with `next start`'s arguments, in a process group of its own.
//
// node:cluster and not `reusePort`: here the parent hands each connection to the next process in turn, so that all get
// the same number, and to another one when a process ends first. The kernel spreads connections by a hash of their
// addresses: two processes get uneven shares of few connections, and one that ends takes those waiting for it along.
import cluster, { type Worker } from "node:cluster";
import { setTimeout as sleep } from "node:timers/promises";
import { forwardWithoutBanner } from "./forward-output.ts";
import { projectPath } from "./project.ts";
import { RestartLimit } from "./restart-limit.ts";
import { complain } from "./say.ts";

const count = Number(process.env.SERVERS);
const limit = new RestartLimit();
let isStopping = false;
let exitCode = 0;

cluster.schedulingPolicy = cluster.SCHED_RR;
cluster.setupPrimary({
  exec: projectPath("node_modules/next/dist/bin/next"),
  args: process.argv.slice(2),
  execArgv: ["--import", projectPath("scripts/exit-with-parent.mjs")],
  silent: true,
});

const running = new Set<Worker>();
const ready = new Set<number>();

/** `slot`: 0 for the process that does what one of a machine is enough for. */
function startWorker(slot: number) {
  const worker = cluster.fork({ SORA_PROCESS: String(slot) });
  running.add(worker);
  forwardWithoutBanner(worker.process.stdout);
  worker.process.stderr?.pipe(process.stderr, { end: false });
  worker.on("message", (message: unknown) => {
    if (message === "ready") ready.add(slot);
    if (ready.size === count) process.send?.("ready");
    if (isWord(message)) tellOthers(worker, { sibling: slot, says: message.says });
  });
  worker.once("exit", (code: number | null, signal: string | null) => {
    running.delete(worker);
    tellOthers(worker, { sibling: slot, isGone: true });
    void onExit(slot, signal ? `killed by ${signal}` : `exit code ${code}`);
  });
}

/** What a process says to its siblings (lib/servers/siblings.ts). */
const isWord = (message: unknown): message is { says: unknown } =>
  typeof message === "object" && message !== null && "says" in message;

function tellOthers(from: Worker, message: object): void {
  for (const worker of running)
    // One that is ending has no ear any more.
    if (worker !== from && worker.isConnected()) worker.process.send(message, () => {});
}

async function onExit(slot: number, how: string) {
  if (!isStopping) await replace(slot, how);
  if (isStopping && running.size === 0) process.exit(exitCode);
}

async function replace(slot: number, how: string) {
  // What keeps the first from starting keeps the next from it too; it has said what that is.
  if (ready.size === 0) return giveUp();
  const delayMs = limit.nextDelayMs(Date.now());
  if (delayMs === null) {
    complain(`A server process ended (${how}), the fifth within a minute: Sora gives up.`);
    return giveUp();
  }
  complain(`A server process ended (${how}). Another one takes its place.`);
  await sleep(delayMs);
  if (!isStopping) startWorker(slot);
}

function giveUp() {
  exitCode = 1;
  stop();
}

/** Each process ends its running replies first. */
function stop() {
  isStopping = true;
  for (const worker of running) worker.process.kill("SIGTERM");
  if (running.size === 0) process.exit(exitCode);
}

process.once("SIGTERM", stop);
for (let slot = 0; slot < count; slot += 1) startWorker(slot);
