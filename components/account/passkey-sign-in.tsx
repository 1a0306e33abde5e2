"use client";

import {
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { NotSent } from "@/components/form/not-sent";
import { Button } from "@/components/ui/button";
import { NoticeBox } from "@/components/ui/notice-box";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";
import type { AccountFormState } from "@/lib/auth/schema";
import type { FormAction } from "@/lib/web/form-state";
import { useAccountErrors } from "./use-account-errors";
import { usePasskey } from "./use-passkey";

/** With `isOffered`, passkeys also appear in the suggestions of the e-mail field, where browsers support that. */
export function PasskeySignIn({
  action,
  options,
  nextPath,
  isOffered = false,
  label,
}: {
  action: FormAction<AccountFormState>;
  options: PublicKeyCredentialRequestOptionsJSON;
  nextPath: string;
  isOffered?: boolean;
  label: string;
}) {
  const router = useRouter();
  const isLive = useIsHydrated();
  const { state, problem, run, press, isBusy } = usePasskey(action);
  const errors = useAccountErrors(state);

  const offer = useEffectEvent(async (optionsJSON: PublicKeyCredentialRequestOptionsJSON) => {
    if (!(await browserSupportsWebAuthnAutofill())) return;
    await run(() => startAuthentication({ optionsJSON, useBrowserAutofill: true }), {
      next: nextPath,
    });
  });
  useEffect(() => {
    if (isOffered) void offer(options);
  }, [isOffered, options]);

  // A challenge works once: the refreshed page has a new one.
  useEffect(() => {
    if (state.form) router.refresh();
  }, [state, router]);

  if (!isLive) return null;
  return (
    <div className="mt-4 grid gap-3">
      <NotSent problem={problem} />
      {!problem && errors.form && <NoticeBox kind="alert">{errors.form}</NoticeBox>}
      <Button
        variant="secondary"
        pending={isBusy}
        onClick={() => void press(() => startAuthentication({ optionsJSON: options }), { next: nextPath })}
      >
        {label}
      </Button>
    </div>
  );
}
