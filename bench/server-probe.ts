// Preloaded into each server with --import: answers the benchmark's questions about the process.
import { writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

type Question = { ask: "liveBytes" } | { ask: "startProfile" } | { ask: "stopProfile"; file: string };

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;
const session = new Session();

async function answer(question: Question): Promise<number> {
  if (question.ask === "liveBytes") {
    // Twice: buffers freed by the first collection are swept concurrently, and counted until the second one starts.
    collectGarbage();
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  }
  if (question.ask === "startProfile") {
    session.connect();
    await session.post("Profiler.enable");
    await session.post("Profiler.start");
    return 0;
  }
  const { profile } = await session.post("Profiler.stop");
  writeFileSync(question.file, JSON.stringify(profile));
  session.disconnect();
  return 0;
}

process.on("message", (question: Question) => void answer(question).then((value) => process.send?.(value)));
process.channel?.unref();
