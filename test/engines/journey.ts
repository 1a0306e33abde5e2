import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";

import { admin } from "../../e2e/fixtures.ts";
import type { Engine } from "./engine.ts";
import { Person } from "./person.ts";

const gym = "^(물결짐|Mulgyeol Gym)";
const reply = "article[aria-busy]";
const words = `${reply} [lang]`;

/** Signs up, writes a page, gets a reply and writes a review, which an admin publishes. @throws at the first failure */
export async function walk(engine: Engine, url: string, done: (step: string) => void): Promise<void> {
  const person = new Person(engine, url);
  const id = crypto.randomUUID().slice(0, 8);
  const page = `A long walk by the sea today, and soup. ${id}`;
  const review = `There is a rumour that the owner of this gym stole money and was arrested. ${id}`;

  await person.open("/signup");
  await person.write("^(이름|Name)$", "Sora");
  await person.write("^(이메일|E-mail)$", `${id}@sora.test`);
  await person.write("^(비밀번호|Password)$", "a long walk by the sea");
  await person.press("button", "^(시작하기|Begin)$");
  await person.isAt("/diary");
  done("signed up");

  await person.write("의 일기$|^Diary of ", page);
  await person.sees(/저장했어요|Saved at/);
  done("wrote a page, and it was saved");

  await person.choose("^F ·");
  await person.press("button", "^(소라에게 보내기|Send to Sora)$");
  const lengths = await watchReply(person);
  assert.ok(lengths.size >= 4, `the reply came in ${lengths.size} pieces`);
  const answered = await person.read(words);
  done(`a reply streamed in (${lengths.size} lengths seen)`);

  await person.open("/diary");
  await person.until("the page as it was", async () => (await person.read("main section[lang]")) === page);
  await person.until("the reply as it was", async () => (await person.read(words)) === answered);
  done("both are there after loading the page again");

  await person.open("/gyms");
  await person.press("link", gym);
  await person.sees(/리뷰 쓰기|Write a review/);
  await person.press("link", "^(리뷰 쓰기|Write a review)");
  await person.choose("^(별 2개:|2 stars:)");
  await person.write("^(리뷰|Your review)$", review);
  await person.press("button", "^(리뷰 보내기|Send review)$");
  await person.sees(/사람이 살펴보고 있어요|A person is looking at it/);
  done("wrote a review, which waits for a person");

  await engine.forget();
  await person.open("/signin");
  await person.write("^(이메일|E-mail)$", admin.email);
  await person.write("^(비밀번호|Password)$", admin.password);
  await person.press("button", "^(로그인|Sign in)$");
  await person.isAt("/diary");
  await person.open("/admin/moderation");
  await person.press("link", id);
  await person.sees(new RegExp(id), "main article");
  await person.press("button", "^(승인|공개|Approve|Publish)");
  await person.until("the decision", async () => !(await person.read("main article"))?.includes(id));
  await engine.forget();
  await person.open("/gyms");
  await person.press("link", gym);
  await person.sees(new RegExp(id));
  done("an admin published it by hand, and a stranger reads it");
}

/** @returns the reply's lengths while it streamed */
async function watchReply(person: Person): Promise<Set<number>> {
  const lengths = new Set<number>();
  await person.until("the whole reply", async () => {
    const text = await person.read(words);
    if (text) lengths.add(text.length);
    await sleep(20);
    return (await person.attribute(reply, "aria-busy")) === "false";
  });
  return lengths;
}
