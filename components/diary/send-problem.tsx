"use client";

import { useTranslations } from "next-intl";
import type { SendProblemCode } from "./use-sending";

/** Why a page was not sent: said where it was asked for. */
export function SendProblem({ code }: { code: SendProblemCode | null }) {
  const t = useTranslations("diary.send");
  return (
    <p role="alert" className="text-sm text-danger empty:hidden">
      {code && t(`problem.${code}`)}
    </p>
  );
}
