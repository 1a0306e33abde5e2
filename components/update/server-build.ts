import { useSyncExternalStore } from "react";
import { heldInPress } from "@/components/ui/press";
import { buildHeader, buildId } from "@/lib/servers/build";

const askAgainMs = 10_000;
const patienceMs = 10_000;

let otherBuild: string | null = null;
let askedAt = -Infinity;
const subscribers = new Set<() => void>();

export function noteServerBuild(id: string): void {
  const other = id === buildId ? null : id;
  if (other === otherBuild) return;
  otherBuild = other;
  for (const subscriber of subscribers) subscriber();
}

export function noteBuildOf<Answer extends Response | null>(response: Answer): Answer {
  const id = response?.headers.get(buildHeader);
  if (id) noteServerBuild(id);
  return response;
}

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

// Not shown during a press: the notice could appear under the finger.
const shownBuild = heldInPress({ subscribe, getSnapshot: () => otherBuild });

export function useOtherBuild(): string | null {
  return useSyncExternalStore(shownBuild.subscribe, shownBuild.getSnapshot, () => null);
}
