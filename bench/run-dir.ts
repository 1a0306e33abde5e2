import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A temporary folder, and the clean-up for a run's end or interruption. */
export function openRunDir(): { dir: string; ending: AsyncDisposableStack } {
  const dir = mkdtempSync(join(tmpdir(), "sora-bench-"));
  chmodSync(dir, 0o755); // PostgreSQL may run as another user, who needs access
  const ending = new AsyncDisposableStack();
  ending.defer(() => rmSync(dir, { recursive: true, force: true }));
  const interrupt = () => void ending.disposeAsync().then(() => process.exit(130));
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  process.stdout.once("error", interrupt); // the pipe was closed, e.g. by `| head`
  return { dir, ending };
}
