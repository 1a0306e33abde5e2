import type { LiveServer } from "./server-data.ts";

export type Difference = {
  what: "BUILD" | "AUTH_SECRET" | "DIARY_KEYS";
  sides: { id: string; hostNames: string[] }[];
};

const idOf: Record<Difference["what"], (server: LiveServer) => string> = {
  BUILD: ({ version, buildId }) => `${version} (${buildId})`,
  AUTH_SECRET: ({ actionKeyId }) => actionKeyId,
  DIARY_KEYS: ({ diaryKeyIds }) => diaryKeyIds.join(","),
};

export function differencesBetween(servers: readonly LiveServer[]): Difference[] {
  return (["BUILD", "AUTH_SECRET", "DIARY_KEYS"] as const).flatMap((what) => {
    const sides = [...Map.groupBy(servers, idOf[what])].map(([id, having]) => ({
      id,
      hostNames: [...new Set(having.map(({ hostName }) => hostName))],
    }));
    return sides.length > 1 ? [{ what, sides }] : [];
  });
}

const consequences = {
  BUILD: "Normal while a release is rolled out. If it stays, restart those with the older build",
  AUTH_SECRET:
    "People who signed in at one are signed out at the other, and forms fail. Set AUTH_SECRET to one value on all (unset, each DATA_DIR keeps its own)",
  DIARY_KEYS:
    "A server cannot open what is sealed with a key that it lacks. Set DIARY_KEYS to one list on all (unset, each DATA_DIR keeps its own)",
};

export function differenceLine({ what, sides }: Difference): string {
  const name = what === "BUILD" ? "build" : what;
  const having = sides.map(({ id, hostNames }) => `${hostNames.join(", ")}: ${id}`).join("; ");
  return `servers differ in ${name} (${having}). ${consequences[what]}.`;
}
