"use client";

import { useTranslations } from "next-intl";
import { NotSent } from "@/components/form/not-sent";
import { SaveRow } from "@/components/form/save-row";
import { useForm } from "@/components/form/use-form";
import { Segmented } from "@/components/ui/segmented";
import type { Tone } from "@/lib/diary/schema";
import { saveDefaultToneAction } from "@/lib/diary/tone-actions";

/** The tone that the diary starts with, on every device. */
export function ToneForm({ tone }: { tone: Tone }) {
  const t = useTranslations("settings.tone");
  const sent = useForm(saveDefaultToneAction);
  const { problem, formProps } = sent;
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
      <SaveRow form={sent} label={t("save")} savedLabel={t("saved")} variant="secondary" />
    </form>
  );
}
