import { useId, type ComponentProps, type ReactNode } from "react";
import { describedBy, Field, inputStyles } from "./field";

export function TextAreaField({
  label,
  hint,
  error,
  rows = 4,
  ...textarea
}: ComponentProps<"textarea"> & { label: ReactNode; hint?: ReactNode; error?: ReactNode }) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <textarea
        dir="auto"
        {...textarea}
        id={id}
        rows={rows}
        autoComplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
        className={`${inputStyles} field-sizing-content block max-h-[70vh] min-h-28 resize-y py-3 leading-relaxed`}
      />
    </Field>
  );
}
