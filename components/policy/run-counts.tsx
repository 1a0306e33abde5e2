import { useTranslations } from "next-intl";
import type { PolicyRun, RunCount } from "@/lib/review/policy-run/list";

const skips = ["CHANGED", "WITH_A_PERSON"] as const;

export function RunCounts({ kind, counts }: { kind: PolicyRun["kind"]; counts: RunCount[] }) {
  const t = useTranslations("policy.run");
  if (counts.length === 0) return <p className="text-ink-soft">{t("nothingYet")}</p>;

  const result = ({ before, after, isOtherRule, failure }: RunCount) => {
    if (failure !== null || after === null) {
      const skip = skips.find((one) => one === failure) ?? "other";
      return `${t("notJudged")}: ${t(`failure.${skip}`)}`;
    }
    if (isOtherRule) return t("otherRule");
    return before === after ? t("same") : t(after);
  };
  return (
    <div className="measure overflow-x-auto">
      <table className="w-full text-left text-[0.9375rem]">
        <thead className="text-sm text-ink-faint">
          <tr className="border-b border-line">
            <th scope="col" className="py-2 pr-4 font-normal">
              {t("before")}
            </th>
            <th scope="col" className="py-2 pr-4 font-normal">
              {t(`after.${kind}`)}
            </th>
            <th scope="col" className="py-2 text-right font-normal">
              {t("count")}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map((count) => (
            <tr
              key={`${count.before} ${count.after} ${count.isOtherRule} ${count.failure}`}
              className="border-b border-line"
            >
              <td className="py-2.5 pr-4">{count.before && t(count.before)}</td>
              <td className={`py-2.5 pr-4 ${isChange(count) ? "font-medium" : "text-ink-soft"}`}>
                {result(count)}
              </td>
              <td className="py-2.5 text-right tabular-nums">{count.count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isChange = ({ before, after, isOtherRule }: RunCount) =>
  after !== null && (isOtherRule || before !== after);
