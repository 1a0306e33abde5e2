import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { newVapidPair } from "../test/new-vapid-pair";
import { freePort } from "./ports";
import { projectPath } from "./project";

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "sora-serve-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

/** Starts Sora with settings that prevent a start. @returns its output */
async function startInVain(settings: Record<string, string>) {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [projectPath("scripts/serve.ts"), "start"], {
    // Empty values keep out a .env file of the person who runs the tests.
    env: {
      PATH,
      HOME,
      NODE_ENV: "test",
      LOG_FORMAT: "pretty",
      DATABASE_URL: "",
      DATA_DIR: dataDir,
      ...settings,
    },
  });
  let said = "";
  child.stdout.on("data", (text: Buffer) => (said += text.toString()));
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  const [exitCode] = await once(child, "close");
  return { said: said.trim(), exitCode };
}

it("names a taken port, before it starts anything", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const { said, exitCode } = await startInVain({ PORT: String(port) });
  other.close();
  expect(said).toBe(
    `Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
  );
  expect(exitCode).toBe(1);
  expect(readdirSync(dataDir)).toEqual(["secrets.json"]);
});

it("names a taken port of the sample model", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const { said, exitCode } = await startInVain({ PORT: String(await freePort()), MODEL_PORT: String(port) });
  other.close();
  expect([said, exitCode]).toEqual([`MODEL_PORT: port ${port} is taken.`, 1]);
});

it("names bad settings", async () => {
  const { said, exitCode } = await startInVain({ REPLIES_PER_DAY: "many", OPENAI_BASE_URL: "ollama" });
  expect(said.split("\n")).toEqual([
    "OPENAI_BASE_URL: must be an http or https address",
    "REPLIES_PER_DAY: must be a whole number from 1 to 1000000",
  ]);
  expect(exitCode).toBe(1);
});

it("does not start with mismatched keys for Web Push", async () => {
  const { VAPID_PUBLIC_KEY } = newVapidPair();
  const { VAPID_PRIVATE_KEY } = newVapidPair();
  const { said, exitCode } = await startInVain({ VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY });
  expect(said).toBe("VAPID_PUBLIC_KEY: does not belong to VAPID_PRIVATE_KEY");
  expect(exitCode).toBe(1);
});

it("reports that the database is unreachable, without its password", async () => {
  const DATABASE_URL = `postgresql://sora:hunter2@127.0.0.1:${await freePort()}/sora`;
  const { said, exitCode } = await startInVain({ DATABASE_URL, PORT: String(await freePort()) });
  expect(said).toMatch(/^DATABASE_URL: the database cannot be reached \(connect ECONNREFUSED [^\n]+$/);
  expect(said).not.toContain("hunter2");
  expect(exitCode).toBe(1);
});
