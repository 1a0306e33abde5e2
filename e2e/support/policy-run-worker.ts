// node --conditions=react-server e2e/support/policy-run-worker.ts
// What a server does for policy runs, without its pages: a process of its own that a test may kill.
import { sweepPolicyRuns } from "../../lib/review/policy-run/worker.ts";

sweepPolicyRuns();
// The sweep alone would let the process end.
setInterval(() => undefined, 60_000);
process.send?.("working");
