import "server-only";

import { after } from "next/server";

import { env } from "../../env.ts";
import { moderateSoon } from "../judging/judge-waiting.ts";

/** Speed only: a job that was queued with the act judges it in any case. */
export function judgeSoon(): void {
  if (env().MODERATION_AFTER_RESPONSE) after(moderateSoon);
}
