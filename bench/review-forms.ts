// Sends reviews like a browser without JavaScript: the form's fields, posted as multipart/form-data.
import { encode } from "next-auth/jwt";
import { type Fields, hiddenFields } from "../test/hidden-fields.ts";
import { soraSettings } from "./settings.ts";

const cookieName = "authjs.session-token";
const memberCount = 100;
const gymCount = 12;

type Author = { id: string; cookie: string };
export type Sent = { ms: number; failure: string | null };

export async function openReviewForms(soraUrl: string) {
  const { createMember } = await import("../lib/auth/create-member.ts");
  const { prisma } = await import("../lib/db.ts");

  const authors: Author[] = [];
  while (authors.length < memberCount) {
    const created = await createMember({ email: `bench-${authors.length}@sora.test`, name: "벤치" });
    if (!created.ok) throw new Error(created.error);
    const { id, sessionVersion } = created.data;
    const token = { memberId: id, sessionVersion };
    const session = await encode({ token, secret: soraSettings.AUTH_SECRET, salt: cookieName });
    authors.push({ id, cookie: `${cookieName}=${session}` });
  }

  const forms: { url: string; fields: Fields }[] = [];
  while (forms.length < gymCount) {
    const slug = `bench-gym-${forms.length}`;
    await prisma.gym.create({
      data: { slug, name: "벤치 짐", district: "마포구", address: "서울 양화로 45" },
    });
    const url = `${soraUrl}/gyms/${slug}/review`;
    const page = await fetch(url, { headers: { cookie: authors[0]!.cookie } });
    forms.push({ url, fields: hiddenFields(await page.text()) });
  }

  let next = 0;

  /** Sends the next member's review of the next gym. No pair repeats. */
  async function send(body: string): Promise<Sent> {
    const at = next++;
    const member = at % memberCount;
    const author = authors[member]!;
    const round = Math.floor(at / memberCount);
    if (round >= gymCount) throw new Error("everyone has reviewed everything");
    const { url, fields } = forms[(member + round) % gymCount]!;

    const form = new FormData();
    for (const [name, value] of fields) form.append(name, name === "member" ? author.id : value);
    form.append("stars", "4");
    form.append("body", body);
    form.append("trainer", "");
    const startedAt = performance.now();
    const answer = await fetch(url, {
      method: "POST",
      headers: { cookie: author.cookie, origin: soraUrl },
      body: form,
      redirect: "manual",
    });
    await answer.arrayBuffer();
    const ms = performance.now() - startedAt;
    // An accepted review redirects to its gym. Anything else renders the form again.
    return { ms, failure: answer.status === 303 ? null : `status ${answer.status}` };
  }

  return async (bodies: string[], atATime: number): Promise<Sent[]> => {
    const left = bodies.values();
    const sent: Sent[] = [];
    const sendNext = async () => {
      for (const body of left) sent.push(await send(body));
    };
    await Promise.all(Array.from({ length: atATime }, sendNext));
    return sent;
  };
}
