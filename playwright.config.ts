import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { chosenBrowsers, launchOptions } from "./scripts/browser.ts";

const inCi = Boolean(process.env.CI);
const port = Number(process.env.E2E_PORT ?? 3200);
const modelPort = port + 1;
// Read by the specs: the sample model's control and call count.
process.env.MODEL_URL = `http://127.0.0.1:${modelPort}`;
// Read by the specs: the ports of the push services, one for each worker.
const pushPorts = [port + 2, port + 3, port + 4, port + 5];
process.env.E2E_PUSH_PORTS = pushPorts.join();
// Read by the specs: the server's database.
const dataDir = (process.env.E2E_DATA_DIR = join(tmpdir(), `sora-e2e-${port}`));

/** `npm start`, with shorter timeouts and without limits that tests would share. */
const serverEnv = {
  PORT: String(port),
  SERVERS: "1",
  DATA_DIR: dataDir,
  MODEL_PORT: String(modelPort),
  // The sample model judges over HTTP, so that specs can direct it. Otherwise the classifier would judge.
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

/** Empty counts as unset: settings of the person who runs the tests, also in .env, have no effect. */
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

/** These specs start separate servers and mostly wait for leases of killed ones to expire. Their tests run serially. */
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
  // More than cores, because tests mostly wait.
  workers: 4,
  // A test that passes on retry is reported as flaky. Its cause must be found.
  retries: inCi ? 1 : 0,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    baseURL: `http://localhost:${port}`,
    locale: "ko-KR",
    timezoneId: "Asia/Seoul",
    // A trace of every test would slow all down (`--trace on` for one). No screenshots: snapshots show the page at each
    // step.
    trace: { mode: "on-first-retry", screenshots: false },
    // Tests that need the whole browser use `testInWholeBrowser` (e2e/fixtures.ts).
    launchOptions: launchOptions(chosenBrowsers().light),
  },
  projects: [
    // First, and two at a time, so that their waiting overlaps with other tests' work.
    { name: "servers", testMatch: waiting, use: desktop, workers: 2 },
    { name: "desktop", testIgnore: waiting, use: desktop, grepInvert: /@phone-only/ },
    // Only tests tagged @phone depend on the screen size.
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
