import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A directory of a run's own, and what is undone when the run ends, or is broken off. */
export function openRunDir(): { dir: string; ending: AsyncDisposableStack } {
  const dir = mkdtempSync(join(tmpdir(), "sora-bench-"));
  chmodSync(dir, 0o755); // PostgreSQL may run as another user, who must get in
  const ending = new AsyncDisposableStack();
  ending.defer(() => rmSync(dir, { recursive: true, force: true }));
  const interrupt = () => void ending.disposeAsync().then(() => process.exit(130));
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  process.stdout.once("error", interrupt); // `| head` has seen enough
  return { dir, ending };
}
