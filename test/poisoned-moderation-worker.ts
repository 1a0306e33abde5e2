// moderation-worker.ts, with a pattern worker that hangs over [[hang]].
import { patternWorker } from "../lib/moderation/patterns/run-task.ts";
import { projectPath } from "../scripts/project.ts";

patternWorker.path = projectPath("test/moderation/hanging-worker.ts");
await import("./moderation-worker.ts");
