import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PolicyPage } from "@/components/policy/policy-page";
import { PolicySection } from "@/components/policy/policy-section";
import { RunChanges } from "@/components/policy/run-changes";
import { RunCounts } from "@/components/policy/run-counts";
import { RunState } from "@/components/policy/run-state";
import { ChipLinks } from "@/components/ui/chip-links";
import { PageLinks } from "@/components/ui/page-links";
import { requireAdmin } from "@/lib/auth/viewer";
import {
  countRunDirections,
  countRunItems,
  directions,
  findRun,
  listRunChanges,
} from "@/lib/review/policy-run/list";

const idSchema = z.guid();
const querySchema = z.object({
  after: z.coerce.number().int().min(0).max(1_000_000).catch(0),
  direction: z.enum(directions).optional().catch(undefined),
  problem: z.enum(["busy", "calls"]).optional().catch(undefined),
});

async function getRun(id: string) {
  const parsed = idSchema.safeParse(id);
  return (parsed.success ? await findRun(parsed.data) : null) ?? notFound();
}

export async function generateMetadata({ params }: PageProps<"/admin/policy/runs/[id]">): Promise<Metadata> {
  await requireAdmin();
  const [t, { kind }] = await Promise.all([getTranslations("policy"), getRun((await params).id)]);
  return { title: t(`run.${kind}`) };
}

export default async function PolicyRunPage({ params, searchParams }: PageProps<"/admin/policy/runs/[id]">) {
  await requireAdmin();
  const { after, direction, problem } = querySchema.parse(await searchParams);
  const run = await getRun((await params).id);
  const { id, kind, status, scope, policyVersion: version, rules } = run;
  const [t, locale, format, counts, ofDirection, { changes, nextAfter }] = await Promise.all([
    getTranslations("policy"),
    getLocale(),
    getFormatter(),
    countRunItems(id),
    countRunDirections(id),
    listRunChanges(id, { after, count: 20, direction }),
  ]);
  // A calendar day without a time, so it is formatted in UTC.
  const day = (date: string) => format.dateTime(new Date(date), { dateStyle: "long", timeZone: "UTC" });
  const path = `/admin/policy/runs/${id}`;
  const hrefOf = (query: Record<string, string | number | undefined>) => {
    const given = Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    );
    return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
  };
  const total = directions.reduce((sum, one) => sum + ofDirection[one], 0);
  const titleOf = (ruleId: string) =>
    rules.find((rule) => rule.id === ruleId)?.wording[locale].title ?? ruleId;
  const lead =
    "size" in scope
      ? t("run.trialScope", { size: scope.size, version })
      : [
          t("run.rejudgeScope", { from: day(scope.from), to: day(scope.to), version }),
          ...(scope.rule ? [t("run.scopeRule", { rule: titleOf(scope.rule) })] : []),
          ...(scope.gymSlug ? [t("run.scopeGym", { gym: scope.gymSlug })] : []),
        ].join(" · ");
  const back =
    kind === "TRIAL"
      ? { href: "/admin/policy/draft", label: t("run.backDraft") }
      : { href: "/admin/policy", label: t("run.back") };

  return (
    <PolicyPage back={back} title={t(`run.${kind}`)} lead={lead}>
      <RunState run={run} problem={problem === "calls" ? "badCalls" : (problem ?? null)} />
      <PolicySection title={t("run.counts")}>
        <RunCounts kind={kind} counts={counts} />
      </PolicySection>
      <PolicySection title={t(`run.changes.${kind}`)}>
        {total > 0 && (
          <ChipLinks
            label={t("run.directions")}
            chips={[undefined, ...directions].map((one) => ({
              href: hrefOf({ direction: one }),
              label: one
                ? t(`run.direction.${one}`, { count: ofDirection[one] })
                : t("run.direction.ALL", { count: total }),
              isCurrent: one === direction,
            }))}
          />
        )}
        {changes.length === 0 && (
          <p className="text-ink-soft">{t(status === "DONE" ? "run.noChanges" : "run.noChangesYet")}</p>
        )}
        <RunChanges changes={changes} rules={rules} />
        <PageLinks
          label={t("run.pages")}
          back={after > 0 ? { href: hrefOf({ direction }), label: t("run.first") } : null}
          next={
            nextAfter === null
              ? null
              : { href: hrefOf({ direction, after: nextAfter }), label: t("run.more") }
          }
        />
      </PolicySection>
    </PolicyPage>
  );
}
