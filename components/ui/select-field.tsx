import { useId, type ComponentProps, type ReactNode } from "react";
import { describedBy, Field, inputStyles } from "./field";
import { Icon } from "./icon";

export function SelectField({
  label,
  hint,
  error,
  id,
  className = "",
  ...select
}: ComponentProps<"select"> & { label: ReactNode; hint?: ReactNode; error?: ReactNode }) {
  const ownId = useId();
  const fieldId = id ?? ownId;

  return (
    <Field id={fieldId} label={label} hint={hint} error={error}>
      <span className="relative block">
        <select
          {...select}
          id={fieldId}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(fieldId, { hint, error })}
          className={`${inputStyles} appearance-none pr-11 ${className}`}
        />
        <Icon
          name="chevronDown"
          className="pointer-events-none absolute top-3.5 right-3.5 size-5 text-ink-faint"
        />
      </span>
    </Field>
  );
}
