import { pathOf } from "./build-manifests.ts";

export type NamedThings = {
  gymId: string;
  gymSlug: string;
  memberId: string;
  held: { reviewId: string; revisionId: string; verdictId: string };
  appealId: string;
  runId: string;
  replyId: string;
  unknownId: string;
  date: string;
  subscriptionId?: string;
};

/** Values of path parameters, by the segment before them: `gyms/[slug]`. */
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

/** The path of a manifest entry (`/admin/gyms/[slug]/page`). Undefined when a parameter has no sample. */
export function addressOf(entry: string, things: NamedThings): string | undefined {
  const segments = pathOf(entry).split("/").slice(1);
  const filled = segments.map((segment, at) =>
    segment.startsWith("[") ? parameters[`${segments[at - 1]}/${segment}`]?.(things) : segment,
  );
  return filled.every((segment) => segment !== undefined) ? `/${filled.join("/")}` : undefined;
}

/** Every field that an action of a moderator or an admin reads, with a valid value. */
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
    to: things.memberId,
    takerId: "",
    noteId: unknownId,
    warningId: unknownId,
    here: "/admin/moderation?state=HELD",
    replyId: things.replyId,
  };
}
