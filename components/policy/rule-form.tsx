"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useForm } from "@/components/form/use-form";
import { Button } from "@/components/ui/button";
import { NotSent } from "@/components/form/not-sent";
import { NoticeBox } from "@/components/ui/notice-box";
import { ReadFirst } from "@/components/form/read-first";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import { saveRuleAction } from "@/lib/moderation/policy/actions";
import type { Rule } from "@/lib/moderation/policy/rules";
import { RuleConflict } from "./rule-conflict";

/** Without `rule`: a new rule. `seen`: the version of the draft that this page shows. */
export function RuleForm({ rule, seen }: { rule?: Rule; seen: string }) {
  const t = useTranslations("policy");
  const { state, problem, isPending, formProps } = useForm(saveRuleAction);
  const { conflict, values } = state;
  const field = (name: string, saved: string | undefined) => ({
    name,
    required: true,
    autoComplete: "off",
    error: state.fields?.[name] && t(`errors.${state.fields[name]}`),
    defaultValue: values?.[name] ?? saved,
  });

  return (
    <form {...formProps} noValidate className="measure grid gap-8">
      <NotSent problem={problem} />
      {conflict && (
        <ReadFirst answer={state}>
          <RuleConflict saved={conflict.saved} />
        </ReadFirst>
      )}
      {!problem && state.error && (
        <ReadFirst answer={state}>
          <NoticeBox kind="alert">{t("form.full")}</NoticeBox>
        </ReadFirst>
      )}
      <input type="hidden" name="seen" value={conflict?.seen ?? seen} />
      {rule ? (
        <input type="hidden" name="id" value={rule.id} />
      ) : (
        <>
          <input type="hidden" name="isNew" value="1" />
          <TextField {...field("id", undefined)} label={t("form.id")} hint={t("form.idHint")} lang="en" />
        </>
      )}
      <fieldset className="grid gap-5">
        <legend className="mb-3 font-serif text-lg">{t("form.members")}</legend>
        <TextField {...field("titleKo", rule?.wording.ko.title)} label={t("form.titleKo")} lang="ko" />
        <TextAreaField
          {...field("textKo", rule?.wording.ko.text)}
          label={t("form.textKo")}
          rows={3}
          lang="ko"
        />
        <TextField {...field("titleEn", rule?.wording.en.title)} label={t("form.titleEn")} lang="en" />
        <TextAreaField
          {...field("textEn", rule?.wording.en.text)}
          label={t("form.textEn")}
          rows={3}
          lang="en"
        />
      </fieldset>
      <TextAreaField
        {...field("forModel", rule?.forModel)}
        label={t("form.forModel")}
        hint={t("form.forModelHint")}
        rows={5}
      />
      <OnSwitch isOn={values ? values.isOn === "on" : !rule?.isOff} />
      <div>
        <Button type="submit" pending={isPending}>
          {t(conflict ? "form.saveMine" : "form.save")}
        </Button>
      </div>
    </form>
  );
}

function OnSwitch({ isOn }: { isOn: boolean }) {
  const t = useTranslations("policy.form");
  const id = useId();
  return (
    <div className="relative flex items-start gap-3 rounded-control border border-line p-4">
      <input
        type="checkbox"
        id={id}
        name="isOn"
        defaultChecked={isOn}
        aria-describedby={`${id}-hint`}
        className="mt-0.5 size-6 shrink-0 accent-sea"
      />
      <div>
        <label htmlFor={id} className="font-medium after:absolute after:inset-0">
          {t("isOn")}
        </label>
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {t("isOnHint")}
        </p>
      </div>
    </div>
  );
}
