import { log } from "../log/log.ts";
import type { Role } from "../generated/prisma/enums.ts";
import type { Viewer } from "./reader.ts";

/** Whether the viewer has one of these roles. Who is signed in and has none is in the log: they know an address of the desk's. */
export function hasRole(viewer: Viewer | null, roles: readonly Role[]): viewer is Viewer {
  if (!viewer) return false;
  if (roles.includes(viewer.role)) return true;
  log.warn("access refused", { memberId: viewer.id, kind: "role" });
  return false;
}

export const moderators = ["MODERATOR", "ADMIN"] as const;
export const admins = ["ADMIN"] as const;
