import { useId, type ComponentProps, type ReactNode } from "react";
import { describedBy, Field, inputStyles } from "./field";

export function TextField({
  label,
  hint,
  error,
  id,
  className = "",
  ...input
}: ComponentProps<"input"> & { label: ReactNode; hint?: ReactNode; error?: ReactNode }) {
  const ownId = useId();
  const fieldId = id ?? ownId;

  return (
    <Field id={fieldId} label={label} hint={hint} error={error}>
      <input
        dir="auto"
        {...input}
        id={fieldId}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(fieldId, { hint, error })}
        className={`${inputStyles} ${className}`}
      />
    </Field>
  );
}
