"use client";

import { useTranslations } from "next-intl";
import { NotSent } from "@/components/form/not-sent";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm } from "@/components/form/use-form";
import { TextField } from "@/components/ui/text-field";
import { removePasskeyAction, renamePasskeyAction } from "@/lib/auth/passkey/actions";
import { useAccountErrors } from "./use-account-errors";

export function PasskeyRow({
  id,
  name,
  used,
  isRemovable,
}: {
  id: string;
  name: string;
  used: string;
  isRemovable: boolean;
}) {
  const t = useTranslations("settings.passkeys");
  const renaming = useForm(renamePasskeyAction);
  const removing = useForm(removePasskeyAction);
  const problem = renaming.problem ?? removing.problem;
  const errors = useAccountErrors({
    ...renaming.state,
    form: renaming.state.form ?? removing.state.form,
  });

  return (
    <li className="flex flex-wrap items-center gap-x-3 border-b border-line py-2 last:border-0">
      <div className="min-w-40 flex-1">
        <p className="wrap-anywhere">{name}</p>
        <p className="text-sm text-ink-faint">{used}</p>
      </div>
      <details className="contents">
        <summary className="inline-flex min-h-11 cursor-pointer items-center px-3 text-sm text-ink-soft hover:text-ink">
          {t("rename")}
        </summary>
        <form {...renaming.formProps} noValidate className="grid w-full gap-3 py-2">
          <NotSent problem={renaming.problem} />
          <input type="hidden" name="id" value={id} />
          <TextField
            name="name"
            required
            label={t("name")}
            error={errors.field("name")}
            defaultValue={name}
          />
          <SubmitButton variant="secondary" className="justify-self-start">
            {t("saveName")}
          </SubmitButton>
        </form>
      </details>
      {isRemovable && (
        <form {...removing.formProps} className="contents">
          <input type="hidden" name="id" value={id} />
          <SubmitButton variant="quiet" aria-label={t("removeNamed", { name })}>
            {t("remove")}
          </SubmitButton>
          {removing.problem && (
            <div className="w-full">
              <NotSent problem={removing.problem} />
            </div>
          )}
        </form>
      )}
      {!problem && errors.form && (
        <p role="alert" className="w-full text-sm text-danger">
          {errors.form}
        </p>
      )}
    </li>
  );
}
