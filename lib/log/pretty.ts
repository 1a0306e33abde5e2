export function prettyLine(record: string): string {
  const { time, level, event, pid: _, note, ...fields } = JSON.parse(record) as Record<string, unknown>;
  if (note !== undefined) return `${String(note)}\n`;
  const pairs = Object.entries(fields).map(([name, value]) => `${name}=${String(value)}`);
  const details = pairs.length > 0 ? `: ${pairs.join(" ")}` : "";
  return `${String(time).slice(11, 19)} ${String(level).toUpperCase()} ${String(event)}${details}\n`;
}
