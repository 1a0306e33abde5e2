import { agreementOf } from "../review/sample/agreement.ts";
import { calibrationOf } from "../review/sample/calibration.ts";
import type { SampleStratum } from "../review/sample/strata.ts";
import { type MetricFamily, type Sample, gauge } from "./exposition.ts";
import { cohensKappa } from "./kappa.ts";

/** Few verdicts are judged blind in a day. */
export const sampleDays = 30;

/**
 * Agreement of blind human judgements with the verdicts, per judge and per rule. As on the metrics page, each verdict
 * has the weight of the stratum that it was drawn from. Strata without judgements have no sample.
 */
export function sampleGauges(strata: readonly SampleStratum[]): MetricFamily[] {
  const judges = groupsOf(strata, judgeLabels);
  const rules = groupsOf(strata, (stratum) => ({
    ...judgeLabels(stratum),
    said: stratum.said.toLowerCase(),
    rule: stratum.rule ?? "none",
  }));
  const about = `that people judged blind in the last ${sampleDays} days`;
  return [
    gauge(
      "sample_judged_30d",
      `Verdicts ${about}, by judge.`,
      samplesOf(judges, (own) => agreementOf(own).total),
    ),
    gauge(
      "sample_agreement_30d",
      `The share of its verdicts on which people decide the same, by judge, from those ${about}.`,
      samplesOf(judges, (own) => agreementOf(own).estimate?.share ?? null),
    ),
    gauge(
      "sample_kappa_30d",
      `Cohen's kappa of people and judge, by judge, from the verdicts ${about}; 1 for full agreement, 0 for chance.`,
      samplesOf(judges, (own) => cohensKappa(agreementOf(own).weighted)),
    ),
    gauge(
      "sample_calibration_error_30d",
      `How far a judge's confidence and people's agreement are apart, by judge, from the verdicts ${about}.`,
      samplesOf(judges, (own) => calibrationOf(own).error),
    ),
    gauge(
      "sample_rule_agreement_30d",
      `The same share by judge, what it said and the rule.`,
      samplesOf(rules, (own) => agreementOf(own).estimate?.share ?? null),
    ),
    gauge(
      "sample_rule_calibration_error_30d",
      `The same distance by judge, what it said and the rule.`,
      samplesOf(rules, (own) => calibrationOf(own).error),
    ),
  ];
}

type Labels = Record<string, string>;
type Group = { labels: Labels; strata: SampleStratum[] };

/** Verdicts of early releases do not name the judge. */
const judgeLabels = ({ model, modelHost, promptVersion }: SampleStratum): Labels => ({
  model: model ?? "unknown",
  server: modelHost ?? "unknown",
  prompt: promptVersion ?? "unknown",
});

function groupsOf(strata: readonly SampleStratum[], labelsOf: (stratum: SampleStratum) => Labels): Group[] {
  const groups = Map.groupBy(strata, (stratum) => JSON.stringify(labelsOf(stratum)));
  return [...groups.values()]
    .map((own) => ({ labels: labelsOf(own[0]!), strata: own }))
    .filter((group) => agreementOf(group.strata).total > 0);
}

const samplesOf = (groups: Group[], valueOf: (strata: SampleStratum[]) => number | null): Sample[] =>
  groups.flatMap(({ labels, strata }) => {
    const value = valueOf(strata);
    return value === null ? [] : [{ labels, value }];
  });
