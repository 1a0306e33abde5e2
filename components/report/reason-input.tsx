import { useTranslations } from "next-intl";
import { useId, type ReactNode } from "react";
import { FieldError } from "@/components/ui/field-error";

export type Reason = { id: string; title: string; text: string };

export function ReasonInput({
  reasons,
  chosen,
  error,
}: {
  reasons: Reason[];
  chosen: string | undefined;
  error: ReactNode;
}) {
  const t = useTranslations("report");
  const id = useId();
  return (
    <fieldset
      role="radiogroup"
      aria-required
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? `${id}-error` : undefined}
      // After an error the focus moves here.
      tabIndex={-1}
      className="grid min-w-0 gap-2"
    >
      <legend className="mb-2 text-sm font-medium">{t("reason")}</legend>
      <FieldError id={`${id}-error`}>{error}</FieldError>
      <div className="divide-y divide-line overflow-hidden rounded-control border border-line-strong bg-sheet">
        {reasons.map((reason) => (
          <label
            key={reason.id}
            className="group grid min-h-11 cursor-pointer grid-cols-[auto_1fr] items-start gap-x-3 px-4 py-3 transition-colors duration-200 hover:bg-sunk has-checked:bg-sunk has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name="reason"
              value={reason.id}
              defaultChecked={chosen === reason.id}
              aria-labelledby={`${id}-${reason.id}`}
              aria-describedby={`${id}-${reason.id}-text`}
              className="mt-0.5 size-5 accent-sea outline-none"
            />
            <span className="grid gap-0.5">
              <span id={`${id}-${reason.id}`} className="text-[0.9375rem] font-medium">
                {reason.title}
              </span>
              <span
                id={`${id}-${reason.id}-text`}
                className="hidden text-sm leading-relaxed text-ink-soft group-has-checked:block"
              >
                {reason.text}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
