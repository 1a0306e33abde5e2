"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { Reply, Tone } from "@/lib/diary/schema";
import type { ReplyStreamState } from "./reply-stream";
import { SignInAgain } from "./sign-in-again";

const refusals = [
  "TOO_MANY_REPLIES",
  "TOO_MANY_IN_ALL",
  "TOO_MANY_RUNNING",
  "TOO_MANY_STREAMS",
  "RATE_LIMITED",
  "UNAUTHENTICATED",
  "NOT_FOUND",
  "UNREACHABLE",
] as const;
const knownRefusal = (code: string) => refusals.find((known) => known === code) ?? "UNAVAILABLE";

/** Why there is no reply, or not all of one: in plain words, at its place. */
export function ReplyProblem({
  tone,
  reply,
  refusal,
}: {
  tone: Tone;
  reply: Reply | undefined;
  refusal: ReplyStreamState["refusal"];
}) {
  const t = useTranslations("diary.reply");
  const format = useFormatter();

  if (refusal) {
    const { code, retryAt } = refusal;
    const at = retryAt
      ? format.dateTime(retryAt, { month: "long", day: "numeric", hour: "numeric", minute: "2-digit" })
      : "";
    return (
      <Problem>
        {t(`refusal.${knownRefusal(code)}`, { tone, at, isKnown: at ? "yes" : "no" })}{" "}
        {code === "UNAUTHENTICATED" && <SignInAgain />}
      </Problem>
    );
  }
  if (reply?.status === "STOPPED") {
    return <p className="text-sm text-ink-soft">{t("stopped", { hasText: reply.text ? "yes" : "no" })}</p>;
  }
  if (reply?.isCut) return <p className="text-sm text-ink-soft">{t("cut", { tone })}</p>;
  if (reply?.status === "FAILED") {
    // A newer server may have saved a code that this one does not know.
    const failure =
      reply.failure && t.has(`failure.${reply.failure}`) ? reply.failure : ("INTERRUPTED" as const);
    return <Problem>{t(`failure.${failure}`, { hasText: reply.text ? "yes" : "no" })}</Problem>;
  }
  return null;
}

function Problem({ children }: { children: React.ReactNode }) {
  return (
    <p role="alert" className="flex items-start gap-2 text-sm text-danger">
      <span className="grid h-[1lh] place-items-center">
        <Icon name="warning" className="size-4.5" />
      </span>
      <span>{children}</span>
    </p>
  );
}
