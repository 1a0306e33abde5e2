import type { Role } from "../generated/prisma/enums.ts";
import type { Locale } from "../i18n/locale.ts";
import type { UserId } from "./user-id.ts";

export type Viewer = {
  id: UserId;
  name: string;
  email: string;
  role: Role;
  timeZone: string;
  locale: Locale | null;
};

/** A signed-in member, possibly suspended. A suspended member may only read, export and delete their own data. */
export type Reader = Viewer & { isSuspended: boolean };

export function whoMayAct(reader: Reader | null): Viewer | null {
  if (!reader || reader.isSuspended) return null;
  const { isSuspended: _, ...viewer } = reader;
  return viewer;
}
