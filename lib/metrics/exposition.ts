/** Prometheus' text format, version 0.0.4. */

export type Sample = { labels?: Record<string, string>; value: number };
export type MetricFamily = {
  name: string;
  type: "counter" | "gauge";
  help: string;
  samples: readonly Sample[];
};

export const gauge = (name: string, help: string, samples: Sample[]): MetricFamily => ({
  name: `sora_${name}`,
  type: "gauge",
  help,
  samples,
});

export const expositionType = "text/plain; version=0.0.4; charset=utf-8";

export function writeExposition(families: readonly MetricFamily[]): string {
  return families
    .filter(({ samples }) => samples.length > 0)
    .map(({ name, type, help, samples }) =>
      [
        `# HELP ${name} ${escaped(help)}`,
        `# TYPE ${name} ${type}`,
        ...samples.map((sample) => sampleLine(name, sample)),
        "",
      ].join("\n"),
    )
    .join("");
}

function sampleLine(name: string, { labels = {}, value }: Sample): string {
  const pairs = Object.entries(labels).map(
    ([label, text]) => `${label}="${escaped(text).replaceAll('"', String.raw`\"`)}"`,
  );
  return `${name}${pairs.length > 0 ? `{${pairs.join(",")}}` : ""} ${number(value)}`;
}

const escaped = (text: string) => text.replaceAll("\\", String.raw`\\`).replaceAll("\n", String.raw`\n`);

const number = (value: number) =>
  Number.isFinite(value) ? String(value) : Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
