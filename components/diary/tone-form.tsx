"use client";

import { useTranslations } from "next-intl";
import { NotSent } from "@/components/form/not-sent";
import { useForm } from "@/components/form/use-form";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import type { Tone } from "@/lib/diary/schema";
import { saveDefaultToneAction } from "@/lib/diary/tone-actions";

/** The tone that the diary starts with, on every device. */
export function ToneForm({ tone }: { tone: Tone }) {
  const t = useTranslations("settings.tone");
  const { state, problem, isPending, formProps } = useForm(saveDefaultToneAction);
  return (
    <form {...formProps} className="grid gap-4">
      <NotSent problem={problem} />
      <Segmented
        legend={t("legend")}
        name="tone"
        options={(["T", "F"] as const).map((value) => ({
          value,
          label: t(value),
          hint: t(`hint.${value}`),
          accent: value === "T" ? ("t" as const) : ("f" as const),
        }))}
        defaultValue={tone}
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="secondary" pending={isPending}>
          {t("save")}
        </Button>
        <div role="status">{state.isDone && !isPending && !problem && t("saved")}</div>
      </div>
    </form>
  );
}
