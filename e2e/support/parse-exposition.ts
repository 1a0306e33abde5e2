type Family = { type: string; help: string; samples: { labels: Record<string, string>; value: number }[] };

const nameLine = /^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.*)$/;
const sampleLine = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/;
const labelPair = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\"n])*)"(,|$)/y;
const floatText = /^([+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?|[+-]Inf|Na[Nn])$/;

/**
 * A parser of Prometheus' text format 0.0.4 that is stricter than Prometheus: HELP, then TYPE, then the family's samples,
 * each series once, a newline at the end.
 */
export function parseExposition(text: string): Map<string, Family> {
  if (text !== "" && !text.endsWith("\n")) throw new Error("the last line does not end");
  const families = new Map<string, Family>();
  const series = new Set<string>();
  let current: { name: string; family: Family } | undefined;
  for (const line of text.split("\n").slice(0, -1)) {
    if (line === "") continue; // prom-client separates families by an empty line
    const [, word, name = "", rest = ""] = nameLine.exec(line) ?? [];
    if (word === "HELP") {
      if (families.has(name)) throw new Error(`twice: ${name}`);
      if (!/^(?:[^\\]|\\[\\n])*$/.test(rest)) throw new Error(`bad escape: ${line}`);
      current = { name, family: { type: "", help: rest, samples: [] } };
      families.set(name, current.family);
    } else if (word === "TYPE") {
      if (current?.name !== name || current.family.type) throw new Error(`TYPE out of place: ${line}`);
      if (!["counter", "gauge", "histogram", "summary"].includes(rest))
        throw new Error(`no such type: ${line}`);
      current.family.type = rest;
    } else {
      const [, of = "", labelText = "", value = ""] = sampleLine.exec(line) ?? [];
      const { type } = current?.family ?? {};
      const isPart = type === "histogram" || type === "summary";
      if (!current || !type || (isPart ? of.replace(/_(bucket|sum|count)$/, "") : of) !== current.name)
        throw new Error(`out of place: ${line}`);
      if (!floatText.test(value)) throw new Error(`not a number: ${line}`);
      const labels = parseLabels(labelText);
      const key = JSON.stringify([of, Object.entries(labels).toSorted()]);
      if (series.has(key)) throw new Error(`twice: ${line}`);
      series.add(key);
      current.family.samples.push({ labels, value: Number(value.replace("Inf", "Infinity")) });
    }
  }
  return families;
}

function parseLabels(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  labelPair.lastIndex = 0;
  while (labelPair.lastIndex < text.length) {
    const [, name = "", value = ""] = labelPair.exec(text) ?? [];
    if (!name || name in labels) throw new Error(`bad labels: ${text}`);
    labels[name] = value.replaceAll(/\\(.)/g, (_, char: string) => (char === "n" ? "\n" : char));
  }
  return labels;
}
