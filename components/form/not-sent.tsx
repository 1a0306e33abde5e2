"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { NoticeBox } from "@/components/ui/notice-box";
import { ReloadButton } from "@/components/update/reload-button";
import { useOtherBuild } from "@/components/update/server-build";
import type { Problem } from "./problem";
import { ReadFirst } from "./read-first";
import { SignInAgainLink } from "./sign-in-again-link";

export function NotSent({ problem }: { problem: Problem | null }) {
  const t = useTranslations("ui.notSent");
  const { kind, text, button } = useNotSentWords(problem);
  if (!problem) return null;

  const needsReload = kind === "UPDATED" || kind === "REFUSED" || kind === "SLOW";
  return (
    <ReadFirst answer={problem}>
      <NoticeBox
        kind="alert"
        action={
          <>
            {kind === "SIGNED_OUT" && <SignInAgainLink next={here()}>{t("signIn")}</SignInAgainLink>}
            {needsReload ? (
              <ReloadButton />
            ) : (
              <Button variant="secondary" size="sm" className="min-h-11" onClick={problem.retry}>
                {button}
              </Button>
            )}
          </>
        }
      >
        {text}
      </NoticeBox>
    </ReadFirst>
  );
}

export function useNotSentWords(problem: Problem | null) {
  const t = useTranslations("ui.notSent");
  // After a deploy a server may answer with various errors.
  const isOutdated = useOtherBuild() !== null && problem?.kind === "SERVER";
  const kind = isOutdated ? "UPDATED" : (problem?.kind ?? "SERVER");
  return { kind, text: t(kind, { hasFields: String(problem?.hasFields ?? false) }), button: t("retry") };
}

const here = () => window.location.pathname + window.location.search;
