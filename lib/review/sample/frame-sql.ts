import { bandEdges } from "./bands.ts";

/** Fragments about a row of `verdict`. */

/** What the model itself said. A release that did not keep it decided as the model did, or held. */
const said = "coalesce(verdict.said_decision, verdict.decision)";
const saidRule = `CASE WHEN ${said} = 'REJECT' THEN coalesce(verdict.said_rule, verdict.rule) END`;

/** The part of `isInFrame` that needs no other row. */
export const isDecisive = `
      verdict.decided_by IN ('MODEL', 'CLASSIFIER') AND NOT verdict.is_from_cache AND verdict.undone_at IS NULL
      AND verdict.confidence IS NOT NULL
      AND (verdict.decision <> 'HOLD' OR verdict.hold_reason = 'UNSURE')
      AND ${said} IN ('APPROVE', 'REJECT')`;

/**
 * The population that is sampled: what the model, or without one the classifier, said of a text for the first time, and was,
 * or would have been if it had been surer, the decision. What became of the text later is not asked, or errors that were found would
 * be missing. Copies of a text (cache) and texts judged again, which somebody chose, are no fresh answers.
 */
export const isInFrame = `${isDecisive} AND NOT EXISTS (SELECT FROM verdict earlier
                       WHERE earlier.revision_id = verdict.revision_id AND earlier.attempt < verdict.attempt)`;
const band = `width_bucket(verdict.confidence, ARRAY[${bandEdges.join(", ")}]::float8[])`;

/** What makes verdicts alike: who said them, what, by which rule, how surely. */
export const stratumColumns = `
      verdict.model, verdict.model_host AS "modelHost", verdict.prompt_version AS "promptVersion",
      ${said} AS said, ${saidRule} AS rule, ${band} AS band`;

/** Of one stratum: `$first` and the five parameters after it are its columns, in their order. */
export const isInStratum = (first: number) => `
      (verdict.model, verdict.model_host, verdict.prompt_version, ${said}::text, ${saidRule}, ${band})
        IS NOT DISTINCT FROM (${["text", "text", "text", "text", "text", "int"].map((type, at) => `$${first + at}::${type}`).join(", ")})`;
