// node --conditions=react-server test/policy-run-worker.ts
// A server's policy runs without its pages, in a process that a test may kill.
import { sweepPolicyRuns } from "../lib/review/policy-run/worker.ts";

sweepPolicyRuns();
// The sweep's timer is unref'ed and does not keep the process alive.
setInterval(() => undefined, 60_000);
process.send?.("working");
