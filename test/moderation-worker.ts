// node --conditions=react-server test/moderation-worker.ts
// A server's review jobs without its pages, in a process that a test may kill.
import { jobQueue } from "../lib/jobs/queue.ts";
import { stopModerateJobs, workModerateJobs } from "../lib/review/judging/judge-job.ts";

const jobs = await jobQueue();
await workModerateJobs(jobs);
process.send?.("working");

process.once("SIGTERM", async () => {
  const stopped = stopModerateJobs(jobs);
  process.send?.("stopping");
  await stopped;
  await jobs.stop();
  process.exit(0);
});
