import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/ui/text-field";
import { cancelRunAction, pauseRunAction, resumeRunAction } from "@/lib/review/policy-run/actions";
import type { PolicyRun } from "@/lib/review/policy-run/list";

export function RunControls({ run, problem }: { run: PolicyRun; problem: "busy" | "badCalls" | null }) {
  const t = useTranslations("policy.run");
  const { id, status, callsUsed, callBudget } = run;
  const isSpent = callsUsed >= callBudget;
  if (status !== "RUNNING" && status !== "PAUSED") return null;
  return (
    <div className="flex flex-wrap items-end gap-x-3 gap-y-4">
      {status === "RUNNING" ? (
        <ActionForm action={pauseRunAction}>
          <input type="hidden" name="runId" value={id} />
          <SubmitButton variant="secondary">{t("pause")}</SubmitButton>
        </ActionForm>
      ) : (
        <ActionForm action={resumeRunAction} className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="runId" value={id} />
          <div className="w-40">
            <TextField
              name="moreCalls"
              label={t("moreCalls")}
              inputMode="numeric"
              autoComplete="off"
              defaultValue={isSpent ? String(callBudget) : "0"}
              error={problem && t(problem)}
            />
          </div>
          <SubmitButton className="min-h-12">{t("resume")}</SubmitButton>
        </ActionForm>
      )}
      <ActionForm action={cancelRunAction}>
        <input type="hidden" name="runId" value={id} />
        <SubmitButton variant="quiet">{t("cancel")}</SubmitButton>
      </ActionForm>
    </div>
  );
}
