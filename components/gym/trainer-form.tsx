"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { useFirstErrorFocus } from "@/components/ui/use-first-error-focus";
import type { GymFormAction } from "@/lib/gym/gym-schema";
import { AdminField } from "./admin-field";
import { SlugField } from "./slug-field";

type Values = Record<string, string | null>;

/** For a trainer to be added to a gym, or with `address` for one who is there; the page binds the action, as in GymForm. */
export function TrainerForm({
  action: save,
  address,
  values = {},
}: {
  action: GymFormAction;
  address?: string;
  values?: Values;
}) {
  const t = useTranslations("adminGym");
  const [state, action, isPending] = useActionState(save, {});
  const form = useFirstErrorFocus(state);
  const shown = { state, values };

  return (
    <form ref={form} action={action} noValidate className="grid gap-5">
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <AdminField {...shown} name="name" isRequired />
        <AdminField {...shown} name="nameEn" hint={t("fields.optional")} />
      </div>
      <AdminField {...shown} name="specialty" hint={t("fields.specialtyHint")} isRequired />
      <AdminField {...shown} name="specialtyEn" />
      <SlugField state={state} address={address} />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{t("save")}</SubmitButton>
        <div role="status">{state.isDone && !isPending && t("saved")}</div>
      </div>
    </form>
  );
}
