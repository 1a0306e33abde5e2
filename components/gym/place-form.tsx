"use client";

import { useTranslations } from "next-intl";
import { SaveRow } from "@/components/form/save-row";
import { useForm } from "@/components/form/use-form";
import { NotSent } from "@/components/form/not-sent";
import type { FormAction } from "@/lib/web/form-state";
import type { GymFormState } from "@/lib/gym/gym-schema";
import { AdminField } from "./admin-field";
import { SlugField } from "./slug-field";

/** Without `address`: a new gym or trainer. The page binds the action. */
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
  const sent = useForm(action);
  const { state, problem, formProps } = sent;
  const shown = { state, values };

  return (
    <form {...formProps} noValidate className="grid gap-5">
      <NotSent problem={problem} />
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
      <SaveRow form={sent} label={t("save")} savedLabel={t("saved")} />
    </form>
  );
}
