"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { NotSent } from "@/components/form/not-sent";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm } from "@/components/form/use-form";
import { NoticeBox } from "@/components/ui/notice-box";
import { TextField } from "@/components/ui/text-field";
import {
  deleteFilterAction,
  renameFilterAction,
  saveFilterAction,
} from "@/lib/review/desk/saved-filter/actions";
import type { SavedFilter } from "@/lib/review/desk/saved-filter/data";
import { maxFilterNameChars, maxSavedFilters } from "@/lib/review/desk/saved-filter/schema";

/** Saves the queue's filter under a name; renames and deletes those that are saved. Nothing where neither is possible. */
export function FilterForms({
  filters,
  here,
}: {
  filters: SavedFilter[];
  /** The address that can be saved; null for one that is saved, or all of the queue. */
  here: string | null;
}) {
  const t = useTranslations("moderation.own");
  if (here === null && filters.length === 0) return null;
  return (
    <details className="open:basis-full">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm text-ink-soft underline underline-offset-4 hover:text-ink">
        {here === null ? t("edit") : t("open")}
      </summary>
      <div className="grid max-w-120 gap-4 py-2">
        {here !== null && (
          <NameForm action={saveFilterAction} label={t("name")} button={t("save")} hidden={{ here }} />
        )}
        {filters.map(({ id, name }) => (
          <div key={id} className="grid gap-1">
            <NameForm
              action={renameFilterAction}
              label={t("rename", { name })}
              button={t("saveName")}
              hidden={{ id }}
              name={name}
            />
            <ActionForm action={deleteFilterAction}>
              <input type="hidden" name="id" value={id} />
              <SubmitButton variant="quiet" size="sm">
                {t("delete")}
                <span className="sr-only"> ({name})</span>
              </SubmitButton>
            </ActionForm>
          </div>
        ))}
      </div>
    </details>
  );
}

function NameForm({
  action,
  label,
  button,
  hidden,
  name = "",
}: {
  action: typeof saveFilterAction;
  label: string;
  button: string;
  hidden: Record<string, string>;
  name?: string;
}) {
  const t = useTranslations("moderation.own");
  const { state, problem, formProps } = useForm(action);
  const error = state.fields?.name;
  return (
    <form {...formProps} className="grid gap-2">
      <NotSent problem={problem} />
      {!problem && state.form && (
        <NoticeBox kind="alert">{t(`errors.${state.form.error}`, { max: maxSavedFilters })}</NoticeBox>
      )}
      {Object.entries(hidden).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-48 grow">
          <TextField
            name="name"
            label={label}
            maxLength={maxFilterNameChars}
            error={error && t(`errors.${error}`, { max: maxFilterNameChars })}
            defaultValue={state.values?.name ?? name}
            autoComplete="off"
          />
        </div>
        <SubmitButton variant="secondary">{button}</SubmitButton>
      </div>
    </form>
  );
}
