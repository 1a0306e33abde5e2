"use client";

import { useTranslations } from "next-intl";
import {
  useActionState,
  useState,
  useSyncExternalStore,
  startTransition,
  type ReactNode,
  type SubmitEvent,
} from "react";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { useFirstErrorFocus } from "@/components/ui/use-first-error-focus";
import { updateProfileAction } from "@/lib/account/actions";
import { useAccountErrors } from "./use-account-errors";

/** `children`: the time zones as options, named by the server (browsers know different lists). */
export function ProfileForm({
  name,
  timeZone,
  children,
}: {
  name: string;
  timeZone: string;
  children: ReactNode;
}) {
  const t = useTranslations();
  const [state, action, isPending] = useActionState(updateProfileAction, {});
  const errors = useAccountErrors(state);
  const form = useFirstErrorFocus(state);
  const [zone, setZone] = useState(timeZone);
  const deviceZone = useDeviceTimeZone();

  // Not React's own submit: that one resets the form afterwards, and a select falls back to its first option.
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const sent = new FormData(event.currentTarget);
    startTransition(() => action(sent));
  }

  return (
    <form ref={form} action={action} onSubmit={submit} noValidate className="grid gap-5">
      <TextField
        name="name"
        autoComplete="nickname"
        required
        label={t("account.name")}
        hint={t("account.nameHint")}
        error={errors.field("name")}
        defaultValue={state.values?.name ?? name}
      />
      <div className="grid justify-items-start gap-1">
        <div className="w-full">
          <SelectField
            name="timeZone"
            label={t("settings.profile.timeZone")}
            hint={t("settings.profile.timeZoneHint")}
            error={errors.field("timeZone")}
            value={zone}
            onChange={(event) => setZone(event.target.value)}
          >
            {children}
          </SelectField>
        </div>
        {deviceZone && deviceZone !== zone && (
          <Button variant="quiet" size="sm" className="-ml-3 min-h-11" onClick={() => setZone(deviceZone)}>
            {t("settings.profile.useDevice", { timeZone: deviceZone })}
          </Button>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" pending={isPending}>
          {t("settings.profile.save")}
        </Button>
        <div role="status">{state.isDone && !isPending && t("settings.profile.saved")}</div>
      </div>
    </form>
  );
}

const never = () => () => {};

/** Null on the server and until the page is live, so that both write the same page. */
function useDeviceTimeZone() {
  return useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  );
}
