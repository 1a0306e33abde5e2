// Several Next servers on one port. app-server.ts starts it with `next start`'s arguments, in a separate process group.
// node:cluster instead of `reusePort`: the parent assigns connections to the processes in turn, so that all get the same
// number, and a connection gets to another process when one ends first. The kernel distributes by a hash of the
// addresses: two processes get uneven shares of few connections, and a process that ends drops those waiting for it.
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

/** `slot` 0 runs the work that one process of a machine is enough for. */
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

const isWord = (message: unknown): message is { says: unknown } =>
  typeof message === "object" && message !== null && "says" in message;

function tellOthers(from: Worker, message: object): void {
  for (const worker of running)
    // A process that is ending has closed its channel.
    if (worker !== from && worker.isConnected()) worker.process.send(message, () => {});
}

async function onExit(slot: number, how: string) {
  if (!isStopping) await replace(slot, how);
  if (isStopping && running.size === 0) process.exit(exitCode);
}

async function replace(slot: number, how: string) {
  // If no process ever became ready, the next one would fail as well. The failed one has printed the reason.
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

function stop() {
  isStopping = true;
  for (const worker of running) worker.process.kill("SIGTERM");
  if (running.size === 0) process.exit(exitCode);
}

process.once("SIGTERM", stop);
for (let slot = 0; slot < count; slot += 1) startWorker(slot);
