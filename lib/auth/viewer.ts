import "server-only";

import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Role } from "../generated/prisma/enums.ts";
import type { Locale } from "../i18n/locale.ts";
import { findViewer } from "./data.ts";
import { memberHeader } from "./member-header.ts";
import { pathHeader } from "./path-header.ts";
import { readSession } from "./session-cookie.ts";
import type { UserId } from "./user-id.ts";

export type Viewer = {
  id: UserId;
  name: string;
  email: string;
  role: Role;
  timeZone: string;
  locale: Locale | null;
};

/** What the asking browser's cookie claims; nothing is proven by it. */
export const getSession = async () => readSession(await headers(), await cookies());

/** Who is asking, checked against the database on each request: a signed-out or suspended session is nobody. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const asked = await headers();
  const session = await getSession();
  const viewer = session && (await findViewer(session));
  // A page left open by one member must not write into the diary of the next.
  const meant = asked.get(memberHeader);
  return meant !== null && meant !== viewer?.id ? null : viewer;
});

/** Who sends a form, if it is still the one whose page had it (`member`): nothing goes out under the next one's name. */
export async function getSender(form: FormData): Promise<Viewer | null> {
  const viewer = await getViewer();
  return viewer?.id === form.get("member") ? viewer : null;
}

/** Who is asking; nobody is sent to sign in and then back here. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await getViewer();
  if (viewer) return viewer;

  const here = (await headers()).get(pathHeader);
  redirect(here ? `/signin?next=${encodeURIComponent(here)}` : "/signin");
}

/**
 * An admin, by what the database says now: a session can outlive a demotion. For anybody else
 * there is nothing here, as if the page did not exist.
 */
export const requireAdmin = (): Promise<Viewer> => requireRole(["ADMIN"]);

/** A moderator or an admin, likewise. */
export const requireModerator = (): Promise<Viewer> => requireRole(["MODERATOR", "ADMIN"]);

async function requireRole(roles: Role[]): Promise<Viewer> {
  const viewer = await getViewer();
  if (!viewer || !roles.includes(viewer.role)) notFound();
  return viewer;
}
