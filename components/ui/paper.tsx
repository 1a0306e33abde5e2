import type { ComponentProps } from "react";

/** A sheet of paper lying on the page. Give it padding: `p-6 sm:p-8` suits most. */
export function Paper({ className = "", ...rest }: ComponentProps<"div">) {
  return <div {...rest} className={`rounded-sheet border border-line bg-sheet shadow-sheet ${className}`} />;
}
