import { getFormatter, getNow, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { SignOutForm } from "@/components/notice/sign-out-form";
import { SubmitButton } from "@/components/form/submit-button";
import { signOutSessionAction } from "@/lib/account/actions";
import { listSessions } from "@/lib/auth/sessions/data";
import type { UserId } from "@/lib/auth/user-id";
import { getSession } from "@/lib/auth/viewer";

export async function SessionList({ memberId }: { memberId: UserId }) {
  const [t, format, now, sessions, current] = await Promise.all([
    getTranslations("settings.sessions"),
    getFormatter(),
    getNow(),
    listSessions(memberId),
    getSession(),
  ]);
  const isHere = ({ id }: { id: string }) => id === current?.sessionId;

  return (
    <ul className="grid">
      {sessions
        .toSorted((one, other) => Number(isHere(other)) - Number(isHere(one)))
        .map((session) => {
          const device = session.device || t("unknownDevice");
          const button = (
            <SubmitButton variant="quiet" aria-label={t("signOutOf", { device })}>
              {t("signOut")}
            </SubmitButton>
          );
          return (
            <li
              key={session.id}
              className="flex flex-wrap items-center gap-x-3 border-b border-line py-2 last:border-0"
            >
              <div className="min-w-40 flex-1">
                <p className="wrap-anywhere">{device}</p>
                <p className="text-sm text-ink-faint">
                  {isHere(session)
                    ? t("here")
                    : t("lastSeen", { ago: format.relativeTime(session.lastSeenAt, now) })}
                </p>
              </div>
              {isHere(session) ? (
                <SignOutForm>{button}</SignOutForm>
              ) : (
                <ActionForm action={signOutSessionAction}>
                  <input type="hidden" name="session" value={session.id} />
                  {button}
                </ActionForm>
              )}
            </li>
          );
        })}
    </ul>
  );
}
