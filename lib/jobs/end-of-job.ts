import type { Job, JobResult } from "pg-boss";

import { errorName } from "../error-name.ts";

/**
 * Does one job of a batch and says how that ended, for a worker with `perJobResults`: one that fails is tried again by
 * itself, and takes none of the others along.
 */
export async function endOfJob<Data>(
  { id, data }: Job<Data>,
  work: (data: Data) => Promise<void>,
): Promise<JobResult> {
  try {
    await work(data);
    return { id, status: "completed" };
  } catch (error) {
    return { id, status: "failed", output: errorName(error) };
  }
}
