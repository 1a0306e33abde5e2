import { readFileSync } from "node:fs";

import { type BuiltAction, builtActions, builtEntries, pathOf } from "../../e2e/support/build-manifests.ts";
import { actionFields, addressOf } from "../../e2e/support/named-things.ts";
import { projectPath } from "../../scripts/project.ts";
import { type Answer, ask } from "./ask.ts";
import { type PrivateField, canariesIn, mayBeShown, privateFieldNames } from "./canaries.ts";
import { pool } from "../../lib/db.ts";
import { type Caller, type CallerKind, callerKinds, isSignedOut, mayEnter, newCaller } from "./callers.ts";
import { type Door, type Method, actionDoor, actionNames, pageDoors, routeDoors } from "./doors.ts";
import { isRefusal, problemsOf, problemsOfOwner } from "./judge-answer.ts";
import { changesBetween, rowsOf } from "./rows.ts";
import { validForms } from "./valid-forms.ts";
import { type Victim, plantVictim, thingsOf } from "./victim.ts";

const methods: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** What the manifests name and the table of doors does not, or the other way round. */
export function unnamedDoors(
  entries: string[] = builtEntries(),
  actions: string[] = builtActions().map(({ name }) => name),
): string[] {
  const doors = [...Object.keys(pageDoors), ...Object.keys(routeDoors)];
  const paths = entries.map(pathOf);
  return [
    ...paths.filter((path) => !doors.includes(path)).map((path) => `${path} has no door`),
    ...doors.filter((door) => !paths.includes(door)).map((door) => `${door} is a door, but was not built`),
    ...actions.filter((name) => !actionDoor(name)).map((name) => `${name} has no door`),
    ...actionNames()
      .filter((name) => !actions.includes(name))
      .map((name) => `${name} has a door, but was not built`),
  ];
}

/** What routes read from a body, all in one: each takes its own part. Nothing of the victim's is in it but ids. */
const routeBody = (victim: Victim): string =>
  JSON.stringify({
    body: "남의 글.",
    baseUpdatedAt: null,
    tone: "T",
    feedback: "UP",
    revisionId: victim.held.revisionId,
    isLooking: true,
    upTo: victim.noticeId,
    endpoint: "https://fcm.googleapis.com/fcm/send/a-strangers-own",
    keys: { p256dh: strangersKey, auth: "c3RyYW5nZXJzLW93bi0xNg" },
    replaces: victim.pushEndpoint,
    memberId: victim.memberId,
    authorId: victim.memberId,
  });

/** A point on the curve. */
const strangersKey =
  "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM";

/** How many answers were judged, and what was wrong with them. */
export type Tally = { cells: Map<string, number>; problems: string[] };

export const newTally = (): Tally => ({ cells: new Map(), problems: [] });

const count = (tally: Tally, what: string): void =>
  void tally.cells.set(what, (tally.cells.get(what) ?? 0) + 1);

type Lane = { url: string; kind: CallerKind; victim: Victim; tally: Tally; isFull: boolean };

/** Asks, and checks afterwards that nothing of the victim's changed. */
async function unchanged(
  { victim, tally, kind }: Lane,
  what: string,
  work: () => Promise<void>,
  ignored: readonly string[] = [],
): Promise<void> {
  const members = [victim.memberId, victim.suspended.memberId];
  const before = await rowsOf(members);
  await work();
  const changes = changesBetween(before, await rowsOf(members), ignored);
  tally.problems.push(...changes.map((change) => `${kind}, ${what}: changed ${change}`));
}

function judge(lane: Lane, what: string, door: Door, answer: Answer): void {
  count(lane.tally, lane.kind);
  for (const problem of problemsOf(lane.kind, door, answer))
    lane.tally.problems.push(`${lane.kind}, ${what}: ${problem}`);
}

const addressesOf = (entry: string, victim: Victim): string[] => {
  const filled = thingsOf(victim).map((things) => addressOf(entry, things));
  return [...new Set(filled.filter((address) => address !== undefined))];
};

/** Ways to ask for a page: as a browser does, and as Next's script does for its pieces. */
const pageVariants: Record<string, string>[] = [
  {},
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-segment-prefetch": "/_tree" },
];

/** Sessions that do not hold differ in why: what is below the gate is tried by who has none, and all by `--full`. */
const isTriedInBrief = ({ kind, isFull }: Lane): boolean => !isFull && isSignedOut(kind) && kind !== "nobody";

function variantsFor(lane: Lane): Record<string, string>[] {
  if (lane.isFull) return pageVariants;
  if (isTriedInBrief(lane)) return pageVariants.slice(0, 1);
  return pageVariants.slice(0, ["nobody", "member"].includes(lane.kind) ? 3 : 2);
}

async function askPage(lane: Lane, entry: string, caller: Caller): Promise<void> {
  const door = pageDoors[pathOf(entry)]!;
  const addresses = addressesOf(entry, lane.victim);
  for (const address of isTriedInBrief(lane) ? addresses.slice(0, 1) : addresses) {
    for (const headers of variantsFor(lane)) {
      const answer = await askOn(lane.url, address, { cookie: caller.cookie, headers });
      // A prefetch may be answered with the frame that all pages share: only what it holds is judged.
      const isPrefetch = Object.keys(headers).length > 1;
      const how = Object.keys(headers).join(" ");
      judge(lane, `GET ${address} ${how}`, isPrefetch ? "everybody" : door, answer);
    }
    for (const method of lane.isFull ? methods.slice(1) : (["POST"] as const)) {
      const answer = await askOn(lane.url, address, { method, cookie: caller.cookie, body: "x=1" });
      judge(lane, `${method} ${address}`, "everybody", answer);
    }
  }
}

/** Follows Next to the address that no cache mixes up with the page's. */
async function askOn(url: string, address: string, asked: Parameters<typeof ask>[1]): Promise<Answer> {
  const answer = await ask(url + address, asked);
  const { location } = answer.headers;
  return location && /[?&]_rsc\b/.test(location) ? ask(new URL(location, url).href, asked) : answer;
}

async function askRoute(lane: Lane, entry: string, caller: Caller): Promise<void> {
  const doors = routeDoors[pathOf(entry)]!;
  for (const address of addressesOf(entry, lane.victim)) {
    for (const method of [...methods, "HEAD", "OPTIONS", "TRACE"] as const) {
      const hasBody = method !== "GET" && method !== "HEAD";
      const answer = await ask(lane.url + address, {
        method,
        cookie: caller.cookie,
        headers: { "content-type": "application/json" },
        ...(hasBody && { body: routeBody(lane.victim) }),
      });
      const isHarmless = method === "HEAD" || method === "OPTIONS";
      const door = isHarmless ? "everybody" : method === "TRACE" ? "nobody" : (doors[method] ?? "nobody");
      judge(lane, `${method} ${address}`, door, answer);
    }
  }
}

/** What an action finds in a form: every name that one reads, with something of the victim's where it can be an id. */
function formOf(
  things: ReturnType<typeof thingsOf>[number],
  { victim, caller, id }: { victim: Victim; caller: Caller; id: string },
): Record<string, string> {
  return {
    ...actionFields(things),
    // Whose page it was: an action does nothing for anybody else, so the caller says that it was theirs.
    member: caller.id ?? victim.memberId,
    session: victim.sessionId,
    date: things.date,
    reviewId: things.held.reviewId,
    id,
    suggestionId: victim.suggestionId,
    actId: victim.actId,
    confirmation: victim.email,
    email: `${things.unknownId}@strangers.test`,
    password: "a long walk by the sea",
    currentPassword: "a guess",
    next: "/diary",
    stars: "1",
    body: "남의 이름으로 쓰는 글이에요.",
    trainer: "",
    base: things.held.revisionId,
    reason: "fake",
    pushEndpoint: victim.pushEndpoint,
    locale: "en",
    theme: "dark",
    timeZone: "Asia/Seoul",
    token: "nobody-was-sent-this",
    revisionIds: things.held.revisionId,
    quotes: "",
  };
}

/** How many arguments an action has bound before its state and its form, by its source. */
function boundBy({ name }: BuiltAction): number {
  const [file, action] = name.split(" ") as [string, string];
  const made = new RegExp(`export const ${action} = action\\(\\s*\\[([^\\]]*)\\]`).exec(
    readFileSync(projectPath(file), "utf8"),
  );
  return made![1]!.split(",").filter((schema) => schema.trim()).length;
}

/** Arguments as the browser writes them: a form, or a state and a form, after what is bound. */
function callsOf(action: BuiltAction, things: ReturnType<typeof thingsOf>[number]): string[] {
  const bound = [
    [[]],
    [[things.gymSlug], [things.held.reviewId], [things.held.verdictId]],
    [[things.gymSlug, "han"]],
  ][boundBy(action)]!;
  return bound.flatMap((names) => [JSON.stringify([...names, "$K1"]), JSON.stringify([...names, {}, "$K1"])]);
}

/** Tables of the victim's in which an action of everybody's leaves a trace by design. */
const tracesOf: Record<string, readonly string[]> = {};

async function askAction(lane: Lane, action: BuiltAction, caller: Caller): Promise<void> {
  const { victim } = lane;
  const ids = [victim.passkeyId, victim.suggestionId, victim.thresholdId];
  const named = thingsOf(victim).slice(0, isTriedInBrief(lane) ? 1 : 3);
  for (const [at, things] of named.entries())
    for (const call of callsOf(action, things))
      await sendForm(lane, action, caller, {
        call,
        fields: formOf(things, { victim, caller, id: ids[at]! }),
      });
  if (action.name in validForms) await sendValidForm(lane, action, caller);
}

type SentForm = { call: string; fields: Record<string, string> };

async function sendForm(lane: Lane, action: BuiltAction, caller: Caller, { call, fields }: SentForm) {
  const [first] = thingsOf(lane.victim);
  const pages = action.pages.filter((page) => addressOf(page, first!) !== undefined);
  // An action's answer includes its page: of a page that the caller may open, if there is one.
  const page = pages.find((one) => mayEnter(lane.kind, pageDoors[pathOf(one)] ?? "nobody")) ?? pages[0]!;
  const address = addressOf(page, first!)!;
  const body = new FormData();
  for (const [field, value] of Object.entries(fields)) body.append(`_1_${field}`, value);
  body.append("0", call);
  const answer = await ask(lane.url + address, {
    method: "POST",
    cookie: caller.cookie,
    body,
    headers: { "next-action": action.id, accept: "text/x-component" },
  });
  if (answer.headers["x-nextjs-action-not-found"])
    lane.tally.problems.push(`${action.name}: not found by its id`);
  // A form that is refused comes back as it was typed.
  const text = answer.text.replaceAll(fields.confirmation ?? lane.victim.email, "");
  judge(lane, `${action.name} ${call}`, actionDoor(action.name)!, { ...answer, text });
  return answer;
}

/** As the action's own page sends it, where it does its work: a refusal says who may not, and not that a field is wrong. */
async function sendValidForm(lane: Lane, action: BuiltAction, caller: Caller): Promise<Answer> {
  const { bound, fields } = validForms[action.name]!;
  const rest = takesState(action) ? [{}, "$K1"] : ["$K1"];
  const call = JSON.stringify([...(bound?.(lane.victim) ?? []), ...rest]);
  return sendForm(lane, action, caller, { call, fields: await fields(lane.victim) });
}

/** Whether an action has the form's last state before the form, by its source. */
function takesState({ name }: BuiltAction): boolean {
  const [file, action] = name.split(" ") as [string, string];
  const made = new RegExp(`export const ${action} = action\\([^]*?async \\(([^)]*)\\)`).exec(
    readFileSync(projectPath(file), "utf8"),
  );
  return /State\b/.test(made![1]!);
}

/** Next's own page for errors answers 500 by its nature. */
const isAskedPage = (entry: string): boolean => entry.endsWith("/page") && pathOf(entry) !== "/_global-error";

/** One kind of caller at every door, with a victim of its own: a change has one who did it. */
async function walkLane(lane: Lane, only: RegExp): Promise<void> {
  const { kind, victim } = lane;
  const entries = builtEntries().filter((entry) => only.test(pathOf(entry)));
  const reader = await newCaller(kind);
  await unchanged(lane, "reading pages", async () => {
    for (const entry of entries.filter(isAskedPage)) await askPage(lane, entry, reader);
  });
  for (const entry of entries.filter((one) => one.endsWith("/route"))) {
    const caller = await newCaller(kind);
    const isEntitled = Object.values(routeDoors[pathOf(entry)]!).some(
      (door) => (door === "moderators" || door === "admins") && mayEnter(kind, door),
    );
    await unchanged(lane, pathOf(entry), () => askRoute(lane, entry, caller), isEntitled ? deskTables : []);
  }
  for (const action of builtActions().filter(({ name }) => only.test(name))) {
    const door = actionDoor(action.name)!;
    const caller = await newCaller(kind);
    if ((door === "moderators" || door === "admins") && mayEnter(kind, door)) continue;
    await unchanged(
      lane,
      action.name,
      async () => void (await askAction(lane, action, caller)),
      tracesOf[action.name],
    );
  }
  // Nobody changed what they were not asked to: the victim is still there, and sees all of it.
  if (only.test("/") && kind === "member") await seeOwn(lane.url, victim, lane.tally);
}

const deskTables = ["moderator_presence"];

/** The victim sees each of their private things somewhere: what was kept from others is there to be seen. */
async function seeOwn(url: string, victim: Victim, tally: Tally): Promise<void> {
  const seen = new Set<PrivateField>();
  const mine = new Set<string>(Object.values(victim.canaries));
  for (const cookie of [victim.cookie, victim.suspended.cookie]) {
    for (const entry of builtEntries().filter((one) => isAskedPage(one) || one.startsWith("/api/diary"))) {
      for (const address of addressesOf(entry, victim)) {
        const answer = await askOn(url, address, { cookie, headers: {} });
        for (const field of canariesIn(answer.text)) if (mine.has(victim.canaries[field])) seen.add(field);
        count(tally, "owner");
        for (const problem of problemsOfOwner(answer))
          tally.problems.push(`owner, GET ${address}: ${problem}`);
      }
    }
  }
  const unseen = privateFieldNames.filter((field) => !seen.has(field) && mayBeShown(field, "owner"));
  tally.problems.push(...unseen.map((field) => `the owner sees their ${field} nowhere: it is not tried`));
}

/** Those who may do it can: what was refused was who asked. Each action has a victim of its own. */
export async function openDoors(url: string, tally: Tally, only: RegExp): Promise<void> {
  const closed = builtActions().filter(
    ({ name }) => only.test(name) && ["moderators", "admins"].includes(actionDoor(name)!),
  );
  for (const action of closed) {
    const isModerators = action.pages.some((page) =>
      mayEnter("moderator", pageDoors[pathOf(page)] ?? "nobody"),
    );
    const kind = actionDoor(action.name) === "moderators" && isModerators ? "moderator" : "admin";
    const lane: Lane = { url, kind, victim: await plantVictim(), tally, isFull: true };
    const caller = await newCaller(kind);
    await validForms[action.name]?.prepare?.(lane.victim, caller.id!);
    const before = await workOf(caller, lane.victim);
    const answer = await sendValidForm(lane, action, caller);
    if (isRefusal(answer)) tally.problems.push(`${action.name}: opens for no ${kind}`);
    else if ((await workOf(caller, lane.victim)) === before)
      tally.problems.push(`${action.name}: does nothing for the ${kind} who may`);
  }
}

/** Whatever an action of theirs changes: the victim's rows, their own, the audit log, the policy's draft. */
async function workOf(caller: Caller, victim: Victim): Promise<string> {
  const rows = [...(await rowsOf([victim.memberId, victim.suspended.memberId, caller.id!]))]
    .filter(([name]) => !/^(session|moderator_presence) /.test(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const { rows: others } = await pool.query(
    `SELECT (SELECT count(*) FROM audit_event WHERE actor_id = $1) AS audited,
            (SELECT jsonb_agg(to_jsonb(draft)) FROM policy_draft draft) AS draft,
            (SELECT status FROM policy_run WHERE id = $2) AS run`,
    [caller.id, victim.runId],
  );
  return JSON.stringify([rows, others]);
}

/** Every door of the build that `only` names, with every kind of caller. `isFull`: in every way that is known. */
export async function walkMatrix(
  url: string,
  {
    only = /.?/,
    kinds = callerKinds,
    isFull = false,
  }: { only?: RegExp; kinds?: readonly CallerKind[]; isFull?: boolean },
): Promise<Tally> {
  const tally = newTally();
  const victims = await Promise.all(kinds.map(() => plantVictim()));
  const lanes = kinds.map((kind, at): Lane => ({ url, kind, victim: victims[at]!, tally, isFull }));
  await Promise.all(lanes.map((lane) => walkLane(lane, only)));
  return tally;
}
