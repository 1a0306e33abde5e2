"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, type ReactNode } from "react";
import { SaveRow } from "@/components/form/save-row";
import { useForm } from "@/components/form/use-form";
import { NotSent } from "@/components/form/not-sent";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { useDeviceTimeZone } from "@/components/ui/use-device-time-zone";
import { updateProfileAction } from "@/lib/account/actions";
import { useAccountErrors } from "./use-account-errors";

/** `children`: the time zones as options, named by the server, because browsers know different lists. */
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
  const sent = useForm(updateProfileAction);
  const { state, problem, formProps } = sent;
  const errors = useAccountErrors(state);
  const [zone, setZone] = useState(timeZone);
  const zoneField = useRef<HTMLSelectElement>(null);
  const deviceZone = useDeviceTimeZone();

  function chooseZone(chosen: string) {
    if (zoneField.current) zoneField.current.value = chosen;
    setZone(chosen);
  }

  return (
    <form {...formProps} noValidate className="grid gap-5">
      <NotSent problem={problem} />
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
            ref={zoneField}
            defaultValue={state.values?.timeZone ?? timeZone}
            onChange={(event) => setZone(event.target.value)}
          >
            {children}
          </SelectField>
        </div>
        {deviceZone && deviceZone !== zone && (
          <Button variant="quiet" size="sm" className="-ml-3 min-h-11" onClick={() => chooseZone(deviceZone)}>
            {t("settings.profile.useDevice", { timeZone: deviceZone })}
          </Button>
        )}
      </div>
      <SaveRow form={sent} label={t("settings.profile.save")} savedLabel={t("settings.profile.saved")} />
    </form>
  );
}
