import type { ReactNode } from "react";
import { FieldError } from "./field-error";

export const inputStyles =
  "w-full min-h-12 rounded-control border border-line-strong bg-sheet px-3.5 text-base text-ink " +
  "placeholder:text-ink-faint transition-colors duration-200 hover:border-ink-soft " +
  "focus:outline-2 focus:outline-offset-0 focus:outline-focus focus:border-focus " +
  "aria-invalid:border-danger disabled:opacity-60";

export function describedBy(id: string, { hint, error }: { hint?: ReactNode; error?: ReactNode }) {
  if (error) return `${id}-error`;
  return hint ? `${id}-hint` : undefined;
}

export function Field({
  id,
  label,
  hint,
  error,
  children,
}: {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium text-ink">
        {label}
      </label>
      {children}
      <FieldError id={`${id}-error`}>{error}</FieldError>
      {hint && !error && (
        <p id={`${id}-hint`} className="text-sm text-ink-faint">
          {hint}
        </p>
      )}
    </div>
  );
}
