"use client";

import { useTranslations } from "next-intl";
import { useForm } from "@/components/form/use-form";
import { NotSent } from "@/components/form/not-sent";
import { buttonStyles } from "@/components/ui/button-styles";
import { NoticeBox } from "@/components/ui/notice-box";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/ui/text-field";
import { deleteAccountAction } from "@/lib/account/actions";
import { NeedsProof } from "./needs-proof";
import { useAccountErrors } from "./use-account-errors";

export function DeleteAccountForm({ phrase }: { phrase: string }) {
  const t = useTranslations("settings.delete");
  const { state, problem, formProps } = useForm(deleteAccountAction);
  const errors = useAccountErrors(state);

  return (
    <details open={state.fields || state.form ? true : undefined} className="group">
      <summary className={buttonStyles({ variant: "danger", className: "list-none group-open:hidden" })}>
        {t("open")}
      </summary>
      <form {...formProps} noValidate className="grid gap-5">
        <NotSent problem={problem} />
        {!problem && errors.form && (
          <NoticeBox kind="alert" action={<NeedsProof anchor="delete" />}>
            {errors.form}
          </NoticeBox>
        )}
        <TextField
          name="confirmation"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          label={t.rich("label", { phrase: () => <strong className="break-all">{phrase}</strong> })}
          error={errors.field("confirmation")}
          defaultValue={state.values?.confirmation}
        />
        <SubmitButton variant="danger" className="justify-self-start">
          {t("submit")}
        </SubmitButton>
      </form>
    </details>
  );
}
