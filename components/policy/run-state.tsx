import { useFormatter, useTranslations } from "next-intl";
import { Paper } from "@/components/ui/paper";
import type { PolicyRun } from "@/lib/review/policy-run/list";
import { RefreshWhileRunning } from "./refresh-while-running";
import { RunControls } from "./run-controls";

export function RunState({ run, problem }: { run: PolicyRun; problem: "busy" | "badCalls" | null }) {
  const t = useTranslations("policy.run");
  const format = useFormatter();
  const { status, pauseReason, total, left, callsUsed, callBudget, startedAt } = run;
  const done = total - left;
  // The daily budget is exhausted when the run still has calls left.
  const reason = pauseReason === "BUDGET" && callsUsed < callBudget ? "DAY" : pauseReason;
  return (
    <Paper className="grid gap-4 p-5 sm:p-6">
      <RefreshWhileRunning isRunning={status === "RUNNING"} />
      <p role="status" className="text-lg font-medium">
        {t(`status.${status}`)}
        {reason && (
          <span className="block text-[0.9375rem] font-normal text-ink-soft">{t(`reason.${reason}`)}</span>
        )}
      </p>
      <div className="grid gap-1.5">
        <progress
          aria-label={t("progress")}
          max={total}
          value={done}
          className="h-2.5 w-full appearance-none overflow-hidden rounded-full border-0 bg-sunk [&::-moz-progress-bar]:bg-sea [&::-webkit-progress-bar]:bg-sunk [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-sea"
        />
        <p className="flex flex-wrap justify-between gap-x-4 text-sm text-ink-soft">
          <span>{t("done", { done, total })}</span>
          <span>{t("calls", { used: callsUsed, budget: callBudget })}</span>
        </p>
        <p className="text-sm text-ink-faint">
          {t("started", { date: format.dateTime(startedAt, { dateStyle: "long", timeStyle: "short" }) })}
        </p>
      </div>
      <RunControls run={run} problem={problem} />
    </Paper>
  );
}
