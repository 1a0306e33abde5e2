import { expect, test } from "vitest";
import { parseExposition } from "../../e2e/support/parse-exposition.ts";
import { writeExposition } from "./exposition.ts";

test("writes a family in Prometheus' format", () => {
  const text = writeExposition([
    {
      name: "sora_queue_items",
      type: "gauge",
      help: "What waits.",
      samples: [
        { labels: { reason: "held" }, value: 3 },
        { labels: { reason: "failed" }, value: 0 },
      ],
    },
    { name: "sora_submitted_total", type: "counter", help: "Sent.", samples: [{ value: 1e21 }] },
  ]);
  expect(text).toBe(
    `# HELP sora_queue_items What waits.
# TYPE sora_queue_items gauge
sora_queue_items{reason="held"} 3
sora_queue_items{reason="failed"} 0
# HELP sora_submitted_total Sent.
# TYPE sora_submitted_total counter
sora_submitted_total 1e+21
`,
  );
});

test("escapes characters that would end a label, a line or a help text", () => {
  const odd = 'a "quoted" \\ back\nslash';
  const text = writeExposition([
    { name: "sora_odd", type: "gauge", help: odd, samples: [{ labels: { rule: odd }, value: Number.NaN }] },
  ]);
  expect(parseExposition(text).get("sora_odd")?.samples).toEqual([
    { labels: { rule: odd }, value: Number.NaN },
  ]);
});

test("omits a family without samples", () => {
  expect(writeExposition([{ name: "sora_none", type: "gauge", help: "Nothing.", samples: [] }])).toBe("");
});
