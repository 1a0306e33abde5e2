import type { Role } from "../generated/prisma/enums.ts";
import type { Locale } from "../i18n/locale.ts";
import type { UserId } from "./user-id.ts";

/** Who is asking, and may do what members do. */
export type Viewer = {
  id: UserId;
  name: string;
  email: string;
  role: Role;
  timeZone: string;
  locale: Locale | null;
};

/** Who is asking. One who is suspended reads, takes along and deletes what is theirs, and nothing else. */
export type Reader = Viewer & { isSuspended: boolean };

export function whoMayAct(reader: Reader | null): Viewer | null {
  if (!reader || reader.isSuspended) return null;
  const { isSuspended: _, ...viewer } = reader;
  return viewer;
}
