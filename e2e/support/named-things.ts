import { pathOf } from "./build-manifests.ts";

/** One of each thing that an address or a form can name. */
export type NamedThings = {
  gymId: string;
  gymSlug: string;
  memberId: string;
  held: { reviewId: string; revisionId: string; verdictId: string };
  appealId: string;
  runId: string;
  /** Of a reply that is shown to the team. */
  replyId: string;
  /** Of nothing. */
  unknownId: string;
  /** A day with a page of the member's. */
  date: string;
  /** A device that the member lets Sora push to. */
  subscriptionId?: string;
};

/** What stands in an address for its parameters, by the segment before: `gyms/[slug]`. */
const parameters: Record<string, (things: NamedThings) => string | undefined> = {
  "gyms/[slug]": ({ gymSlug }) => gymSlug,
  "trainers/[trainer]": () => "han",
  "people/[id]": ({ memberId }) => memberId,
  "appeals/[id]": ({ appealId }) => appealId,
  "feedback/[id]": ({ replyId }) => replyId,
  "runs/[id]": ({ runId }) => runId,
  "draft/[rule]": () => "profanity",
  "versions/[version]": () => "1",
  "export/[file]": () => "decisions.csv?from=2026-11-01&to=2026-11-02",
  "diary/[date]": ({ date }) => date,
  "months/[month]": ({ date }) => date.slice(0, 7),
  "replies/[id]": ({ replyId }) => replyId,
  "subscriptions/[id]": ({ subscriptionId }) => subscriptionId,
  "reviews/[id]": ({ held }) => held.reviewId,
  "report/[id]": ({ held }) => held.reviewId,
  "answer/[id]": ({ held }) => held.reviewId,
  "reset/[token]": () => "nobody-was-sent-this",
  "verify/[token]": () => "nobody-was-sent-this",
  "auth/[...nextauth]": () => "session",
  "api/[[...path]]": () => "nothing/here",
};

/** The address of a page or route of the build's manifest (`/admin/gyms/[slug]/page`); undefined when there is no sample for it. */
export function addressOf(entry: string, things: NamedThings): string | undefined {
  const segments = pathOf(entry).split("/").slice(1);
  const filled = segments.map((segment, at) =>
    segment.startsWith("[") ? parameters[`${segments[at - 1]}/${segment}`]?.(things) : segment,
  );
  return filled.every((segment) => segment !== undefined) ? `/${filled.join("/")}` : undefined;
}

/** Every field that an action of a moderator or an admin may read, with something it would do something with. */
export function actionFields(things: NamedThings): Record<string, string> {
  const { held, appealId, gymId, unknownId } = things;
  return {
    id: things.runId,
    memberId: things.memberId,
    role: "MODERATOR",
    for: "7",
    until: "2027-01-01",
    fromId: gymId,
    intoId: unknownId,
    revisionId: held.revisionId,
    kind: "APPROVE",
    rule: "profanity",
    seen: "0",
    note: "x",
    actId: unknownId,
    batchId: unknownId,
    appealId,
    outcome: "OVERTURNED",
    answer: "다시 보니 규칙에 어긋나지 않아요.",
    text: "어느 부분이 그런지 알려 주시겠어요?",
    verdictId: held.verdictId,
    decision: "REJECT",
    name: "hacked",
    district: "x",
    address: "x",
    specialty: "x",
    slug: `hacked-${unknownId.slice(0, 8)}`,
    runId: things.runId,
    size: "50",
    callBudget: "30",
    edit: "0",
    replyId: things.replyId,
  };
}
