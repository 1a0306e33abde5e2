// The signed-in members of Sora's streams: sessions, pages, and the saved replies.
import { encode } from "next-auth/jwt";
import { nameOf, pageDate, pageOf, replyOf, toneOf } from "./diary-pages.ts";
import { soraSettings } from "./settings.ts";

const cookieName = "authjs.session-token";
const atOnce = 8;

type Member = { headers: Record<string, string> };

async function forEachMember<T>(count: number, work: (member: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const member = next++;
      results[member] = await work(member);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

export async function prepareMembers(input: {
  count: number;
  soraUrl: string;
  tokens: number;
}): Promise<Member[]> {
  const { count, soraUrl, tokens } = input;
  const { createMember } = await import("../lib/auth/create-member.ts");
  return forEachMember(count, async (member) => {
    const created = await createMember({ email: `bench-${member}@sora.test`, name: nameOf(member) });
    if (!created.ok) throw new Error(created.error);

    const { id: memberId, sessionVersion } = created.data;
    const token = { memberId, sessionVersion };
    const session = await encode({ token, secret: soraSettings.AUTH_SECRET, salt: cookieName });
    const headers = { cookie: `${cookieName}=${session}`, "content-type": "application/json" };

    const body = JSON.stringify({ body: pageOf(member, tokens) });
    const saved = await fetch(`${soraUrl}/api/diary/${pageDate}`, { method: "PUT", headers, body });
    if (!saved.ok) throw new Error(`a page was not saved: ${saved.status} ${await saved.text()}`);
    return { headers };
  });
}

type SavedReply = { tone: string; status: string; text: string };

export async function checkSavedReplies(input: { members: Member[]; soraUrl: string; tokens: number }) {
  const { members, soraUrl, tokens } = input;
  const faults = await forEachMember(members.length, async (member) => {
    const answer = await fetch(`${soraUrl}/api/diary/${pageDate}`, { headers: members[member]!.headers });
    const { replies } = (await answer.json()) as { replies: SavedReply[] };
    const expected = replyOf(member, tokens);
    const isRight = ({ tone, status, text }: SavedReply) =>
      tone === toneOf(member) && status === "DONE" && text === expected;
    const wrong = replies.filter((reply) => !isRight(reply));
    return wrong.map(
      ({ status, text }) => `member ${member}: ${status}, ${text.length} of ${expected.length} characters`,
    );
  });
  return faults.flat();
}
