import { unstable_isUnrecognizedActionError } from "next/navigation";

/** Whether an error says that the page's build is gone: an action that the server does not know, a script it does not have. */
export function isOfOtherBuild(error: unknown): boolean {
  if (unstable_isUnrecognizedActionError(error)) return true;
  return (
    error instanceof Error &&
    (error.name === "ChunkLoadError" || error.message.startsWith("Failed to load chunk "))
  );
}
