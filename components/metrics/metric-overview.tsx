import { useFormatter, useTranslations } from "next-intl";
import type {
  readAppealMetrics,
  readCallMetrics,
  readReplyMetrics,
  readReviewMetrics,
} from "@/lib/metrics/read-metrics";
import { publishedShare } from "@/lib/metrics/published-share";
import { sum } from "@/lib/time/span";
import { MetricTiles } from "./metric-tiles";
import { useDuration } from "./use-duration";

type Read<Reader extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Reader>>;

export function MetricOverview({
  reviews,
  appeals,
  calls,
  replies,
  arePricesSet,
}: {
  reviews: Read<typeof readReviewMetrics>;
  appeals: Read<typeof readAppealMetrics>;
  calls: Read<typeof readCallMetrics>;
  replies: Read<typeof readReplyMetrics>;
  arePricesSet: boolean;
}) {
  const t = useTranslations("metrics.overview");
  const format = useFormatter();
  const duration = useDuration();
  const percent = (value: number | null) =>
    value === null ? "–" : format.number(value, { style: "percent", maximumFractionDigits: 1 });
  const share = (part: number, of: number) => percent(of > 0 ? part / of : null);
  const price = (value: number) => format.number(value, { maximumSignificantDigits: 3 });

  const [approved, rejected, held] = [sum(reviews.approved), sum(reviews.rejected), sum(reviews.held)];
  const [upheld, overturned] = [sum(appeals.upheld), sum(appeals.overturned)];
  const { CACHE, RULE, CLASSIFIER } = reviews.decidedWith;
  const [cache, rules, classifier] = [sum(CACHE), sum(RULE), sum(CLASSIFIER)];
  const withoutModel = cache + rules + classifier;
  const automatic = withoutModel + sum(reviews.decidedWith.MODEL);
  const { overall } = reviews.waits;
  const firstText = (tone: "T" | "F") => {
    const at = replies[tone].firstText.overall;
    return at ? `${duration(at.p50 / 1000)} · ${duration(at.p95 / 1000)}` : "–";
  };

  return (
    <MetricTiles
      tiles={[
        {
          name: t("submitted"),
          value: format.number(sum(reviews.submitted)),
          note: t("failed", { count: sum(reviews.failed) }),
        },
        {
          name: t("approved"),
          value: percent(publishedShare(reviews)),
          note: t("decided", { approved, rejected, held }),
        },
        {
          name: t("waits"),
          value: overall ? duration(overall.p50) : "–",
          note: overall && t("waitsNote", { p95: duration(overall.p95), p99: duration(overall.p99) }),
        },
        { name: t("queue"), value: format.number(reviews.queue.at(-1) ?? 0) },
        {
          name: t("overturned"),
          value: share(overturned, upheld + overturned),
          note: t("appeals", { opened: sum(appeals.opened), decided: upheld + overturned }),
        },
        {
          name: t("withoutModel"),
          value: share(withoutModel, automatic),
          note: t("withoutModelNote", { cache, rules, classifier }),
        },
        {
          name: t("cost"),
          value: calls.costPerThousand === null ? "–" : price(calls.costPerThousand),
          note:
            calls.costOfRuns === null
              ? t(arePricesSet ? "costNote" : "noPrices")
              : t("costNoteRuns", { runs: price(calls.costOfRuns) }),
        },
        {
          name: t("calls"),
          value: format.number(sum(calls.judging) + sum(calls.runs) + sum(calls.summaries)),
          note: t("tokens", { count: sum(calls.inputTokens) + sum(calls.outputTokens) }),
        },
        {
          name: t("replies"),
          value: format.number(sum(replies.T.replies) + sum(replies.F.replies)),
          note: t("firstText", { T: firstText("T"), F: firstText("F") }),
        },
        {
          name: t("thumbs"),
          value: share(
            sum(replies.T.up) + sum(replies.F.up),
            sum([replies.T, replies.F].flatMap(({ up, down }) => [...up, ...down])),
          ),
          note: t("thumbsNote", {
            T: share(sum(replies.T.up), sum(replies.T.up) + sum(replies.T.down)),
            F: share(sum(replies.F.up), sum(replies.F.up) + sum(replies.F.down)),
          }),
        },
      ]}
    />
  );
}
