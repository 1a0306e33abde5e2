import { bandEdges } from "./bands.ts";

/** The model's own answer. Older releases did not store it; they decided as the model did, or held. */
const said = "coalesce(verdict.said_decision, verdict.decision)";
const saidRule = `CASE WHEN ${said} = 'REJECT' THEN coalesce(verdict.said_rule, verdict.rule) END`;

export const isDecisive = `
      verdict.decided_by IN ('MODEL', 'CLASSIFIER') AND NOT verdict.is_from_cache AND verdict.undone_at IS NULL
      AND verdict.confidence IS NOT NULL
      AND (verdict.decision <> 'HOLD' OR verdict.hold_reason = 'UNSURE')
      AND ${said} IN ('APPROVE', 'REJECT')`;

/**
 * The sampled population: first verdicts on a text by the model (or classifier) that are the decision, or would be with
 * more confidence. Later decisions are ignored: otherwise corrected errors would be missing. Cached verdicts and repeated
 * judging are excluded, because somebody chose those texts.
 */
export const isInFrame = `${isDecisive} AND NOT EXISTS (SELECT FROM verdict earlier
                       WHERE earlier.revision_id = verdict.revision_id AND earlier.attempt < verdict.attempt)`;
const band = `width_bucket(verdict.confidence, ARRAY[${bandEdges.join(", ")}]::float8[])`;

export const stratumColumns = `
      verdict.model, verdict.model_host AS "modelHost", verdict.prompt_version AS "promptVersion",
      ${said} AS said, ${saidRule} AS rule, ${band} AS band`;

/** `$first` and the next five parameters are the stratum's columns, in their order. */
export const isInStratum = (first: number) => `
      (verdict.model, verdict.model_host, verdict.prompt_version, ${said}::text, ${saidRule}, ${band})
        IS NOT DISTINCT FROM (${["text", "text", "text", "text", "text", "int"].map((type, at) => `$${first + at}::${type}`).join(", ")})`;
