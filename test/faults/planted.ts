import type { Database } from "./database.ts";

/** Members whose rows the planted bugs damage: `bug-0`, `bug-1`, … */
export const buggedName = (at: number): string => `bug-${at}`;

type PlantedBug = {
  bug: string;
  caughtAs: RegExp;
  table: string;
  when: string;
  /** The body of a row trigger. `hits(id)`: whether to damage that member's rows. */
  body: string;
};

/** Possible bugs of a server, planted as triggers. Each damages the writes for one member. */
export const plantedBugs: PlantedBug[] = [
  {
    bug: "a save is acknowledged and not made",
    caughtAs: /lost an acknowledged text|can not have/,
    table: "entry",
    when: "BEFORE UPDATE",
    body: "IF hits(NEW.author_id) THEN NEW.body := OLD.body; END IF; RETURN NEW;",
  },
  {
    bug: "a reply is saved for somebody else",
    caughtAs: /belongs to somebody else|is gone/,
    table: "reply",
    when: "BEFORE UPDATE OF text",
    body: "IF hits(NEW.author_id) THEN NEW.author_id := (SELECT id FROM member WHERE name = 'plain-0'); END IF; RETURN NEW;",
  },
  {
    bug: "a reply with a hole is DONE",
    caughtAs: /can not be read|another text/,
    table: "reply",
    when: "BEFORE UPDATE OF text",
    body: "IF hits(NEW.author_id) THEN NEW.text := substring(NEW.text FOR length(NEW.text) - 1); END IF; RETURN NEW;",
  },
  {
    bug: "a reply never ends",
    caughtAs: /replies are never finished/,
    table: "reply",
    when: "BEFORE UPDATE OF status",
    body: "IF hits(NEW.author_id) AND NEW.status = 'DONE' THEN NEW.status := 'STREAMING'; END IF; RETURN NEW;",
  },
  {
    bug: "a reply is written twice",
    caughtAs: /replies that nobody asked for/,
    table: "reply",
    when: "AFTER UPDATE OF text",
    body: `IF hits(NEW.author_id) AND NEW.status = 'DONE' THEN
             INSERT INTO reply (id, entry_id, author_id, tone, status, text, ended_at)
             VALUES (gen_random_uuid(), NEW.entry_id, NEW.author_id, NEW.tone, 'DONE', NULL, now());
           END IF; RETURN NULL;`,
  },
  {
    bug: "a deletion is acknowledged and not made",
    caughtAs: /lost an acknowledged text|can not have/,
    table: "entry",
    when: "AFTER DELETE",
    body: "IF hits(OLD.author_id) THEN INSERT INTO entry SELECT OLD.*; END IF; RETURN NULL;",
  },
  {
    bug: "a verdict is doubled",
    caughtAs: /not exactly one verdict/,
    table: "verdict",
    when: "AFTER INSERT",
    body: `IF pg_trigger_depth() = 1 AND hits(author_of(NEW.revision_id)) THEN
             INSERT INTO verdict SELECT (json_populate_record(NEW, json_build_object('id', gen_random_uuid(), 'attempt', 99))).*;
           END IF; RETURN NULL;`,
  },
  {
    bug: "an author is not notified",
    caughtAs: /not notified of a verdict exactly once/,
    table: "notice",
    when: "BEFORE INSERT",
    body: "IF hits(NEW.member_id) THEN RETURN NULL; END IF; RETURN NEW;",
  },
  {
    bug: "a rejected review is published",
    caughtAs: /does not show its newest approved text/,
    table: "review_revision",
    when: "AFTER UPDATE OF status",
    body: `IF hits(author_of(NEW.id)) AND NEW.status = 'REJECTED' THEN
             UPDATE review SET published_revision_id = NEW.id, published_stars = 4, published_at = now() WHERE id = NEW.review_id;
           END IF; RETURN NULL;`,
  },
  {
    bug: "a held review waits for nobody",
    caughtAs: /waits for nobody/,
    table: "moderation_item",
    when: "BEFORE INSERT",
    body: "IF hits(author_of(NEW.revision_id)) THEN NEW.closed_at := now(); END IF; RETURN NEW;",
  },
  {
    bug: "an acknowledged review is lost",
    caughtAs: /the review of .* is gone/,
    table: "review_revision",
    when: "AFTER UPDATE OF status",
    body: `IF hits(author_of(NEW.id)) AND NEW.status = 'APPROVED' THEN
             DELETE FROM review WHERE id = NEW.review_id;
           END IF; RETURN NULL;`,
  },
];

export async function plantBugs(database: Database): Promise<void> {
  await database.run(`
    CREATE FUNCTION fault.author_of(revision uuid) RETURNS uuid LANGUAGE sql AS
      'SELECT author_id FROM review JOIN review_revision ON review_revision.review_id = review.id WHERE review_revision.id = revision';`);
  for (const [at, { table, when, body }] of plantedBugs.entries()) {
    const sql = body
      .replaceAll(
        /\bhits\(([^()]*(?:\([^()]*\))?)\)/g,
        `EXISTS (SELECT FROM member WHERE id = $1 AND name = '${buggedName(at)}')`,
      )
      .replaceAll("author_of(", "fault.author_of(");
    await database.run(`
      CREATE FUNCTION fault.bug_${at}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${sql} END $$;
      CREATE TRIGGER zz_bug_${at} ${when} ON ${table} FOR EACH ROW EXECUTE FUNCTION fault.bug_${at}();`);
  }
}

export async function pullBugs(database: Database): Promise<void> {
  for (const [at, { table }] of plantedBugs.entries())
    await database.run(`DROP TRIGGER zz_bug_${at} ON ${table}`);
}
