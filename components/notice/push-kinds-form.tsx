"use client";

import { useTranslations } from "next-intl";
import { SaveRow } from "@/components/form/save-row";
import { useForm } from "@/components/form/use-form";
import { NotSent } from "@/components/form/not-sent";
import { savePushKindsAction } from "@/lib/notice/actions";
import type { NoticeKind } from "@/lib/notice/schema";

export function PushKindsForm({ kinds, wanted }: { kinds: NoticeKind[]; wanted: NoticeKind[] }) {
  const t = useTranslations("notice.push");
  const sent = useForm(savePushKindsAction);
  const { problem, formProps } = sent;

  return (
    <form {...formProps} className="grid gap-4">
      <NotSent problem={problem} />
      <fieldset>
        <legend className="text-sm font-medium">{t("kindsLegend")}</legend>
        <p className="mt-1 text-sm text-ink-faint">{t("kindsHint")}</p>
        <div className="mt-2 grid">
          {kinds.map((kind) => (
            <label key={kind} className="flex min-h-11 items-center gap-3">
              <input
                type="checkbox"
                name="kind"
                value={kind}
                defaultChecked={wanted.includes(kind)}
                className="size-5 shrink-0 accent-sea"
              />
              {t(`kinds.${kind}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <SaveRow form={sent} label={t("save")} savedLabel={t("saved")} variant="secondary" />
    </form>
  );
}
