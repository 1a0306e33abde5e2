"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { removePasskeyAction, renamePasskeyAction } from "@/lib/auth/passkey/actions";
import { useAccountErrors } from "./use-account-errors";

/** One passkey: its name, which can be changed, when it was used, and a button that removes it. */
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
  const [state, rename] = useActionState(renamePasskeyAction, {});
  const [removal, remove] = useActionState(removePasskeyAction, {});
  const errors = useAccountErrors({ ...state, form: state.form ?? removal.form });

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
        <form action={rename} noValidate className="grid w-full gap-3 py-2">
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
        <form action={remove}>
          <input type="hidden" name="id" value={id} />
          <Button type="submit" variant="quiet" aria-label={t("removeNamed", { name })}>
            {t("remove")}
          </Button>
        </form>
      )}
      {errors.form && (
        <p role="alert" className="w-full text-sm text-danger">
          {errors.form}
        </p>
      )}
    </li>
  );
}
