import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

import { freePort } from "../../scripts/ports.ts";
import { type Engine, expressionOf } from "./engine.ts";

/**
 * WebKitGTK by WebDriver, on a separate Xvfb screen, because it has no headless mode. Its key and screenshot commands
 * hang there, so text is inserted by script.
 * @param binary the MiniBrowser of the library
 */
export async function openWebKit(binary: string): Promise<Engine> {
  const { screen, display } = await openScreen();
  const port = await freePort();
  const env = {
    ...process.env,
    DISPLAY: display,
    LIBGL_ALWAYS_SOFTWARE: "1",
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
  };
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], { env, stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  await untilAnswering(url, driver);

  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(url + path, { method, body: body && JSON.stringify(body) });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
    return value;
  };
  const options = { binary, args: ["--automation"] };
  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": options } };
  const { sessionId } = (await call("POST", "/session", { capabilities })) as { sessionId: string };
  const session = `/session/${sessionId}`;
  const execute = (script: string) => call("POST", `${session}/execute/sync`, { script, args: [] });

  return {
    open: async (address) => void (await call("POST", `${session}/url`, { url: address })),
    run: async (work, ...args) => JSON.parse((await execute(`return ${expressionOf(work, args)}`)) as string),
    type: async (text) =>
      void (await execute(`document.execCommand("insertText", false, ${JSON.stringify(text)})`)),
    forget: async () => void (await call("DELETE", `${session}/cookie`)),
    close: async () => {
      await call("DELETE", session);
      for (const child of [driver, screen]) {
        const exited = once(child, "exit");
        child.kill();
        await exited;
      }
    },
  };
}

/** Xvfb chooses a free display number and writes it to file descriptor 3. */
async function openScreen(): Promise<{ screen: ChildProcess; display: string }> {
  const args = ["-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp"];
  const screen = spawn("Xvfb", args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = (await once(screen.stdio[3]!, "data")) as [Buffer];
  return { screen, display: `:${number.toString().trim()}` };
}

async function untilAnswering(url: string, driver: ChildProcess): Promise<void> {
  while (driver.exitCode === null) {
    if (await fetch(`${url}/status`).catch(() => null)) return;
    await sleep(100);
  }
  throw new Error("WebKitWebDriver ended while it started");
}
