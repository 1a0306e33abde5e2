import { setTimeout as sleep } from "node:timers/promises";

import { type Browser, type BrowserContext, type Page, type Request, chromium } from "@playwright/test";

import { builtEntries, pathOf } from "../../e2e/support/build-manifests.ts";
import { addressOf } from "../../e2e/support/named-things.ts";
import { parseCsv } from "../../e2e/support/parse-csv.ts";
import type { randomFrom } from "../seeded-random.ts";
import { pool } from "../../lib/db.ts";
import { renderMail } from "../../lib/mail/render-mail.ts";
import { chosenBrowsers, launchOptions } from "../../scripts/browser.ts";
import { ask } from "./ask.ts";
import { newCaller } from "./callers.ts";
import { pageDoors } from "./doors.ts";
import { type Tally, newTally } from "./matrix.ts";
import { defused, nextPayload } from "./payloads.ts";
import { type Victim, plantVictim, thingsOf } from "./victim.ts";
import { type PlaceName, placeNames, places } from "./words.ts";

type Random = ReturnType<typeof randomFrom>;

/** Hostile texts of one place at one time. A name of any length is drawn alike; a reply is read block by block. */
const payloadsPerText = 12;

/** What the browser saw of a page: its elements, and what should not have happened. */
type Sight = { census: Record<string, number>; problems: string[] };

const loadMs = 20_000;

type Look = { context: BrowserContext; address: string };

/**
 * Elements as their name and the names of their attributes, and whatever no text may bring about. Runs in the page: of the
 * page itself, or of the HTML that was sent for it.
 */
function look(sent: string | null): Sight {
  const page = sent === null ? document : new DOMParser().parseFromString(sent, "text/html");
  if (sent !== null) dropFallbacks(page);
  const problems: string[] = [];
  const census: Record<string, number> = {};
  const words = new Set([
    "P",
    "STRONG",
    "EM",
    "DEL",
    "CODE",
    "PRE",
    "BR",
    "HR",
    "A",
    "H4",
    "BLOCKQUOTE",
    "UL",
    "OL",
    "LI",
    "DIV",
    "TABLE",
    "THEAD",
    "TBODY",
    "TR",
    "TH",
    "TD",
    "SUP",
  ]);
  const wordAttributes = new Set(["class", "style", "tabindex", "href", "target", "rel", "start"]);
  const isOurs = (value: string) => {
    const url = URL.parse(value, document.baseURI);
    return (
      url !== null && (url.origin === location.origin || url.protocol === "data:" || url.protocol === "blob:")
    );
  };
  for (const element of page.querySelectorAll("*")) {
    const tag = element.tagName;
    // The fonts that are there: by a cookie, and once the page is idle.
    const names = element.getAttributeNames().filter((name) => !/^data-(page-font|fonts)$/.test(name));
    for (const name of names) if (name.startsWith("on")) problems.push(`<${tag} ${name}>`);
    for (const name of ["href", "action", "formaction", "xlink:href"]) {
      const value = element.getAttribute(name);
      // React's own, on a form that its script sends.
      if (value === null || value.startsWith("javascript:throw new Error('A React form was")) continue;
      const scheme = URL.parse(value, document.baseURI)?.protocol ?? "none";
      if (!["http:", "https:", "mailto:", "tel:", "sms:"].includes(scheme))
        problems.push(`<${tag} ${name}="${value}">`);
    }
    for (const name of ["src", "srcset", "data", "poster", "background"]) {
      const value = element.getAttribute(name);
      if (value !== null && !isOurs(value)) problems.push(`<${tag} ${name}="${value}">`);
    }
    if (["IFRAME", "OBJECT", "EMBED", "BASE", "FRAME", "FRAMESET", "APPLET", "PORTAL"].includes(tag))
      problems.push(`<${tag}>`);
    const frame = element.closest('[class*="[&_a]:underline"]');
    if (frame && frame !== element) {
      // A model's words: Markdown, and nothing else.
      if (!words.has(tag)) problems.push(`<${tag}> in a reply`);
      for (const name of names) if (!wordAttributes.has(name)) problems.push(`<${tag} ${name}> in a reply`);
      continue;
    }
    if (["SCRIPT", "LINK", "STYLE", "HEAD", "NEXT-ROUTE-ANNOUNCER", "TEMPLATE"].includes(tag)) continue;
    const own = tag === "FORM" ? names.filter((name) => name !== "action") : names;
    const key = `${tag.toLowerCase()} ${own.toSorted().join(" ")}`;
    census[key] = (census[key] ?? 0) + 1;
  }
  const seen = (window as unknown as { strangerSeen?: string[] }).strangerSeen ?? [];
  return { census, problems: [...problems, ...seen] };

  /** Whether a part was late depends on the server's load: what stands in its place goes, and the box that it comes in. */
  function dropFallbacks(html: Document): void {
    for (const late of html.querySelectorAll('template[id^="B:"]')) {
      let depth = 0;
      for (let node: ChildNode | null = late; node;) {
        const next: ChildNode | null = node.nextSibling;
        if (node.nodeType === Node.COMMENT_NODE) {
          const mark = node.nodeValue!;
          if (mark === "/$" && depth === 0) break;
          if (/^\$[?!~]?$/.test(mark)) depth += 1;
          if (mark === "/$") depth -= 1;
        }
        node.remove();
        node = next;
      }
    }
    for (const box of html.querySelectorAll('div[hidden][id^="S:"]')) box.replaceWith(...box.childNodes);
  }
}

/** In each page, before anything of it: notes a script that runs, what the policy stopped, and when elements last changed. */
function watch(): void {
  const seen: string[] = [];
  Object.assign(window, {
    strangerSeen: seen,
    strangerHit: () => void seen.push("a script ran"),
    strangerChangedAt: performance.now(),
  });
  const note = () => Object.assign(window, { strangerChangedAt: performance.now() });
  new MutationObserver(note).observe(document, { subtree: true, childList: true, attributes: true });
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    seen.push(`the policy stopped ${violatedDirective} ${blockedURI}`),
  );
}

/** Elements have not changed for so long: parts that come late, by a script or by a call of it, are there. */
const quietMs = 400;
const settleMs = 10_000;

/** @returns the HTML as it was sent, before React takes away what it would not have drawn */
async function load(page: Page, address: string, isAsking: () => boolean): Promise<string> {
  const response = await page.goto(address, { waitUntil: "load", timeout: loadMs });
  // React has taken over: what it would draw differently from the server is drawn by now.
  const isDrawn = () => {
    const main = document.querySelector("main");
    return main !== null && Object.keys(main).some((key) => key.startsWith("__react"));
  };
  await page.waitForFunction(isDrawn, undefined, { timeout: loadMs });
  for (const deadline = Date.now() + settleMs; Date.now() < deadline;) {
    const quietForMs = await page.evaluate(
      () => performance.now() - (window as unknown as { strangerChangedAt: number }).strangerChangedAt,
    );
    if (quietForMs > quietMs && !isAsking()) break;
    await sleep(100);
  }
  return (await response?.text()) ?? "";
}

async function lookTwice(page: Page, sent: string): Promise<Sight> {
  const late = await page.evaluate(look, null);
  const early = await page.evaluate(look, sent);
  const census = { ...late.census };
  for (const [name, count] of Object.entries(early.census)) census[`${name} (as sent)`] = count;
  return { census, problems: [...new Set([...early.problems, ...late.problems])] };
}

async function see(page: Page, url: string, address: string): Promise<Sight> {
  const strange: string[] = [];
  const asked = new Set<Request>();
  const onRequest = (request: Request) => {
    const { protocol, origin, pathname } = new URL(request.url());
    // Streams of events do not end.
    if (!pathname.endsWith("/stream")) asked.add(request);
    if (origin !== new URL(url).origin && protocol !== "data:" && protocol !== "blob:")
      strange.push(`a request left for ${request.url()}`);
  };
  const onDialog = (dialog: { dismiss(): Promise<void> }) => {
    strange.push("a dialog opened");
    void dialog.dismiss();
  };
  const onAnswered = (request: Request) => void asked.delete(request);
  page.on("request", onRequest).on("dialog", onDialog);
  page.on("requestfinished", onAnswered).on("requestfailed", onAnswered);
  const sent = await load(page, url + address, () => asked.size > 0).catch(() => null);
  if (sent === null) strange.push("did not load");
  const sight = await lookTwice(page, sent ?? "").catch((): Sight => ({
    census: {},
    problems: ["went somewhere else"],
  }));
  page.off("request", onRequest).off("dialog", onDialog);
  page.off("requestfinished", onAnswered).off("requestfailed", onAnswered);
  return { census: sight.census, problems: [...strange, ...sight.problems] };
}

/** What came of the signs: elements that the words alone do not make, and whatever else did not happen with them. */
function whatCameOf(words: Sight, hostile: Sight): string[] {
  const made = Object.entries(hostile.census).filter(([name, count]) => count > (words.census[name] ?? 0));
  return [
    ...hostile.problems.filter((problem) => !words.problems.includes(problem)),
    ...made.map(
      ([name, count]) =>
        `<${name}> ${words.census[name] ?? 0} times with the words alone, ${count} with signs`,
    ),
  ];
}

/** Pages on which any of the words are drawn, each as one who may see them. */
async function findLooks(
  browser: Browser,
  { url, victim, only }: { url: string; victim: Victim; only: RegExp },
): Promise<{ looks: Look[]; unseen: PlaceName[] }> {
  await write(victim, (place) => `${markOf(place)} 말`);
  const admin = await newCaller("admin");
  const looks: Look[] = [];
  const seen = new Set<PlaceName>();
  for (const cookie of [victim.cookie, victim.suspended.cookie, admin.cookie]) {
    const [name, value] = cookie.split("=") as [string, string];
    const context = await browser.newContext({ locale: "ko-KR", serviceWorkers: "block" });
    await context.addCookies([{ name, value, url, httpOnly: true, sameSite: "Lax" }]);
    await context.addInitScript(watch);
    for (const address of addressesOf(victim).filter((one) => only.test(one))) {
      const { text } = await ask(url + address, { cookie, headers: { "accept-language": "ko" } });
      const drawn = placeNames.filter((place) => text.includes(markOf(place)));
      // What an earlier look draws already is drawn by the same components.
      if (drawn.every((place) => seen.has(place))) continue;
      for (const place of drawn) seen.add(place);
      looks.push({ context, address });
    }
  }
  return { looks, unseen: placeNames.filter((place) => !seen.has(place)) };
}

const markOf = (place: PlaceName): string => `zm${place.toLowerCase()}mz`;

function addressesOf(victim: Victim): string[] {
  const filled = builtEntries()
    .filter((entry) => pathOf(entry) in pageDoors && !/^\/(_|dev)/.test(pathOf(entry)))
    .flatMap((entry) => thingsOf(victim).flatMap((things) => addressOf(entry, things) ?? []));
  const queue = [victim.held, victim.rejected, victim.published].map(
    ({ revisionId }) => `/admin/moderation?item=${revisionId}`,
  );
  return [...new Set([...filled, ...queue, `/gyms?q=${markOf("gymName")}`])];
}

async function write(victim: Victim, textOf: (place: PlaceName) => string): Promise<void> {
  for (const place of placeNames) await places[place](victim, textOf(place));
}

async function seeAll(looks: Look[], url: string): Promise<Sight[]> {
  const sights: Sight[] = [];
  const waiting = looks.map((one, at) => ({ ...one, at }));
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const page = await next.context.newPage();
      sights[next.at] = await see(page, url, next.address);
      await page.close();
    }
  };
  await Promise.all([work(), work(), work()]);
  return sights;
}

/** Hostile words everywhere that words are drawn: no element, no script and no request comes of them. */
export async function tryMarkup(
  url: string,
  { random, batches, only = /.?/ }: { random: Random; batches: number; only?: RegExp },
): Promise<Tally> {
  const tally = newTally();
  const browser = await chromium.launch(launchOptions(chosenBrowsers().light));
  try {
    const victim = await plantVictim();
    // Admins see the oldest ones, until these are dealt with.
    await pool.query("UPDATE gym_suggestion SET closed_at = now() WHERE id <> $1", [victim.suggestionId]);
    const { looks, unseen } = await findLooks(browser, { url, victim, only });
    tally.problems.push(...unseen.map((place) => `${place} is drawn nowhere: it is not tried`));
    for (let batch = 0; batch < batches; batch += 1) {
      const texts = new Map(placeNames.map((place) => [place, hostileText(place, random)]));
      await write(victim, (place) => defused(texts.get(place)!));
      const words = await seeAll(looks, url);
      await write(victim, (place) => texts.get(place)!);
      const hostile = await seeAll(looks, url);
      for (const [at, { address }] of looks.entries()) {
        const wrong = whatCameOf(words[at]!, hostile[at]!);
        if (wrong.length === 0) continue;
        // A page that was seen while its last part arrived is seen once more.
        const [again] = await seeAll([looks[at]!], url);
        const stays = whatCameOf(words[at]!, again!).filter((problem) => wrong.includes(problem));
        tally.problems.push(...stays.map((problem) => `${address}, batch ${batch}: ${problem}`));
      }
      tally.cells.set("hostile texts drawn", (batch + 1) * placeNames.length * payloadsPerText);
    }
    tally.cells.set("pages looked at", looks.length * batches * 2);
    if (only.test("a mail")) await tryMails(browser, random, tally);
  } finally {
    await browser.close();
  }
  return tally;
}

const oneLine = new Set<PlaceName>([
  "displayName",
  "gymName",
  "gymNameEn",
  "trainerName",
  "publishedAuthor",
  "passkeyName",
]);

function hostileText(place: PlaceName, random: Random): string {
  const payloads = Array.from({ length: payloadsPerText }, () => nextPayload(random).replaceAll("\0", ""));
  if (oneLine.has(place)) return payloads.join(" ").replaceAll(/[\r\n]+/g, " ");
  return payloads.join("\n\n");
}

const mails = 100;

/** The only words in a mail that a stranger chooses: the name of a device. */
async function tryMails(browser: Browser, random: Random, tally: Tally): Promise<void> {
  const page = await browser.newPage();
  await page.addInitScript(watch);
  const drawn = async (device: string): Promise<Sight> => {
    const data = { event: "NEW_SIGN_IN" as const, device, timeZone: "Asia/Seoul" };
    const { html } = renderMail({ kind: "SECURITY", data, locale: "ko", at: new Date() });
    await page.setContent(html);
    return page.evaluate(look, null);
  };
  for (let at = 0; at < mails; at += 1) {
    const device = nextPayload(random);
    const [words, hostile] = [await drawn(defused(device)), await drawn(device)];
    const found = whatCameOf(words, hostile);
    tally.problems.push(...found.map((problem) => `a mail about ${JSON.stringify(device)}: ${problem}`));
  }
  tally.cells.set("mails", mails);
}

const formulas = [
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(1)",
  "\t=1+1",
  "\r=1+1",
  "＝1+1",
  "＋1",
  '=HYPERLINK("//evil.test","x")',
  "=cmd|' /C calc'!A1",
  "-2+3+cmd|' /C calc'!A0",
  '","=1+1',
  '"\r\n=1+1,"',
];

/** What people wrote, in a file that a spreadsheet opens: nothing of it is computed. */
export async function tryFormulas(url: string): Promise<Tally> {
  const tally = newTally();
  const admin = await newCaller("admin");
  for (const formula of formulas) {
    const victim = await plantVictim();
    for (const place of ["note", "rejectedReview", "gymName", "displayName", "evidence"] as const)
      await places[place](victim, formula);
    const days = { from: dayOf(-1), to: dayOf(1) };
    for (const file of ["decisions.csv", "reply-feedback.csv"]) {
      const { text, status } = await ask(`${url}/api/admin/export/${file}?from=${days.from}&to=${days.to}`, {
        cookie: admin.cookie,
      });
      if (status !== 200) {
        tally.problems.push(`${file}: answers ${status}`);
        continue;
      }
      const cells = parseCsv(text.replace(/^\uFEFF/, "")).flat();
      tally.cells.set("cells of exports", (tally.cells.get("cells of exports") ?? 0) + cells.length);
      const computed = cells.filter(
        (cell) => /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) && !/^-?[\d.]+$/.test(cell),
      );
      tally.problems.push(
        ...computed.map((cell) => `${file}: a spreadsheet computes ${JSON.stringify(cell)}`),
      );
    }
  }
  return tally;
}

const dayOf = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
