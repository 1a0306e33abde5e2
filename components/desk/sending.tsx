"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { NoticeBox } from "@/components/ui/notice-box";
import { SignInAgainLink } from "@/components/form/sign-in-again-link";
import { useDecisions, useDesk } from "./desk-context";

/** Decisions that cannot be sent: how many, why, and what can be done about it. */
export function Sending() {
  const t = useTranslations("moderation.sending");
  const { here, resume } = useDesk();
  const { waiting, problem } = useDecisions();
  return (
    <div role="status">
      {problem && (
        <NoticeBox
          action={
            <Button variant="quiet" onClick={resume}>
              {t("again")}
            </Button>
          }
        >
          <p>{t(problem, { count: waiting.length })}</p>
          {problem === "SIGNED_OUT" && <SignInAgainLink next={here}>{t("signIn")}</SignInAgainLink>}
        </NoticeBox>
      )}
    </div>
  );
}
