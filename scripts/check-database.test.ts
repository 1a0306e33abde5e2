import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { pgbouncerMissing, startPgbouncer } from "../e2e/support/pgbouncer.ts";
import { type Env, parseEnv } from "../lib/env.ts";
import { checkDatabase } from "./check-database.ts";

const direct = process.env.DATABASE_URL!;
const settings = (DATABASE_URL: string, DATABASE_DIRECT_URL?: string): Env =>
  parseEnv({ ...process.env, DATABASE_URL, DATABASE_DIRECT_URL });

test("PostgreSQL alone is sufficient for a start", async () => {
  await expect(checkDatabase(settings(direct))).resolves.toBeUndefined();
});

describe.skipIf(pgbouncerMissing)(
  `behind PgBouncer${pgbouncerMissing ? ` (${pgbouncerMissing})` : ""}`,
  () => {
    let pooler: Awaited<ReturnType<typeof startPgbouncer>>;
    beforeAll(async () => void (pooler = await startPgbouncer(direct)));
    afterAll(() => pooler.close());

    test("a pooler alone is refused, with the missing setting", async () => {
      await expect(checkDatabase(settings(pooler.url))).rejects.toThrow(
        /^DATABASE_URL: .*pooler in transaction mode.* Set DATABASE_DIRECT_URL/,
      );
    });

    test("a pooler is accepted with PostgreSQL's own address, if that is one, and of the same database", async () => {
      await checkDatabase(settings(pooler.url, direct));
      await expect(
        checkDatabase(settings(pooler.url, pooler.url.replace("localhost", "127.0.0.1"))),
      ).rejects.toThrow("Set DATABASE_DIRECT_URL");
      await expect(
        checkDatabase(settings(pooler.url, `${pooler.url}?application_name=other`)),
      ).rejects.toThrow(/^DATABASE_DIRECT_URL: this is a pooler/);
      const other = `${inject("postgresUrl")}postgres`;
      await expect(checkDatabase(settings(pooler.url, other))).rejects.toThrow(
        "DATABASE_DIRECT_URL: this is another database",
      );
    });
  },
);
