"use client";

import type { ComponentProps } from "react";
import { buttonStyles, type ButtonLook } from "./button-styles";
import { Spinner } from "./spinner";

/**
 * While `pending` it ignores clicks but keeps its width and the focus, which a `disabled` button would lose. An icon
 * button needs an `aria-label`.
 */
export function Button({
  variant,
  size,
  className,
  pending = false,
  type = "button",
  onClick,
  children,
  ...rest
}: ComponentProps<"button"> & ButtonLook & { pending?: boolean }) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={pending || undefined}
      className={buttonStyles({ variant, size, className: `relative ${className ?? ""}` })}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
    >
      <span className={`inline-flex items-center gap-2 ${pending ? "opacity-0" : ""}`}>{children}</span>
      {pending && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      )}
    </button>
  );
}
