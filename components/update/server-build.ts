import { useSyncExternalStore } from "react";
import { heldInPress } from "@/components/ui/press";
import { buildHeader, buildId } from "@/lib/servers/build";

const askAgainMs = 10_000;
const patienceMs = 10_000;

/** The build that the server has, where it is not this page's; null while they are the same. */
let otherBuild: string | null = null;
let askedAt = -Infinity;
const subscribers = new Set<() => void>();

/** The server said which build it has. */
export function noteServerBuild(id: string): void {
  const other = id === buildId ? null : id;
  if (other === otherBuild) return;
  otherBuild = other;
  for (const subscriber of subscribers) subscriber();
}

/** Every answer of a route handler says it. */
export function noteBuildOf<Answer extends Response | null>(response: Answer): Answer {
  const id = response?.headers.get(buildHeader);
  if (id) noteServerBuild(id);
  return response;
}

/** Asks, where something failed that another build would explain. */
export async function askServerBuild(): Promise<void> {
  if (performance.now() - askedAt < askAgainMs) return;
  askedAt = performance.now();
  const asked = { cache: "no-store", signal: AbortSignal.timeout(patienceMs) } as const;
  noteBuildOf(await fetch("/api/build", asked).catch(() => null));
}

function subscribe(subscriber: () => void) {
  subscribers.add(subscriber);
  return () => void subscribers.delete(subscriber);
}

// The notice comes up where a finger may be.
const shownBuild = heldInPress({ subscribe, getSnapshot: () => otherBuild });

/** The server's build where it is another than this page's, else null. */
export function useOtherBuild(): string | null {
  return useSyncExternalStore(shownBuild.subscribe, shownBuild.getSnapshot, () => null);
}
