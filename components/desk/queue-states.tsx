import { useFormatter, useTranslations } from "next-intl";
import { ChipLinks } from "@/components/ui/chip-links";
import type { QueueCounts } from "@/lib/review/desk/queue-counts";
import { decidedWindow } from "@/lib/review/desk/queue-list-sql";
import {
  type QueueQuery,
  peopleReasons,
  queueFilters,
  queueHref,
  queueStates,
} from "@/lib/review/desk/queue-query";
import { LiveCount } from "./live-count";

/** The parts of the queue, how much waits in each, and for how long the longest. */
export function QueueStates({ query, counts, now }: { query: QueueQuery; counts: QueueCounts; now: Date }) {
  const t = useTranslations("moderation");
  const format = useFormatter();
  const forPeople = peopleReasons.map((reason) => counts[reason]);
  const total = forPeople.reduce((sum, { count }) => sum + count, 0);
  const oldest =
    query.state === "open"
      ? forPeople.flatMap(({ oldestAt }) => oldestAt ?? []).toSorted((a, b) => a.getTime() - b.getTime())[0]
      : query.state === "decided"
        ? null
        : counts[query.state].oldestAt;
  const kept = Object.fromEntries(queueFilters.map((name) => [name, query[name]])) as Partial<QueueQuery>;

  return (
    <div className="grid gap-1">
      <ChipLinks
        label={t("states.label")}
        chips={queueStates.map((state) => ({
          href: queueHref({ ...kept, state }),
          isCurrent: query.state === state,
          label:
            state === "decided" ? (
              t("states.decided")
            ) : (
              <span className="inline-flex items-baseline gap-1.5">
                {t(`states.${state}`)}{" "}
                <LiveCount state={state} count={state === "open" ? total : counts[state].count} />
              </span>
            ),
        }))}
      />
      {query.state === "decided" ? (
        <p className="text-sm text-ink-faint">{t("decidedWindow", { count: decidedWindow })}</p>
      ) : (
        <p className="text-sm text-ink-faint">
          {oldest ? (
            <time dateTime={oldest.toISOString()}>
              {t("oldest", { age: format.relativeTime(oldest, now) })}
            </time>
          ) : (
            t("nothingWaits")
          )}
        </p>
      )}
    </div>
  );
}
