// npm run keys:rotate: seals every member's data key with the first key of DIARY_KEYS, while the servers run. Refuses if
// a live server lacks that key or seals with another one (docs/decisions/0033).
import "./command-settings.ts";
import { rotateKeys } from "../lib/crypto/key-registry.ts";
import { assertRotationIsSafe } from "../lib/servers/rotation.ts";
import { runCommand } from "./run-command.ts";

await runCommand(async () => {
  await assertRotationIsSafe();
  return `${await rotateKeys()} data keys sealed with the newest key; older keys may leave DIARY_KEYS`;
});
