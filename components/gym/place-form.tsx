"use client";

import { useTranslations } from "next-intl";
import { useForm } from "@/components/form/use-form";
import { Button } from "@/components/ui/button";
import { NotSent } from "@/components/form/not-sent";
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
  const { state, problem, isPending, formProps } = useForm(action);
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
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" pending={isPending}>
          {t("save")}
        </Button>
        <div role="status">{state.isDone && !isPending && !problem && t("saved")}</div>
      </div>
    </form>
  );
}
