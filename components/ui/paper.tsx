import type { ComponentProps } from "react";

export function Paper({ className = "", ...rest }: ComponentProps<"div">) {
  return <div {...rest} className={`rounded-sheet border border-line bg-sheet shadow-sheet ${className}`} />;
}
