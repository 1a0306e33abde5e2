import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { chosenBrowsers, launchOptions } from "./scripts/browser.ts";

const inCi = Boolean(process.env.CI);
const port = Number(process.env.E2E_PORT ?? 3200);
const modelPort = port + 1;
// For the specs: the stand-in model's control and call count.
process.env.MODEL_URL = `http://127.0.0.1:${modelPort}`;
// For the specs: where the browsers' push services listen, one for each worker.
const pushPorts = [port + 2, port + 3, port + 4, port + 5];
process.env.E2E_PUSH_PORTS = pushPorts.join();
// For the specs: where the server's database is.
const dataDir = (process.env.E2E_DATA_DIR = join(tmpdir(), `sora-e2e-${port}`));

/** `npm start` as a person runs it, but for shorter patience and no limits that many tests would share. */
const serverEnv = {
  PORT: String(port),
  SERVERS: "1",
  DATA_DIR: dataDir,
  MODEL_PORT: String(modelPort),
  // Reviews are judged over HTTP, by the sample model, whose answers the specs direct. Without this the classifier would.
  MODERATION_BASE_URL: `http://127.0.0.1:${modelPort}/v1`,
  MODEL_TOKENS_PER_SECOND: "100",
  MODEL_FIRST_CHUNK_SECONDS: "3",
  MODEL_CHUNK_GAP_SECONDS: "3",
  MODEL_TOTAL_SECONDS: "60",
  REPLIES_PER_DAY: "1000",
  REVIEWS_PER_HOUR: "1000",
  SIGNIN_ATTEMPTS_PER_HOUR: "10000",
  SIGNUPS_PER_HOUR: "10000",
  SECURITY_CONTACT: "mailto:security@sora.test",
  METRICS_TOKEN: "metrics-of-the-tests",
  MODEL_PRICE_INPUT: "0.25",
  MODEL_PRICE_OUTPUT: "2",
  PUSH_OWN_ORIGINS: pushPorts.map((pushPort) => `http://127.0.0.1:${pushPort}`).join(),
};

/** Empty counts as unset: nothing that the person has set, here or in .env, reaches the tests. */
const unset = Object.fromEntries(
  [
    "DATABASE_URL",
    "DATABASE_DIRECT_URL",
    "DATABASE_CONNECTIONS",
    "MIGRATE",
    "HOST",
    "AUTH_URL",
    "AUTH_SECRET",
    "DIARY_KEYS",
    "OPENAI_API_KEY",
    "OPENAI_BASE_URL",
    "MODERATION_API_KEY",
    "MODERATION_BASE_URL",
    "VAPID_PUBLIC_KEY",
    "VAPID_PRIVATE_KEY",
  ].map((name) => [name, ""]),
);

/** Specs that start servers of their own and mostly wait, for killed ones' leases to lapse: one test after the other. */
const waiting = [
  "**/servers.spec.ts",
  "**/server-group.spec.ts",
  "**/version-skew.spec.ts",
  "**/reviews-survive.spec.ts",
];
const desktop = { viewport: { width: 1280, height: 800 } };

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  fullyParallel: true,
  forbidOnly: inCi,
  // More than there are cores: much of a test's time is waiting.
  workers: 4,
  // What fails there is tried once more; if that goes well it is reported as flaky: to be understood, not to be lived with.
  retries: inCi ? 1 : 0,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    baseURL: `http://localhost:${port}`,
    locale: "ko-KR",
    timezoneId: "Asia/Seoul",
    // Not of every test, which would slow them all down (`--trace on` for one), and without a film: what the page was at each
    // step is in its snapshots.
    trace: { mode: "on-first-retry", screenshots: false },
    // What needs the whole browser is `testInWholeBrowser` (e2e/fixtures.ts).
    launchOptions: launchOptions(chosenBrowsers().light),
  },
  projects: [
    // First, and by two at a time, so that what waits does so beside what works.
    { name: "servers", testMatch: waiting, use: desktop, workers: 2 },
    { name: "desktop", testIgnore: waiting, use: desktop, grepInvert: /@phone-only/ },
    // What depends on the size of the screen is tagged @phone; the rest would only be run twice.
    {
      name: "phone",
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
      grep: /@phone/,
    },
  ],
  webServer: {
    command: `"${process.execPath}" e2e/support/serve-fresh.ts start`,
    url: `http://localhost:${port}/api/health`,
    env: { ...unset, ...serverEnv },
    stdout: inCi ? "pipe" : "ignore",
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
