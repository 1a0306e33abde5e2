import { createHash, randomUUID } from "node:crypto";
import { afterAll, afterEach, expect, test } from "vitest";
import { captureLog } from "../../test/captured-log.ts";
import { MailServer } from "../../test/mail-server.ts";
import { newMember } from "../../test/new-member.ts";
import { createLink } from "../auth/link/data.ts";
import { linkToken } from "../crypto/link-token.ts";
import { prisma } from "../db.ts";
import { env } from "../env.ts";
import { jobQueue } from "../jobs/queue.ts";
import { deliverMail, stopMailJobs, workMailJobs } from "./mail-job.ts";
import { type NewMail, postMail } from "./post-mail.ts";
import { renderMail } from "./render-mail.ts";

const server = new MailServer();
Object.assign(env(), {
  SMTP_URL: await server.listen(),
  MAIL_FROM: "Sora <sora@example.org>",
  AUTH_URL: "https://sora.example",
});
const jobs = await jobQueue();
await workMailJobs(jobs);

afterEach(() => {
  server.refuse = null;
  server.taken.length = 0;
});
afterAll(async () => {
  await stopMailJobs(jobs);
  await server.close();
});

const read = (source: string) => source.replace(/=\r\n/g, "").replaceAll("=3D", "=");
const newAddress = () => `${randomUUID()}@example.org`;
const takenBy = (to: string) => server.taken.filter((mail) => mail.to === to);

/** A mail with a link, in the outbox, with its job. */
async function post(more: Partial<NewMail> = {}) {
  const memberId = more.memberId === undefined ? await newMember() : more.memberId;
  const to = more.to ?? newAddress();
  const linkId = await prisma.$transaction(async (tx) => {
    const { id } = await createLink(tx, { kind: "RESET_PASSWORD", memberId, email: to });
    const mail = { kind: "RESET_PASSWORD", data: { linkId: id }, locale: "en" } as const;
    await postMail(tx, { ...mail, ...more, memberId, to } as NewMail);
    return id;
  });
  const { id } = await prisma.mail.findFirstOrThrow({ where: { to } });
  return { id, to, linkId };
}

/** A mail without a job, for the test to deliver. */
async function put(more: object = {}) {
  const to = newAddress();
  const data = { linkId: randomUUID() };
  const row = { memberId: await newMember(), to, kind: "RESET_PASSWORD", locale: "ko", data, ...more };
  return { to, ...(await prisma.mail.create({ data: row, select: { id: true } })) };
}

test("sends a mail after its transaction commits, in the member's language, with a link to AUTH_URL", async () => {
  const { id, to, linkId } = await post();
  await expect.poll(() => takenBy(to)).toHaveLength(1);
  const source = read(takenBy(to)[0]!.source);
  expect(source).toContain("From: Sora <sora@example.org>");
  expect(source).toContain(`Message-ID: <${id}@sora.example>`);
  expect(source).toContain("Subject: Sora: choose a new password");
  expect(source.split(`https://sora.example/reset/${linkToken(linkId)}`)).toHaveLength(3); // as text and as HTML
  await expect
    .poll(() => prisma.mail.findUnique({ where: { id } }))
    .toMatchObject({ sentAt: expect.any(Date) });
});

test("a failed transaction sends no mail", async () => {
  const to = newAddress();
  const memberId = await newMember();
  const failing = prisma.$transaction(async (tx) => {
    const data = { event: "PASSWORD_CHANGED", device: "", timeZone: "Asia/Seoul" } as const;
    await postMail(tx, { kind: "SECURITY", data, memberId, to, locale: "ko" });
    throw new Error("never mind");
  });
  await expect(failing).rejects.toThrow("never mind");
  expect(await prisma.mail.count({ where: { to } })).toBe(0);
});

test("retries a mail that a busy server refused, and sends it once", async () => {
  captureLog();
  const { id, to } = await put();
  server.refuse = { code: 451, at: "data" };
  await expect(deliverMail(id)).rejects.toThrow("EMESSAGE:451");
  expect(await prisma.mail.findUnique({ where: { id } })).toMatchObject({ sentAt: null, failure: null });

  server.refuse = null;
  await deliverMail(id);
  await deliverMail(id);
  expect(takenBy(to)).toHaveLength(1);
});

test("does not retry a permanent refusal, and logs neither the server's text nor the address", async () => {
  const { records } = captureLog();
  const { id, to } = await put();
  server.refuse = { code: 550, at: "recipient" };
  await deliverMail(id);
  expect(await prisma.mail.findUnique({ where: { id } })).toMatchObject({ failure: "EENVELOPE:550" });
  server.refuse = null;
  await deliverMail(id);
  expect(takenBy(to)).toHaveLength(0);
  expect(records).toEqual([
    expect.objectContaining({ event: "mail was refused", mailId: id, code: "EENVELOPE:550" }),
  ]);
  expect(JSON.stringify(records)).not.toMatch(/@/);
});

test("deletes a mail to an address without an account, and does not send an expired one", async () => {
  const nobody = await put({ memberId: null });
  await deliverMail(nobody.id);
  expect(await prisma.mail.count({ where: { id: nobody.id } })).toBe(0);

  const late = await put({ expiresAt: new Date(Date.now() - 1000) });
  await deliverMail(late.id);
  expect(await prisma.mail.findUnique({ where: { id: late.id } })).toMatchObject({ failure: "EXPIRED" });
  expect(server.taken).toEqual([]);
});

test("sends the mail about a deletion to the former member, and keeps no copy", async () => {
  const data = { device: "Chrome · Windows", timeZone: "Asia/Seoul" };
  const { id, to } = await put({ memberId: null, kind: "ACCOUNT_DELETED", data });
  await deliverMail(id);
  const [mail] = takenBy(to);
  expect(mail!.source).toContain("Auto-Submitted: auto-generated");
  const { subject, text } = renderMail({ kind: "ACCOUNT_DELETED", data, locale: "en", at: new Date(0) });
  expect(subject).toBe("Sora: your account was deleted");
  expect(text).toContain("January 1, 1970 at 9:00");
  expect(text).toContain("https://sora.example");
  expect(text).not.toContain("/settings");
  expect(await prisma.mail.count({ where: { id } })).toBe(0);
});

test("neither the outbox nor the link's row contains the token", async () => {
  const { id, linkId } = await post();
  const token = linkToken(linkId);
  const mail = await prisma.mail.findUniqueOrThrow({ where: { id } });
  const link = await prisma.accountLink.findUniqueOrThrow({ where: { id: linkId } });
  expect(JSON.stringify([mail, link])).not.toContain(token);
  expect(Buffer.from(link.tokenHash)).toEqual(createHash("sha256").update(token).digest());
});

test.each(["ko", "en"] as const)("escapes the name of a device in a mail, in %s", (locale) => {
  const data = { event: "NEW_SIGN_IN", device: "<b>&Chrome", timeZone: "Asia/Seoul" } as const;
  const mail = renderMail({ kind: "SECURITY", data, locale, at: new Date("2026-11-30T15:30:00Z") });
  expect(mail.text).toContain("<b>&Chrome");
  expect(mail.text).toMatch(/12월 1일|December 1/);
  expect(mail.html).toContain("&lt;b&gt;&amp;Chrome");
  expect(mail.html).not.toContain("<b>");
});
