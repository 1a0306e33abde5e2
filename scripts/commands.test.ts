import { execFile } from "node:child_process";
import { afterAll, expect, test, vi } from "vitest";
import { newMember } from "../test/new-member.ts";
import { confirmEmail } from "../lib/auth/email/verify-email.ts";
import { findLink } from "../lib/auth/link/data.ts";
import { pool, prisma } from "../lib/db.ts";
import { jobQueue } from "../lib/jobs/queue.ts";
import { pushQueue } from "../lib/notice/push-queue.ts";
import { saveServer } from "../lib/servers/server-data.ts";
import { projectPath } from "./project.ts";

/** Runs a command like `npm run`. */
const run = (script: string, ...args: string[]) =>
  new Promise<{ code: number; output: string }>((resolve) => {
    execFile(process.execPath, [projectPath(`scripts/${script}.ts`), ...args], (error, stdout, stderr) =>
      resolve({ code: error ? 1 : 0, output: stdout + stderr }),
    );
  });

const kindsOf = async (subjectId: string) =>
  (await prisma.auditEvent.findMany({ where: { subjectId }, orderBy: { seq: "asc" } })).map(
    ({ kind, actorId, data }) => [kind, actorId, data],
  );

afterAll(async () => (await jobQueue()).stop({ graceful: false }));

// Each command starts a separate process.
vi.setConfig({ testTimeout: 60_000 });

test("a command's act on a member is audited once, without an actor, and pushed to the member's devices", async () => {
  const id = await newMember();
  const { email } = await prisma.member.findUniqueOrThrow({ where: { id } });
  const { id: subscriptionId } = await prisma.pushSubscription.create({
    data: { memberId: id, endpoint: `https://push.test/${id}`, p256dh: "p", auth: "a", device: "Chrome" },
  });
  // As a server creates it.
  await (await jobQueue()).createQueue(pushQueue);
  const reason = ["--reason", "광고를 되풀이해서 올림"];
  for (const [command, ...more] of [
    ["admin", "--id", id],
    ["admin", "--id", id],
    ["suspend", ...reason],
    ["suspend"],
  ])
    expect(await run("member", command!, email.toUpperCase(), ...more)).toMatchObject({ code: 0 });
  expect(await prisma.member.findUniqueOrThrow({ where: { id } })).toMatchObject({
    suspensionReason: reason[1],
  });
  for (const [command, ...more] of [["suspend", "--undo"]])
    expect(await run("member", command!, email.toUpperCase(), ...more)).toMatchObject({ code: 0 });
  expect(await prisma.member.findUniqueOrThrow({ where: { id } })).toMatchObject({
    role: "ADMIN",
    suspendedAt: null,
    sessionVersion: 1,
  });
  expect(await kindsOf(id)).toEqual([
    ["ROLE_CHANGED", null, { from: "MEMBER", to: "ADMIN" }],
    ["ACCOUNT_SUSPENDED", null, {}],
    ["ACCOUNT_RESTORED", null, {}],
  ]);
  const notices = await prisma.notice.findMany({ where: { memberId: id }, orderBy: { createdAt: "asc" } });
  expect(notices.map(({ data }) => data)).toEqual([{ event: "SUSPENDED" }, { event: "RESTORED" }]);
  const jobs = await pool.query("SELECT data FROM pgboss.job WHERE name = $1 ORDER BY created_on", [
    pushQueue,
  ]);
  expect(jobs.rows.map(({ data }) => data)).toEqual(
    notices.map((notice) => ({ noticeId: notice.id, subscriptionId })),
  );
  expect(await run("member", "admin", "nobody@sora.test")).toMatchObject({ code: 1 });
});

test("an unverified address makes no admin until the account is named by its id", async () => {
  const id = await newMember({ name: "남의 주소" });
  const { email } = await prisma.member.findUniqueOrThrow({ where: { id } });
  const asked = await run("member", "admin", email);
  expect(asked.code).toBe(1);
  expect(asked.output).toMatch(new RegExp(`id +${id}\\n +name +남의 주소\\n +joined +20`));
  expect(await run("member", "admin", email, "--id", crypto.randomUUID())).toMatchObject({ code: 1 });
  expect(await kindsOf(id)).toEqual([]);

  await prisma.member.update({ where: { id }, data: { emailVerifiedAt: new Date() } });
  expect(await run("member", "admin", email)).toMatchObject({ code: 0 });
});

test("without a mail server the operator prints the link that sets a new password", async () => {
  const id = await newMember();
  const { email } = await prisma.member.findUniqueOrThrow({ where: { id } });
  expect(await run("account", "reset-link", email)).toMatchObject({ code: 1 });
  const { code, output } = await run("account", "reset-link", email, "--id", id);
  expect({ code, output }).toMatchObject({ code: 0, output: expect.stringMatching(/\/reset\/[\w-]{43}\n/) });
  const token = /reset\/([\w-]{43})/.exec(output)![1]!;
  expect(await findLink(token, ["RESET_PASSWORD"])).toMatchObject({ memberId: id, email: "" });
});

test("only the member can open the operator's link that verifies an address", async () => {
  const [id, stranger] = [await newMember(), await newMember()];
  const { email } = await prisma.member.findUniqueOrThrow({ where: { id } });
  const { code, output } = await run("account", "verify-link", email.toUpperCase(), "--id", id);
  expect({ code, output }).toMatchObject({ code: 0, output: expect.stringMatching(/\/verify\/[\w-]{43}\n/) });
  const token = /verify\/([\w-]{43})/.exec(output)![1]!;
  expect(await confirmEmail(stranger, token, "")).toEqual({ ok: false, error: "LINK_INVALID" });
  expect(await confirmEmail(id, token, "")).toEqual({ ok: true, data: { email } });
  expect(await confirmEmail(id, token, "")).toEqual({ ok: false, error: "LINK_INVALID" });
});

test("the audit log can be verified from outside: the command prints its head, or the first bad number", async () => {
  const whole = await run("audit-verify");
  expect(whole).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^The audit log is whole: \d+ entries\.\n/),
  });
  const head = /(\d+:[0-9a-f]{64})/.exec(whole.output)![1]!;
  expect(await run("audit-verify", "--head", head)).toEqual(whole);
  expect(await run("audit-verify", "--head", "nonsense")).toMatchObject({ code: 1 });
  const other = `1:${"0".repeat(64)}`;
  expect(await run("audit-verify", "--head", other)).toEqual({
    code: 1,
    output: "Entry 1 is not the one whose hash you kept: the log was rewritten.\n",
  });

  await pool.query("ALTER TABLE audit_event DISABLE TRIGGER ALL");
  const { rows } = await pool.query("DELETE FROM audit_event WHERE seq = 2 RETURNING *");
  expect(await run("audit-verify")).toEqual({ code: 1, output: "Entry 2 is missing.\n" });
  await pool.query("INSERT INTO audit_event SELECT * FROM jsonb_populate_record(NULL::audit_event, $1)", [
    {
      ...rows[0],
      hash: `\\x${rows[0].hash.toString("hex")}`,
      previous_hash: `\\x${rows[0].previous_hash.toString("hex")}`,
    },
  ]);
  await pool.query("ALTER TABLE audit_event ENABLE TRIGGER ALL");
  expect(await run("audit-verify")).toEqual(whole);
});

test("keys are not rotated while a running server lacks the new one, and the command names the server", async () => {
  await saveServer({
    id: crypto.randomUUID(),
    hostName: "behind",
    version: "1",
    buildId: "b",
    actionKeyId: "a",
    diaryKeyIds: ["an-older-key"],
    envelopeFormat: 2,
  });
  expect(await run("keys-rotate")).toMatchObject({
    code: 1,
    output: expect.stringContaining("is missing on behind") as string,
  });
  await pool.query("DELETE FROM server");
  expect(await run("keys-rotate")).toMatchObject({
    code: 0,
    output: expect.stringContaining("data keys sealed with the newest key") as string,
  });
});
