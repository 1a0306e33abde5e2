import { pool } from "../../lib/db.ts";
import { newCaller } from "./callers.ts";
import { tryForgeries } from "./forged.ts";
import { type Hole, openLeakyServer } from "./leaky-server.ts";
import { tryMarkup } from "./markup.ts";
import { unnamedDoors, walkMatrix } from "./matrix.ts";
import { type Victim, plantVictim } from "./victim.ts";
import { randomFrom } from "../seeded-random.ts";

type Attack = (
  url: string,
  scene: { random: ReturnType<typeof randomFrom> },
) => Promise<{ problems: string[] }>;

type PlantedHole = {
  hole: string;
  /** What the attack must say of it. */
  caughtAs: RegExp;
  attack: Attack;
  plant: (scene: { victim: Victim; adminCookie: string }) => Hole;
};

/** A part of the matrix: those doors alone, and few callers. */
const matrix =
  (only: RegExp): Attack =>
  (url) =>
    walkMatrix(url, { only, kinds: ["nobody", "suspended member", "member"] });

const markup: Attack = (url, { random }) =>
  tryMarkup(url, { random, batches: 1, only: /^\/(gyms\/gym-[\w-]+|diary\/2026-10-01)$/ });

const forgery: Attack = (url, { random }) =>
  tryForgeries(url, { random, rounds: 0, only: /^PUT \/api\/diary\/[\d-]+$/ });

const startsWith = (path: string) => (asked: { url?: string | undefined }) => asked.url!.startsWith(path);

/** Holes that a server might have, each in one place. */
const plantedHoles: PlantedHole[] = [
  {
    hole: "a route looks at whose page is named, not at who asks",
    caughtAs: /member, GET \/api\/diary.*shows the victim's page/,
    attack: matrix(/^\/api\/diary$/),
    plant: ({ victim }) => ({
      onRequest: (asked, headers) => {
        if (startsWith("/api/diary")(asked) && headers.cookie) headers.cookie = victim.cookie;
      },
    }),
  },
  {
    hole: "an administration's page forgot its gate",
    caughtAs: /^member, GET \/admin\/people.*lets in/,
    attack: matrix(/^\/admin\/people$/),
    plant: ({ adminCookie }) => ({
      onRequest: (_, headers) => {
        headers.cookie = adminCookie;
      },
    }),
  },
  {
    hole: "an action writes into whatever row is named",
    caughtAs: /deleteReviewAction: changed review .*gone/,
    attack: matrix(/deleteReviewAction$/),
    plant: () => ({
      onRequest: async (asked) => {
        if (asked.method === "POST")
          await pool.query("DELETE FROM review WHERE published_revision_id IS NULL");
      },
    }),
  },
  {
    hole: "a moderators' action forgot its gate",
    caughtAs: /^member, .*decideAction: changed review_revision /,
    attack: matrix(/ decideAction$/),
    plant: ({ adminCookie }) => ({
      onRequest: (asked, headers) => {
        if (asked.method === "POST") headers.cookie = adminCookie;
      },
    }),
  },
  {
    hole: "a route's refusal says too much",
    caughtAs: /nobody, GET \/api\/session: shows the victim's mailAddress/,
    attack: matrix(/^\/api\/session$/),
    plant: ({ victim }) => ({
      onAnswer: (_, answer) => ({ ...answer, body: `${answer.body}${victim.email}` }),
    }),
  },
  {
    hole: "a suspended member may act",
    caughtAs: /suspended member, POST \/api\/push.*lets in/,
    attack: matrix(/^\/api\/push\/subscriptions$/),
    plant: () => ({
      onAnswer: (_, answer) => (answer.status === 401 ? { status: 201, body: "{}" } : answer),
    }),
  },
  {
    hole: "a route falls over",
    caughtAs: /answers 500/,
    attack: matrix(/^\/api\/build$/),
    plant: () => ({ onAnswer: (_, answer) => ({ ...answer, status: 500 }) }),
  },
  {
    hole: "a route does not look where a request comes from",
    caughtAs: /PUT \/api\/diary\/[\d-]+ answers 2\d\d to origin: https:\/\/evil\.test/,
    attack: forgery,
    plant: () => ({
      onRequest: (_, headers) => {
        delete headers.origin;
        delete headers["sec-fetch-site"];
      },
    }),
  },
  {
    hole: "a page draws a member's words as markup",
    caughtAs: /^\/gyms\/.*(<img|<script|the policy stopped script-src)/i,
    attack: markup,
    plant: () => ({ onAnswer: (_, answer) => ({ ...answer, body: unescaped(answer.body) }) }),
  },
  {
    hole: "a link runs a script",
    caughtAs: /^\/gyms\/.*<A href="javascript:/,
    attack: markup,
    plant: () => ({
      onAnswer: (_, answer) => ({
        ...answer,
        body: whereHostile(answer.body, '<a href="javascript:strangerHit()">words</a>'),
      }),
    }),
  },
  {
    hole: "a page asks another server",
    caughtAs: /^\/gyms\/.*(the policy stopped img-src|a request left for)/,
    attack: markup,
    plant: () => ({
      onAnswer: (_, answer) => ({
        ...answer,
        body: whereHostile(answer.body, '<img src="//evil.test/hit">'),
      }),
    }),
  },
];

/** On a page that draws a hostile word, and not where its letters alone stand. */
const whereHostile = (html: string, more: string): string =>
  html.includes("strangerHit()") ? html.replace("</main>", `${more}</main>`) : html;

const unescaped = (html: string): string => html.replaceAll("&lt;", "<").replaceAll("&gt;", ">");

/** @returns the planted holes, and those among them that went unnoticed */
export async function catchPlantedHoles({
  url,
  publicServerUrl,
  seed,
}: {
  url: string;
  /** Of the server that is reached by https. */
  publicServerUrl: string;
  seed: number;
}): Promise<{ planted: number; missed: string[] }> {
  const missed: string[] = [];
  const { cookie: adminCookie } = await newCaller("admin");
  for (const { hole, caughtAs, attack, plant } of plantedHoles) {
    const target = attack === forgery ? publicServerUrl : url;
    const leaky = await openLeakyServer(target, plant({ victim: await plantVictim(), adminCookie }));
    const { problems } = await attack(leaky.url, { random: randomFrom(seed) });
    leaky.close();
    const isNoticed = problems.some((problem) => caughtAs.test(problem));
    console.log(`planted: ${hole}: ${isNoticed ? "noticed" : "not noticed"}`);
    if (!isNoticed) missed.push(hole);
  }
  const unnamed = unnamedDoors(["/api/new/route"], ["lib/new.ts newAction"]);
  for (const [hole, name] of [
    ["a new route has no door", "/api/new has no door"],
    ["a new action has no door", "lib/new.ts newAction has no door"],
  ] as const)
    if (!unnamed.includes(name)) missed.push(hole);
  return { planted: plantedHoles.length + 2, missed };
}
