import { getFormatter, getTranslations } from "next-intl/server";
import { listSecurityEvents, type LoggedEvent } from "@/lib/auth/security-log/data";
import type { UserId } from "@/lib/auth/user-id";

export async function SecurityLog({ memberId }: { memberId: UserId }) {
  const [t, format, events] = await Promise.all([
    getTranslations("settings.log"),
    getFormatter(),
    listSecurityEvents(memberId),
  ]);
  if (events.length === 0) return <p className="text-ink-soft">{t("empty")}</p>;

  const sentence = (event: LoggedEvent) => {
    if ("method" in event.data)
      return t(`kinds.${event.kind}`, { method: t(`methods.${event.data.method}`) });
    return t(`kinds.${event.kind}`, { name: "name" in event.data ? event.data.name : "" });
  };
  return (
    <ol className="grid">
      {events.map((event) => (
        <li key={event.id} className="border-b border-line py-3 first:pt-0 last:border-0">
          <p className="wrap-anywhere">
            {sentence(event)}
            {event.kind === "SIGNED_IN" && event.data.isNewDevice && (
              <span className="ml-2 rounded-full bg-danger-soft px-2 py-0.5 text-sm text-danger">
                {t("newDevice")}
              </span>
            )}
          </p>
          <p className="text-sm text-ink-faint">
            {event.device || t("unknownDevice")}
            {" · "}
            <time dateTime={event.at.toISOString()}>
              {format.dateTime(event.at, { dateStyle: "medium", timeStyle: "short" })}
            </time>
          </p>
        </li>
      ))}
    </ol>
  );
}
