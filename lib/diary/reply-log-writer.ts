import "server-only";

import { leasePool } from "../db.ts";
import { backgroundLog } from "../log/log.ts";
import { processWide } from "../process-wide.ts";
import { sealPieces } from "./reply-data.ts";
import { type Assignment, leaseRenewalMs, leaseSeconds } from "./reply-lease.ts";

/** Four statements per second, however many replies run. What a crash loses is written again by the next attempt. */
const flushMs = 250;

type LogLine = {
  assignment: Assignment;
  seq: number;
  pieces: string[];
  hasText: boolean;
  renewedAt: number;
  onStopRequested: () => void;
  onLost: () => void;
};

/**
 * Writes the pieces of this process's replies to their logs and renews their leases, in one statement. Its result
 * also has the replies that must stop (their author requested it, or is suspended) and lacks those that this process
 * has lost.
 */
class ReplyLogWriter {
  readonly #lines = new Set<LogLine>();
  #timer: NodeJS.Timeout | undefined;
  #flushing: Promise<void> | undefined;

  open(assignment: Assignment, callbacks: Pick<LogLine, "onStopRequested" | "onLost">): LogLine {
    const line = { assignment, seq: 0, pieces: [], hasText: false, renewedAt: Date.now(), ...callbacks };
    this.#lines.add(line);
    this.#timer ??= setInterval(() => void this.#flush(), flushMs);
    return line;
  }

  /** After the last piece: logs nothing more, but renews the lease until `release`. */
  async finish(line: LogLine): Promise<void> {
    // A running flush may carry pieces of this reply. None may arrive after its completion.
    await this.#flushing;
    line.pieces = [];
  }

  release(line: LogLine): void {
    this.#lines.delete(line);
    if (this.#lines.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #flush(): Promise<void> {
    // One flush at a time: a slow database gets larger flushes, not more of them.
    return (this.#flushing ??= this.#write()
      .catch((error: unknown) => backgroundLog.warn("reply log not written", { error }))
      .finally(() => (this.#flushing = undefined)));
  }

  async #write(): Promise<void> {
    const now = Date.now();
    const lines = [...this.#lines];
    const isDue = (line: LogLine) =>
      now - line.renewedAt >= leaseRenewalMs || (!line.hasText && line.pieces.length > 0);
    const renewing = new Set(lines.filter(isDue));
    const logging = lines
      .filter((line) => line.pieces.length > 0)
      .map((line) => ({ line, count: line.pieces.length, sealed: seal(line) }));
    const { rows } = await leasePool.query<{ id: string; stop: boolean }>({
      ...flushStatement,
      values: [
        lines.map(({ assignment }) => assignment.replyId),
        lines.map(({ assignment }) => assignment.attempt),
        lines.map((line) => renewing.has(line)),
        lines.map((line) => line.hasText || line.pieces.length > 0),
        leaseSeconds,
        logging.map(({ line }) => line.assignment.replyId),
        logging.map(({ line }) => line.assignment.attempt),
        logging.map(({ line }) => line.seq),
        logging.map(({ sealed }) => sealed),
      ],
    });

    const held = new Map(rows.map(({ id, stop }) => [id, stop]));
    for (const { line, count } of logging) {
      line.pieces.splice(0, count);
      line.seq += 1;
      line.hasText = true;
    }
    for (const line of renewing) line.renewedAt = now;
    for (const line of lines) {
      const stop = held.get(line.assignment.replyId);
      if (stop === undefined) line.onLost();
      else if (stop) line.onStopRequested();
    }
  }
}

const seal = ({ assignment: { key, authorId, replyId, attempt }, seq, pieces }: LogLine) =>
  sealPieces(key, authorId, replyId, { attempt, seq }, pieces);

// ON CONFLICT: an earlier flush arrived but its response was lost. This one has the same pieces and more.
const flushStatement = {
  name: "flush-reply-log",
  text: `
  WITH held AS (
    SELECT reply.id, reply.attempt, mine.renew, mine.has_text,
           reply.stop_requested_at IS NOT NULL OR member.suspended_at IS NOT NULL AS stop
      FROM unnest($1::uuid[], $2::int[], $3::bool[], $4::bool[]) AS mine (id, attempt, renew, has_text)
      JOIN reply ON reply.id = mine.id AND reply.attempt = mine.attempt AND reply.status IN ('PENDING', 'STREAMING')
      JOIN member ON member.id = reply.author_id
  ), renewed AS (
    UPDATE reply SET lease_until = now() + $5 * interval '1 second',
           status = CASE WHEN held.has_text THEN 'STREAMING'::"ReplyStatus" ELSE reply.status END
      FROM held
     WHERE held.renew AND reply.id = held.id AND reply.attempt = held.attempt
       AND reply.status IN ('PENDING', 'STREAMING')
  ), logged AS (
    INSERT INTO reply_log (reply_id, attempt, seq, pieces)
    SELECT said.* FROM unnest($6::uuid[], $7::int[], $8::int[], $9::bytea[]) AS said (reply_id, attempt, seq, pieces)
      JOIN held ON held.id = said.reply_id
        ON CONFLICT (reply_id, attempt, seq) DO UPDATE SET pieces = excluded.pieces
  )
  SELECT id, stop FROM held`,
};

export const replyLog = processWide("reply-log-writer", () => new ReplyLogWriter());
