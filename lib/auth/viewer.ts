import "server-only";

import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Role } from "../generated/prisma/enums.ts";
import { findReader } from "./data.ts";
import { memberHeader } from "./member-header.ts";
import { pathHeader } from "./path-header.ts";
import { type Reader, type Viewer, whoMayAct } from "./reader.ts";
import { readSession } from "./session-cookie.ts";
import { leaveSignedOut } from "./signed-out.ts";

export type { Viewer };

/** What the asking browser's cookie claims; nothing is proven by it. */
export const getSession = async () => readSession(await headers(), await cookies());

/**
 * Who is asking, checked against the database on each request, also when they are suspended: for reading, taking along
 * and deleting what is theirs. Whatever else is asked for goes by getViewer().
 */
export const getReader = cache(async (): Promise<Reader | null> => {
  const asked = await headers();
  const session = await getSession();
  const reader = session && (await findReader(session));
  // A page left open by one member must not write into the diary of the next.
  const meant = asked.get(memberHeader);
  return meant !== null && meant !== reader?.id ? null : reader;
});

/** Who is asking: a signed-out or suspended session is nobody. */
export const getViewer = cache(async (): Promise<Viewer | null> => whoMayAct(await getReader()));

/** Who sends a form, if it is still the one whose page had it (`member`): nothing goes out under the next one's name. */
export async function getSender(form: FormData): Promise<Viewer | null> {
  const viewer = await getViewer();
  return viewer?.id === form.get("member") ? viewer : null;
}

/** Who is asking; nobody is sent to sign in and then back here, and who is suspended to where they read why. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = whoMayAct(await requireReader());
  return viewer ?? redirect("/suspended");
}

/** As requireViewer(), for what a suspended member may do too. */
export async function requireReader(): Promise<Reader> {
  const reader = await getReader();
  if (reader) return reader;

  const here = (await headers()).get(pathHeader);
  return leaveSignedOut(() => redirect(here ? `/signin?next=${encodeURIComponent(here)}` : "/signin"));
}

/**
 * An admin, by what the database says now: a session can outlive a demotion. For anybody else
 * there is nothing here, as if the page did not exist.
 */
export const requireAdmin = (): Promise<Viewer> => requireRole(["ADMIN"]);

/** A moderator or an admin, likewise. */
export const requireModerator = (): Promise<Viewer> => requireRole(["MODERATOR", "ADMIN"]);

async function requireRole(roles: Role[]): Promise<Viewer> {
  const reader = await getReader();
  if (!reader) leaveSignedOut(notFound);
  const viewer = whoMayAct(reader);
  if (!viewer || !roles.includes(viewer.role)) notFound();
  return viewer;
}
