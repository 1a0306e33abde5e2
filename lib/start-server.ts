import "server-only";

import { checkModelsAtStart } from "./ai/health/check-at-start.ts";
import { stopCheckModelsJobs, workCheckModelsJobs } from "./ai/health/check-models-job.ts";
import { writeCallRecords } from "./ai/health/record-call.ts";
import { setHeadersOfAllAnswers } from "./answer-headers.ts";
import { distrustForwardedHeaders } from "./auth/forwarded-headers.ts";
import { beforeExit } from "./before-exit.ts";
import { actionKeyOf } from "./crypto/action-key.ts";
import { registerKeys } from "./crypto/key-registry.ts";
import { hasWaitingAuthors, notifyWaitingAuthors } from "./diary/notify-waiting-authors.ts";
import { hearOfStreams } from "./diary/reply-streams.ts";
import { stopWatchReplyJobs, workWatchReplyJobs } from "./diary/watch-reply-job.ts";
import { env } from "./env.ts";
import { collectProcessMetrics } from "./instruments.ts";
import { beginShutdown } from "./health/readiness.ts";
import { jobQueue } from "./jobs/queue.ts";
import { gateConsole } from "./log/console-gate.ts";
import { log } from "./log/log.ts";
import { identifyRequests } from "./log/request-context.ts";
import { countRequests } from "./metrics/count-requests.ts";
import { liveNotices } from "./notice/live-notices.ts";
import { stopMailJobs, workMailJobs } from "./mail/mail-job.ts";
import { stopPushJobs, workPushJobs } from "./notice/push-job.ts";
import { takeBrokenEscapesAsLetters } from "./web/path-escapes.ts";
import { processWide } from "./process-wide.ts";
import { takeTraceAsNothing } from "./web/refused-methods.ts";
import { deskEvents } from "./review/desk/desk-events.ts";
import { stopRetentionJobs, workRetentionJobs } from "./retention/retention-job.ts";
import { stopTellAuthorJobs, workTellAuthorJobs } from "./review/decision/notify-author-job.ts";
import { stopModerateJobs, workModerateJobs } from "./review/judging/judge-job.ts";
import { judgeAtOnce } from "./review/judging/judge-waiting.ts";
import { stopSweepingPolicyRuns, sweepPolicyRuns } from "./review/policy-run/worker.ts";
import { stopSweepingSummaries, sweepSummaries } from "./review/summary/rebuild-summaries.ts";
import { stopNotifyWarningJobs, workNotifyWarningJobs } from "./review/warning/notify-warning-job.ts";
import { fillSearch } from "./search/fill-search.ts";
import { isFirstProcess } from "./servers/first-process.ts";
import { registration } from "./servers/registration.ts";
import { warnOfKeyOrder } from "./servers/rotation.ts";

/** Runs once per process. Exits when the server cannot work. */
export function startServer(): Promise<void> {
  return processWide("server", async () => {
    try {
      if (process.env.NODE_ENV === "production") gateConsole();
      if (env().TRUST_PROXY === 0) distrustForwardedHeaders();
      const stopSpans = env().OTEL_EXPORTER_OTLP_ENDPOINT
        ? (await import("./trace/export-spans.ts")).exportSpans()
        : undefined;
      collectProcessMetrics();
      countRequests();
      identifyRequests({ isProxyTrusted: env().TRUST_PROXY > 0 });
      setHeadersOfAllAnswers({ publicUrl: env().AUTH_URL });
      takeBrokenEscapesAsLetters();
      takeTraceAsNothing();
      // Next reads it on first use. The key in the build is not secret (scripts/build.ts).
      process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = actionKeyOf(env().AUTH_SECRET);
      await registerKeys();
      await warnOfKeyOrder();
      await registration().begin();
      const jobs = await jobQueue();
      await workWatchReplyJobs(jobs);
      await workPushJobs(jobs);
      await workMailJobs(jobs);
      await workTellAuthorJobs(jobs);
      await workNotifyWarningJobs(jobs);
      await workModerateJobs(jobs);
      const waiting = { isAnybody: hasWaitingAuthors, notify: notifyWaitingAuthors };
      await workCheckModelsJobs(jobs, waiting, judgeAtOnce);
      await workRetentionJobs(jobs);
      if (isFirstProcess()) void checkModelsAtStart();
      hearOfStreams();
      liveNotices().start();
      sweepSummaries();
      sweepPolicyRuns();
      const stopFilling = new AbortController();
      if (isFirstProcess()) void fillSearch({ signal: stopFilling.signal });
      process.send?.("ready");
      // Next waits for its requests and running replies. This server starts no new work after SIGTERM.
      process.once("SIGTERM", () => {
        beginShutdown();
        // Next would wait for these streams as long as their tabs are open.
        liveNotices().close();
        deskEvents().close();
        void stopPushJobs(jobs);
        void stopMailJobs(jobs);
        void stopWatchReplyJobs(jobs);
        void stopModerateJobs(jobs);
        void stopTellAuthorJobs(jobs);
        void stopNotifyWarningJobs(jobs);
        void stopCheckModelsJobs(jobs);
        void stopRetentionJobs(jobs);
        void writeCallRecords();
        void stopSweepingSummaries();
        void stopSweepingPolicyRuns();
        stopFilling.abort();
        beforeExit(() => Promise.all([registration().leave(), stopSpans?.()]));
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.error("cannot start", { note: `Sora cannot start: ${reason}`, error });
      process.exit(1);
    }
  });
}
