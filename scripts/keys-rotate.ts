// npm run keys:rotate — seals every member's data key with the newest key of DIARY_KEYS. Servers may keep running.
import "./command-settings.ts";
import { rotateKeys } from "../lib/crypto/key-registry.ts";
import { pool, prisma } from "../lib/db.ts";

console.log(`${await rotateKeys()} data keys sealed with the newest key; older keys may leave DIARY_KEYS`);
await prisma.$disconnect();
await pool.end();
