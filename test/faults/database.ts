import { join } from "node:path";

import pg from "pg";

import { openLink } from "../../e2e/support/cut-link.ts";
import { deployMigrations } from "../../scripts/migrate.ts";
import { type Postgres, createDatabase, startPostgres } from "../../scripts/postgres.ts";
import { readPidFile } from "../../scripts/postmaster-pid.ts";

const password = "faults";

/** PostgreSQL behind a TCP proxy, which survives its restarts and can be cut. */
export class Database {
  readonly url: string;
  readonly #dir: string;
  readonly #link: Awaited<ReturnType<typeof openLink>>;
  #postgres: Postgres;

  private constructor(dir: string, postgres: Postgres, link: Awaited<ReturnType<typeof openLink>>) {
    this.#dir = dir;
    this.#postgres = postgres;
    this.#link = link;
    this.url = `postgresql://postgres:${password}@127.0.0.1:${link.port}/sora`;
  }

  /** Migrated, and durable as in production: a crash must lose nothing. */
  static async open(dir: string): Promise<Database> {
    const postgres = await startPostgres({ dir: join(dir, "postgres"), password });
    await createDatabase(postgres.urlOf("postgres"), "sora");
    await deployMigrations(postgres.urlOf("sora"));
    const database = new Database(dir, postgres, await openLink(postgres.port));
    await database.run(diskFullSql);
    return database;
  }

  async query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.#postgres.urlOf("sora") });
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  async run(sql: string): Promise<void> {
    await this.query(sql);
  }

  /** A crash: SIGQUIT closes and flushes nothing. PostgreSQL recovers from its WAL. */
  async crash(): Promise<void> {
    process.kill(readPidFile(join(this.#dir, "postgres"))!.pid, "SIGQUIT");
    this.#link.cut();
    await this.#startAgain();
  }

  async restart(): Promise<void> {
    await this.#postgres.stop();
    await this.#startAgain();
  }

  async #startAgain(): Promise<void> {
    this.#postgres = await startPostgres({ dir: join(this.#dir, "postgres"), password });
    this.#link.aimAt(this.#postgres.port);
    this.#link.mend();
  }

  cutLink(): void {
    this.#link.cut();
  }

  mendLink(): void {
    this.#link.mend();
  }

  async endConnections(): Promise<void> {
    await this.run(
      `SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
  }

  async fillDisk(): Promise<void> {
    await this.run("UPDATE fault.disk SET is_full = true");
  }

  async freeDisk(): Promise<void> {
    await this.run("UPDATE fault.disk SET is_full = false");
  }

  /** Like a failover to a replica that is not promoted yet. */
  async setReadOnly(isReadOnly: boolean): Promise<void> {
    await this.run(`ALTER SYSTEM SET default_transaction_read_only = ${isReadOnly ? "on" : "off"}`);
    await this.run("SELECT pg_reload_conf()");
  }

  async close(): Promise<void> {
    await this.#link.close();
    await this.#postgres.stop();
  }
}

/** A full disk as clients see it: every write fails with 53100, reads succeed. */
const diskFullSql = `
  CREATE SCHEMA fault;
  CREATE TABLE fault.disk (is_full boolean NOT NULL);
  INSERT INTO fault.disk VALUES (false);
  CREATE FUNCTION fault.refuse_when_full() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (SELECT is_full FROM fault.disk) THEN
        RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full';
      END IF;
      RETURN NULL;
    END $$;
  DO $$ DECLARE name regclass; BEGIN
    FOR name IN SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname = 'public'
    LOOP
      EXECUTE format('CREATE TRIGGER fault_disk_full BEFORE INSERT OR UPDATE ON %s
                      FOR EACH STATEMENT EXECUTE FUNCTION fault.refuse_when_full()', name);
    END LOOP;
  END $$;`;
