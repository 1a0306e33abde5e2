import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { type Engine, expressionOf } from "./engine.ts";

type Answer = { id?: number; type: string; result?: unknown; error?: string; message?: string };
type Evaluated = {
  type: "success" | "exception";
  result?: { value?: string };
  exceptionDetails?: { text: string };
};

/**
 * Firefox by WebDriver BiDi, which it supports itself (`--remote-debugging-port`). Playwright's driver sends commands
 * that the long-term release does not support.
 * @param binary e.g. `firefox-esr`
 */
export async function openFirefox(binary: string): Promise<Engine> {
  const profile = mkdtempSync(join(tmpdir(), "sora-firefox-"));
  const args = [
    "--headless",
    "--no-remote",
    "--profile",
    profile,
    "--remote-debugging-port",
    "0",
    "about:blank",
  ];
  const browser = spawn(binary, args, { stdio: ["ignore", "ignore", "pipe"] });
  const socket = new WebSocket(`${await listeningAt(browser)}/session`);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve, { once: true });
    socket.addEventListener("error", () => reject(new Error("Firefox does not answer")), { once: true });
  });

  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener("message", ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  let id = 0;
  const send = async (method: string, params: object): Promise<unknown> => {
    id += 1;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const answer = await answered;
    if (answer.type !== "success") throw new Error(`${method}: ${answer.error}: ${answer.message}`);
    return answer.result;
  };

  await send("session.new", { capabilities: {} });
  const { contexts } = (await send("browsingContext.getTree", {})) as { contexts: { context: string }[] };
  const { context } = contexts[0]!;

  return {
    open: async (url) => void (await send("browsingContext.navigate", { context, url, wait: "complete" })),
    run: async (work, ...values) => {
      const expression = expressionOf(work, values);
      const asked = { expression, target: { context }, awaitPromise: false };
      const { type, result, exceptionDetails } = (await send("script.evaluate", asked)) as Evaluated;
      if (type === "exception") throw new Error(exceptionDetails?.text);
      return JSON.parse(result!.value!);
    },
    type: async (text) => {
      const actions = Array.from(text).flatMap((value) => [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ]);
      await send("input.performActions", { context, actions: [{ type: "key", id: "keyboard", actions }] });
    },
    forget: async () => void (await send("storage.deleteCookies", {})),
    close: async () => {
      const exited = once(browser, "exit");
      await send("browser.close", {});
      await exited;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function listeningAt(browser: ChildProcess): Promise<string> {
  const printed: string[] = [];
  for await (const line of createInterface({ input: browser.stderr! })) {
    printed.push(line);
    const [, url] = /^WebDriver BiDi listening on (\S+)/.exec(line) ?? [];
    // Further output is read and dropped: otherwise the pipe would fill up and block it.
    if (url) return (browser.stderr!.resume(), url);
  }
  throw new Error(`Firefox ended while it started: ${printed.join(" ")}`);
}
