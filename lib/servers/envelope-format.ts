import { pool } from "../db.ts";
import { processWide } from "../process-wide.ts";
import { liveSeconds } from "./server-data.ts";

/** The newest envelope format (lib/crypto/seal.ts) that this release opens. */
export const newestEnvelopeFormat = 2;

const askedEveryMs = 10_000;

const known = () => processWide("envelope-format", () => ({ askedAt: -Infinity, mayWrite: false }));

/**
 * Whether envelopes may have a version: no live server has a release that cannot open them, and such a release can no
 * longer be rolled back to. Reads the database at most every 10 seconds.
 */
export async function mayWriteVersions(): Promise<boolean> {
  const last = known();
  if (Date.now() - last.askedAt >= askedEveryMs) {
    last.mayWrite = await areVersionsSafe();
    last.askedAt = Date.now();
  }
  return last.mayWrite;
}

async function areVersionsSafe(): Promise<boolean> {
  const { rows } = await pool.query<{ isSafe: boolean }>(
    `SELECT EXISTS (SELECT FROM envelope_format WHERE format = $1 AND written_from <= now())
        AND NOT EXISTS (SELECT FROM server WHERE envelope_format < $1 AND seen_at > now() - $2 * interval '1 second')
         AS "isSafe"`,
    [newestEnvelopeFormat, liveSeconds],
  );
  return rows[0]!.isSafe;
}
