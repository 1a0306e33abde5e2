import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Paper } from "@/components/ui/paper";
import type { RuleChange as Change } from "@/lib/moderation/policy/changes";
import { ChangedText } from "./changed-text";
import { Mark } from "./mark";
import { RuleLine } from "./rule-line";
import { RuleText } from "./rule-text";

export function RuleChange({ change, actions }: { change: Change; actions?: ReactNode }) {
  const t = useTranslations("policy");
  const locale = useLocale();
  const { before, after } = change;
  const { title } = after.wording[locale];
  return (
    <Paper className="grid gap-4 p-5 sm:p-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3 className="flex flex-wrap items-center gap-2 font-medium wrap-anywhere">
          {title}
          {!before && <Mark>{t("draft.added")}</Mark>}
          {!before && after.isOff && <Mark>{t("rule.off")}</Mark>}
        </h3>
        {actions}
      </div>
      {before ? <Changes before={before} after={after} /> : <RuleText rule={after} />}
    </Paper>
  );
}

function Changes({ before, after }: { before: NonNullable<Change["before"]>; after: Change["after"] }) {
  const t = useTranslations("policy");
  const texts = [
    [t("form.titleKo"), before.wording.ko.title, after.wording.ko.title],
    [t("form.textKo"), before.wording.ko.text, after.wording.ko.text],
    [t("form.titleEn"), before.wording.en.title, after.wording.en.title],
    [t("form.textEn"), before.wording.en.text, after.wording.en.text],
    [t("form.forModel"), before.forModel, after.forModel],
  ] as const;
  return (
    <>
      {before.isOff !== after.isOff && (
        <p className="text-[0.9375rem]">{t(after.isOff ? "draft.switchedOff" : "draft.switchedOn")}</p>
      )}
      <dl className="grid gap-3 text-[0.9375rem] leading-relaxed empty:hidden">
        {texts
          .filter(([, was, is]) => was !== is)
          .map(([name, was, is]) => (
            <RuleLine key={name} name={name}>
              <ChangedText before={was} after={is} />
            </RuleLine>
          ))}
      </dl>
    </>
  );
}
