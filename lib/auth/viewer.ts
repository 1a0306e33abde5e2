import "server-only";

import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Role } from "../generated/prisma/enums.ts";
import { findReader } from "./data.ts";
import { admins, hasRole, moderators } from "./has-role.ts";
import { memberHeader } from "./member-header.ts";
import { pathHeader } from "./path-header.ts";
import { type Reader, type Viewer, whoMayAct } from "./reader.ts";
import { readSession } from "./session-cookie.ts";
import { leaveSignedOut } from "./signed-out.ts";

export type { Viewer };

export const getSession = async () => readSession(await headers(), await cookies());

/**
 * The signed-in member, also a suspended one, checked against the database per request. Only for reading, exporting
 * and deleting their own data; everything else uses getViewer().
 */
export const getReader = cache(async (): Promise<Reader | null> => {
  const asked = await headers();
  const session = await getSession();
  const reader = session && (await findReader(session));
  // A page that another member left open must not write into this member's diary.
  const meant = asked.get(memberHeader);
  return meant !== null && meant !== reader?.id ? null : reader;
});

/** Null when signed out or suspended. */
export const getViewer = cache(async (): Promise<Viewer | null> => whoMayAct(await getReader()));

/**
 * Null unless the form's page belonged to this member (`member`): nothing is sent under the name of the next person
 * to sign in.
 */
export async function getSender(form: FormData): Promise<Viewer | null> {
  const viewer = await getViewer();
  return viewer?.id === form.get("member") ? viewer : null;
}

/** Redirects to sign-in and back, or a suspended member to the page with the reason. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = whoMayAct(await requireReader());
  return viewer ?? redirect("/suspended");
}

export async function requireReader(): Promise<Reader> {
  const reader = await getReader();
  if (reader) return reader;

  const here = (await headers()).get(pathHeader);
  return leaveSignedOut(() => redirect(here ? `/signin?next=${encodeURIComponent(here)}` : "/signin"));
}

/**
 * Checks the role in the database, because a session can outlive a demotion. Answers everybody else as for a missing
 * page.
 */
export const requireAdmin = (): Promise<Viewer> => requireRole(admins);

export const requireModerator = (): Promise<Viewer> => requireRole(moderators);

async function requireRole(roles: readonly Role[]): Promise<Viewer> {
  const reader = await getReader();
  if (!reader) leaveSignedOut(notFound);
  const viewer = whoMayAct(reader);
  return hasRole(viewer, roles) ? viewer : notFound();
}
