// The compared servers, and their wire formats.

export const subjects = ["proxy", "hono", "sora"] as const;
export type Subject = (typeof subjects)[number];

/** `direct`: the load requests the model server itself, to measure the time of both. */
export type Target = Subject | "direct";

export const titles: Record<Target, string> = {
  direct: "no server between (the upstream itself)",
  proxy: "bare `node:http` pass-through",
  hono: "Hono + the `openai` client",
  sora: "Sora's reply route",
};

type Event = {
  choices?: { delta?: { content?: string | null } }[];
  text?: string;
  type?: string;
  delta?: string;
};

const textOf: Record<Target, (event: Event) => string | null | undefined> = {
  direct: ({ choices }) => choices?.[0]?.delta?.content,
  proxy: ({ choices }) => choices?.[0]?.delta?.content,
  hono: ({ text }) => text,
  sora: ({ type, delta }) => (type === "text-delta" ? delta : null),
};

export function textOfEvent(target: Target, event: string): string {
  if (!event.startsWith("data: {")) return "";
  return textOf[target](JSON.parse(event.slice("data: ".length))) ?? "";
}
