"use client";

import { startRegistration, type PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/browser";
import { useTranslations } from "next-intl";
import type { SubmitEvent } from "react";
import { NotSent } from "@/components/form/not-sent";
import { Button } from "@/components/ui/button";
import { NoticeBox } from "@/components/ui/notice-box";
import { TextField } from "@/components/ui/text-field";
import { addPasskeyAction } from "@/lib/auth/passkey/actions";
import { NeedsProof } from "./needs-proof";
import { useAccountErrors } from "./use-account-errors";
import { usePasskey } from "./use-passkey";

/** Needs script: browsers create passkeys only for scripts. Without script the page explains that. */
export function AddPasskeyForm({
  options,
  suggestedName,
}: {
  options: PublicKeyCredentialCreationOptionsJSON;
  suggestedName: string;
}) {
  const t = useTranslations("settings.passkeys");
  const { state, problem, press, isBusy } = usePasskey(addPasskeyAction);
  const errors = useAccountErrors(state);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name"));
    void press(() => startRegistration({ optionsJSON: options }), { name });
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <NotSent problem={problem} />
      {!problem && errors.form && (
        <NoticeBox
          kind="alert"
          action={state.form?.error === "NEEDS_PROOF" && <NeedsProof anchor="passkeys" />}
        >
          {errors.form}
        </NoticeBox>
      )}
      {state.isDone && <NoticeBox kind="done">{t("added")}</NoticeBox>}
      <TextField
        name="name"
        required
        label={t("name")}
        hint={t("nameHint")}
        error={errors.field("name")}
        defaultValue={suggestedName}
      />
      <Button type="submit" variant="secondary" pending={isBusy} className="justify-self-start">
        {t("add")}
      </Button>
    </form>
  );
}
