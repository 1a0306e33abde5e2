import type { Page } from "@playwright/test";
import { expect, main, test } from "./fixtures.ts";
import { inDatabase } from "./support/database.ts";
import { expectAccessible } from "./support/expect-accessible.ts";

/** A device with a screen lock. @returns functions that make its owner absent and present */
async function addAuthenticator(page: Page) {
  // This authenticator confirms every request, also of a passkey that only fills in a form.
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
  });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    setVerified: (isUserVerified: boolean) =>
      devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
    setPresent: (enabled: boolean) =>
      devtools.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled }),
  };
}

async function addPasskey(page: Page, name: string) {
  await page.goto("/settings");
  await page.getByLabel("패스키 이름").last().fill(name);
  await page.getByRole("button", { name: "패스키 추가하기" }).click();
  await expect(main(page).getByText("추가했어요.")).toBeVisible();
}

const signOut = (page: Page) => page.context().clearCookies({ name: /session-token/ });

test("a passkey signs in, confirms its owner, can be renamed, and opens nothing after it is removed", async ({
  memberPage: page,
  member,
}) => {
  await addAuthenticator(page);
  await addPasskey(page, "내 노트북");
  await expectAccessible(page);

  await signOut(page);
  await page.goto("/signin?next=/settings");
  await page.getByRole("button", { name: "패스키로 로그인" }).click();
  await expect(page).toHaveURL("/settings");
  await expect(page.getByRole("listitem").filter({ hasText: "패스키로 로그인" })).toHaveCount(1);

  await inDatabase(
    `UPDATE session SET created_at = created_at - interval '1 hour'
      WHERE member_id = (SELECT id FROM member WHERE email = $1)`,
    [member.email],
  );
  await page.goto("/reauth?next=/settings");
  await expectAccessible(page);
  await page.getByRole("button", { name: "패스키로 확인" }).click();
  await expect(page).toHaveURL("/settings");

  await page.getByText("이름 바꾸기").click();
  await page.getByLabel("패스키 이름").first().fill("바다 노트북");
  await page.getByRole("button", { name: "이름 저장" }).click();
  await page.getByRole("button", { name: "바다 노트북 패스키 지우기" }).click();
  await expect(page.getByRole("button", { name: "바다 노트북 패스키 지우기" })).toBeHidden();

  await signOut(page);
  await page.goto("/signin");
  await page.getByRole("button", { name: "패스키로 로그인" }).click();
  await expect(main(page).getByRole("alert")).toHaveText(/패스키를 쓰지 못했어요/);
});

test("a member's passkey does not sign in a second time with the same answer", async ({
  memberPage: page,
}) => {
  await addAuthenticator(page);
  await addPasskey(page, "내 노트북");
  await signOut(page);
  await page.goto("/signin");
  const sent = page.waitForRequest(
    (request) => request.method() === "POST" && request.url().includes("/signin"),
  );
  await page.getByRole("button", { name: "패스키로 로그인" }).click();
  const request = await sent;
  await page.waitForURL(/\/diary/);

  await signOut(page);
  const { origin } = new URL(page.url());
  const headers = { ...(await request.allHeaders()), cookie: "" };
  const again = await page.request.post(`${origin}/signin`, {
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(":"))),
    data: request.postDataBuffer()!,
    maxRedirects: 0,
  });
  expect(again.headers()["set-cookie"] ?? "").not.toContain("session-token");
  await page.goto("/settings");
  await expect(page).toHaveURL(/\/signin/);
});
