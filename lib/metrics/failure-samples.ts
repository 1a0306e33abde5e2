import type { countCallFailures } from "../ai/health/failure-metrics.ts";
import { failureCauses } from "../ai/failure-cause.ts";
import { modelPurposes } from "../ai/health/model-purpose.ts";
import { sum } from "../time/span.ts";
import type { Sample } from "./exposition.ts";

/** Includes zeros: a counter that starts at 1 hides its first increase. */
export const failureSamples = (failures: Awaited<ReturnType<typeof countCallFailures>>): Sample[] =>
  modelPurposes.flatMap((purpose) =>
    failureCauses.map((cause) => ({
      labels: { purpose: purpose.toLowerCase(), cause: cause.toLowerCase() },
      value: sum(
        failures.filter((row) => row.purpose === purpose && row.cause === cause).map(({ count }) => count),
      ),
    })),
  );
