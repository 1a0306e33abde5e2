import type { Job, JobResult } from "pg-boss";

import { errorName } from "../errors/error-name.ts";

/** For a worker with `perJobResults`: a failed job is retried separately, without the rest of its batch. */
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
