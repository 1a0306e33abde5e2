"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { useFirstErrorFocus } from "@/components/ui/use-first-error-focus";
import type { FormAction } from "@/lib/form-state";
import type { GymFormState } from "@/lib/gym/gym-schema";
import { AdminField } from "./admin-field";
import { SlugField } from "./slug-field";

/**
 * For a gym or a trainer to be added, or with `address` for one that is there. The page binds the action to it: bound
 * here, on each rendering anew, React would wait for it without end when the form is answered before its script has
 * loaded.
 */
export function PlaceForm({
  kind,
  action: save,
  address,
  values = {},
}: {
  kind: "gym" | "trainer";
  action: FormAction<GymFormState>;
  address?: string;
  values?: Record<string, string | null>;
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
        {kind === "gym" && (
          <>
            <AdminField {...shown} name="district" hint={t("fields.districtHint")} isRequired />
            <AdminField {...shown} name="districtEn" hint={t("fields.districtEnHint")} />
          </>
        )}
      </div>
      {kind === "gym" ? (
        <>
          <AdminField {...shown} name="address" isRequired />
          <AdminField {...shown} name="addressEn" />
        </>
      ) : (
        <>
          <AdminField {...shown} name="specialty" hint={t("fields.specialtyHint")} isRequired />
          <AdminField {...shown} name="specialtyEn" />
        </>
      )}
      <SlugField state={state} address={address} />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{t("save")}</SubmitButton>
        <div role="status">{state.isDone && !isPending && t("saved")}</div>
      </div>
    </form>
  );
}
