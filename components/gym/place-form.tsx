"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { NotSent } from "@/components/ui/not-sent";
import { useFirstErrorFocus } from "@/components/ui/use-first-error-focus";
import { useSentForm } from "@/components/ui/use-sent-form";
import type { FormAction } from "@/lib/form-state";
import type { GymFormState } from "@/lib/gym/gym-schema";
import { AdminField } from "./admin-field";
import { SlugField } from "./slug-field";

/** For a gym or a trainer to be added, or with `address` for one that is there. The page binds the action to it. */
export function PlaceForm({
  kind,
  action,
  address,
  values = {},
}: {
  kind: "gym" | "trainer";
  action: FormAction<GymFormState>;
  address?: string;
  values?: Record<string, string | null>;
}) {
  const t = useTranslations("adminGym");
  const { state, hasFailed, isPending, formProps } = useSentForm(action);
  const form = useFirstErrorFocus(state);
  const shown = { state, values };

  return (
    <form {...formProps} ref={form} noValidate className="grid gap-5">
      {hasFailed && <NotSent answer={state} />}
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
          <div className="grid items-start gap-5 sm:grid-cols-2">
            <AdminField {...shown} name="nearby" hint={t("fields.nearbyHint")} />
            <AdminField {...shown} name="nearbyEn" hint={t("fields.nearbyEnHint")} />
          </div>
        </>
      ) : (
        <>
          <AdminField {...shown} name="specialty" hint={t("fields.specialtyHint")} isRequired />
          <AdminField {...shown} name="specialtyEn" />
        </>
      )}
      <SlugField state={state} address={address} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" pending={isPending}>
          {t("save")}
        </Button>
        <div role="status">{state.isDone && !isPending && t("saved")}</div>
      </div>
    </form>
  );
}
