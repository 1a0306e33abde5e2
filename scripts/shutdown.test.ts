import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { projectPath } from "./project";

/** A process with a part that takes three seconds to stop. */
function startPatient() {
  const script = `
    import { Shutdown } from "${projectPath("scripts/shutdown.ts")}";
    const shutdown = new Shutdown();
    let end;
    const stopping = new Promise((resolve) => (end = resolve));
    shutdown.add({
      stop: () => (setTimeout(() => end("stopped"), 3000), stopping.then(console.log)),
      kill: () => end("killed"),
    });
    shutdown.onSignals();
    setInterval(() => {}, 1000);
    console.log("ready");
  `;
  const { npm_lifecycle_event: _, ...env } = process.env;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    env: { ...env, LOG_FORMAT: "pretty" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => said.push(line));
  const hears = async (line: string) => {
    while (!said.includes(line)) await once(lines, "line");
  };
  return { child, said, hears };
}

it("treats one Ctrl-C that arrives twice, from the terminal and from npm, as one", async () => {
  const { child, said, hears } = startPatient();
  await hears("ready");
  child.kill("SIGINT");
  await hears("Stopping …");
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(said.at(-1)).toBe("stopped");
});

it("kills at once on a second request", async () => {
  const { child, said, hears } = startPatient();
  await hears("ready");
  child.kill("SIGINT");
  await hears("Replies being written are finished first. Ctrl-C again does not wait for them.");
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(said.at(-1)).toBe("killed");
});
