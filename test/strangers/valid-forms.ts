// What the forms of moderators and admins send where they do their work: each action's own fields, about a victim's things.
import { pool, prisma } from "../../lib/db.ts";
import type { UserId } from "../../lib/auth/user-id.ts";
import { currentJudge } from "../../lib/moderation/judge.ts";
import { getNewestPolicy } from "../../lib/moderation/policy/data.ts";
import { findDraft, saveDraftRule, seenWithoutDraft } from "../../lib/moderation/policy/draft.ts";
import type { Rule } from "../../lib/moderation/policy/rules.ts";
import { stateToken } from "../../lib/review/revision/state-token.ts";
import type { RevisionStatus } from "../../lib/review/schema.ts";
import { measureThresholds, readMeasured } from "../../lib/review/sample/measured-thresholds.ts";
import { newSignedIn } from "./callers.ts";
import type { Victim } from "./victim.ts";

type Fields = Record<string, string>;

type ValidForm = {
  /** Arguments that the page binds before the form. */
  bound?: (victim: Victim) => string[];
  fields: (victim: Victim) => Fields | Promise<Fields>;
  /** Makes what the form is about, where the action is to succeed. Outsiders' calls are made without it. */
  prepare?: (victim: Victim, callerId: string) => Promise<unknown>;
};

const seenOf = async (revisionId: string): Promise<string> => {
  const { rows } = await pool.query<{ attempt: number; status: RevisionStatus; itemId: string | null }>(
    `SELECT revision.attempt, revision.status, item.id AS "itemId" FROM review_revision revision
       LEFT JOIN moderation_item item ON item.revision_id = revision.id AND item.closed_at IS NULL
      WHERE revision.id = $1`,
    [revisionId],
  );
  return stateToken(rows[0]!);
};

const queue = "/admin/moderation";

const decision = async ({ held }: Victim): Promise<Fields> => ({
  revisionId: held.revisionId,
  kind: "APPROVE",
  note: "",
  quotes: "",
  seen: await seenOf(held.revisionId),
});

const decisions = async ({ held }: Victim): Promise<Fields> => ({
  item: `${held.revisionId} ${await seenOf(held.revisionId)}`,
  kind: "APPROVE",
  note: "",
});

const cannedNoteOf = async (text: string): Promise<string> => {
  const { rows } = await pool.query<{ id: string }>("SELECT id FROM canned_note WHERE text = $1", [text]);
  return rows[0]?.id ?? crypto.randomUUID();
};

/** The moderator's, under the name of the victim's id. */
const keepFilter = ({ memberId }: Victim, moderatorId: string) =>
  pool.query(
    "INSERT INTO saved_filter (id, moderator_id, name, search) VALUES (gen_random_uuid(), $1, $2, '?state=HELD')",
    [moderatorId, memberId],
  );

const filterId = async ({ memberId }: Victim): Promise<string> => {
  const { rows } = await pool.query<{ id: string }>("SELECT id FROM saved_filter WHERE name = $1", [
    memberId,
  ]);
  return rows[0]?.id ?? crypto.randomUUID();
};

const takerOf = async ({ held }: Victim): Promise<string> => {
  const { rows } = await pool.query<{ takerId: string | null }>(
    `SELECT taken_by_id AS "takerId" FROM moderation_item WHERE revision_id = $1 AND closed_at IS NULL`,
    [held.revisionId],
  );
  return rows[0]?.takerId ?? "";
};

const place = { district: "마포구", districtEn: "", address: "양화로 1", addressEn: "" };
const gymFields = { name: "낯선 짐", nameEn: "", ...place, nearby: "", nearbyEn: "" };
const trainerFields = { name: "낯선 트레이너", nameEn: "", specialty: "자세", specialtyEn: "" };
const newSlug = () => `new-${crypto.randomUUID().slice(0, 8)}`;

const draftSeen = async (): Promise<string> =>
  (await findDraft())?.seen ?? seenWithoutDraft(await getNewestPolicy(prisma));

const changedRule = async (): Promise<Rule> => {
  const { rules } = (await findDraft()) ?? (await getNewestPolicy(prisma));
  return { ...rules[0]!, forModel: `${rules[0]!.forModel} ${crypto.randomUUID().slice(0, 8)}` };
};

async function draft(_: Victim, adminId: string): Promise<void> {
  if (await findDraft()) return;
  const saved = { adminId: adminId as UserId, seen: await draftSeen(), rule: await changedRule() };
  await saveDraftRule({ ...saved, isNew: false });
}

/** Of each kind at most one runs: the others end. The lease keeps the server's own workers from it. */
const run = (status: string) => async (victim: Victim) => {
  await pool.query("UPDATE policy_run SET status = 'CANCELLED' WHERE status = 'RUNNING'");
  await pool.query(
    "UPDATE policy_run SET status = $2::\"PolicyRunStatus\", lease_until = now() + interval '1 hour' WHERE id = $1",
    [victim.runId, status],
  );
};
const runId = (victim: Victim) => ({ runId: victim.runId });

let judged: Promise<unknown> | undefined;

/** So many verdicts of the current judge, with which a moderator agreed who did not know them, that a threshold follows. */
async function judgedSample(): Promise<void> {
  await (judged ??= plantJudgedSample());
}

async function plantJudgedSample() {
  const [author, moderator] = [await newSignedIn("글쓴이"), await newSignedIn("담당자")];
  const { model, modelHost, promptVersion } = currentJudge();
  await pool.query(
    `WITH place AS (
       SELECT gen_random_uuid() AS gym_id, gen_random_uuid() AS review_id, gen_random_uuid() AS revision_id,
              gen_random_uuid() AS verdict_id FROM generate_series(1, 80)
     ), gym AS (
       INSERT INTO gym (id, slug, name, district, address) SELECT gym_id, gym_id::text, '표본 짐', '마포구', '양화로' FROM place
     ), review AS (
       INSERT INTO review (id, author_id, gym_id) SELECT review_id, $1, gym_id FROM place
     ), revision AS (
       INSERT INTO review_revision (id, review_id, number, stars, body, body_hash, locale, status, attempt, decided_at)
       SELECT revision_id, review_id, 1, 2, '불친절해요.', revision_id::text, 'ko', 'REJECTED', 1, now() FROM place
     ), verdict AS (
       INSERT INTO verdict (id, revision_id, attempt, decision, decided_by, rule, said_decision, said_rule, evidence,
                            confidence, policy_version, model, model_host, prompt_version)
       SELECT verdict_id, revision_id, 1, 'REJECT', 'MODEL', 'harassment', 'REJECT', 'harassment', ARRAY['불친절'],
              0.72, 1, $3, $4, $5 FROM place
     )
     INSERT INTO blind_judgement (verdict_id, moderator_id, decision, rule)
     SELECT verdict_id, $2, 'REJECT', 'harassment' FROM place`,
    [author.id, moderator.id, model, modelHost, promptVersion],
  );
}

async function proposal(): Promise<Fields> {
  const { promptVersion } = currentJudge();
  for (const { rule, proposal: found } of await measureThresholds(await readMeasured()))
    if (found.kind === "VALUE") return { rule: rule ?? "", value: String(found.value), promptVersion };
  return { rule: "harassment", value: "0.7", promptVersion };
}

const dayOf = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Its writer changes a note, and admins do. */
const ownNote = ({ noteId }: Victim, moderatorId: string) =>
  pool.query("UPDATE member_note SET writer_id = $2 WHERE id = $1", [noteId, moderatorId]);

/** By the name of the action, as in doors.ts. */
export const validForms: Record<string, ValidForm> = {
  "lib/account/member-note/actions.ts deleteMemberNoteAction": {
    fields: ({ noteId }) => ({ noteId }),
    prepare: ownNote,
  },
  "lib/account/member-note/actions.ts editMemberNoteAction": {
    fields: ({ noteId }) => ({ noteId, edit: "1", text: "고쳐 쓴 메모예요." }),
    prepare: ownNote,
  },
  "lib/account/member-note/actions.ts writeMemberNoteAction": {
    fields: ({ memberId }) => ({ memberId, text: "새로 쓴 메모예요." }),
  },
  "lib/account/people-actions.ts changeRoleAction": {
    fields: ({ memberId }) => ({ memberId, role: "MODERATOR" }),
  },
  "lib/account/people-actions.ts suspendReviewingAction": {
    fields: ({ memberId }) => ({ memberId, for: "7", until: "" }),
  },
  "lib/account/people-actions.ts restoreReviewingAction": {
    fields: ({ memberId }) => ({ memberId }),
    prepare: ({ memberId }) =>
      pool.query("UPDATE member SET no_reviews_until = now() + interval '1 day' WHERE id = $1", [memberId]),
  },
  "lib/gym/gym-actions.ts closeSuggestionAction": { fields: ({ suggestionId }) => ({ id: suggestionId }) },
  "lib/gym/gym-actions.ts createGymAction": { fields: () => ({ ...gymFields, slug: newSlug() }) },
  "lib/gym/gym-actions.ts createTrainerAction": {
    bound: ({ gymSlug }) => [gymSlug],
    fields: () => ({ ...trainerFields, slug: newSlug() }),
  },
  "lib/gym/gym-actions.ts updateGymAction": { bound: ({ gymSlug }) => [gymSlug], fields: () => gymFields },
  "lib/gym/gym-actions.ts updateTrainerAction": {
    bound: ({ gymSlug }) => [gymSlug, "han"],
    fields: () => trainerFields,
  },
  "lib/merge/actions.ts mergeGymsAction": {
    fields: ({ gymId, otherGymId }) => ({ fromId: otherGymId, intoId: gymId }),
  },
  "lib/merge/actions.ts mergeTrainersAction": {
    fields: ({ trainerId, otherTrainerId }) => ({ fromId: otherTrainerId, intoId: trainerId }),
  },
  "lib/moderation/policy/actions.ts discardDraftAction": {
    fields: async () => ({ seen: await draftSeen() }),
    prepare: draft,
  },
  "lib/moderation/policy/actions.ts publishPolicyAction": {
    fields: async () => ({ seen: await draftSeen(), note: "낯선 이가 바꿔 본 규칙" }),
    prepare: draft,
  },
  "lib/moderation/policy/actions.ts restoreRuleAction": {
    fields: async () => ({ seen: await draftSeen(), id: (await changedRule()).id }),
    prepare: draft,
  },
  "lib/moderation/policy/actions.ts saveRuleAction": {
    fields: async () => {
      const { id, wording, forModel } = await changedRule();
      const [ko, en] = [wording.ko, wording.en];
      const words = { titleKo: ko.title, textKo: ko.text, titleEn: en.title, textEn: en.text };
      return { seen: await draftSeen(), id, ...words, forModel, isOn: "on" };
    },
  },
  "lib/review/desk/actions.ts decideAction": { fields: decision },
  "lib/review/desk/actions.ts decideManyAction": { fields: decisions },
  "lib/review/desk/actions.ts undoAction": { fields: ({ actId }) => ({ actId }) },
  "lib/review/desk/actions.ts decideAppealAction": {
    fields: async ({ appealId, rejected }) => ({
      appealId,
      outcome: "OVERTURNED",
      answer: "다시 보니 규칙에 어긋나지 않아요.",
      seen: await seenOf(rejected.revisionId),
    }),
  },
  "lib/review/appeal/actions.ts askAuthorAction": {
    fields: ({ appealId }) => ({ appeal: appealId, text: "어느 부분이 그런지 알려 주시겠어요?" }),
  },
  "lib/review/desk/canned-notes-actions.ts keepCannedNoteAction": {
    fields: ({ memberId }) => ({ text: `모두를 위한 메모 ${memberId}` }),
  },
  "lib/review/desk/canned-notes-actions.ts dropCannedNoteAction": {
    fields: async ({ memberId }) => ({ id: await cannedNoteOf(memberId) }),
    prepare: ({ memberId }, moderatorId) =>
      pool.query("INSERT INTO canned_note (id, text, created_by_id) VALUES (gen_random_uuid(), $1, $2)", [
        memberId,
        moderatorId,
      ]),
  },
  "lib/review/desk/assignment/actions.ts assignItemAction": {
    fields: async (victim) => ({
      revisionId: victim.held.revisionId,
      to: "",
      takerId: await takerOf(victim),
    }),
    prepare: ({ held }, moderatorId) =>
      pool.query("UPDATE moderation_item SET taken_by_id = $2, taken_at = now() WHERE revision_id = $1", [
        held.revisionId,
        moderatorId,
      ]),
  },
  "lib/review/desk/saved-filter/actions.ts saveFilterAction": {
    fields: ({ memberId }) => ({ name: `내 목록 ${memberId.slice(0, 8)}`, here: `${queue}?state=HELD` }),
  },
  "lib/review/desk/saved-filter/actions.ts renameFilterAction": {
    fields: async (victim) => ({ id: await filterId(victim), name: "다른 이름" }),
    prepare: keepFilter,
  },
  "lib/review/desk/saved-filter/actions.ts deleteFilterAction": {
    fields: async (victim) => ({ id: await filterId(victim) }),
    prepare: keepFilter,
  },
  "lib/review/desk/queue-actions.ts decideInQueueAction": {
    fields: async (victim) => ({ ...(await decision(victim)), here: queue }),
  },
  "lib/review/desk/queue-actions.ts decideManyInQueueAction": {
    fields: async (victim) => ({ ...(await decisions(victim)), here: queue }),
  },
  "lib/review/desk/queue-actions.ts retryWaitingAction": {
    fields: () => ({}),
    prepare: ({ held }) =>
      pool.query(
        `UPDATE review_revision SET status = 'FAILED', decided_at = now(), retry_at = now() + interval '1 hour' WHERE id = $1`,
        [held.revisionId],
      ),
  },
  "lib/review/desk/queue-actions.ts undoInQueueAction": {
    fields: ({ actId }) => ({ actId, here: queue }),
  },
  "lib/review/policy-run/actions.ts cancelRunAction": { fields: runId, prepare: run("PAUSED") },
  "lib/review/policy-run/actions.ts pauseRunAction": { fields: runId, prepare: run("RUNNING") },
  "lib/review/policy-run/actions.ts resumeRunAction": {
    fields: (victim) => ({ ...runId(victim), moreCalls: "1" }),
    prepare: run("PAUSED"),
  },
  "lib/review/policy-run/actions.ts startRejudgeAction": {
    fields: () => ({ from: dayOf(-1), to: dayOf(1), rule: "", gym: "", callBudget: "1" }),
    prepare: run("DONE"),
  },
  "lib/review/policy-run/actions.ts startTrialAction": {
    fields: () => ({ size: "10", callBudget: "1" }),
    prepare: async (victim, adminId) => {
      await run("DONE")(victim);
      await draft(victim, adminId);
    },
  },
  "lib/review/sample/actions.ts judgeSampleAction": {
    fields: ({ published }) => ({ verdictId: published.verdictId, decision: "HOLD" }),
  },
  "lib/review/sample/actions.ts takeBackJudgementAction": {
    fields: () => ({}),
    prepare: ({ published }, moderatorId) =>
      pool.query(
        "INSERT INTO blind_judgement (verdict_id, moderator_id, decision) VALUES ($1, $2, 'APPROVE')",
        [published.verdictId, moderatorId],
      ),
  },
  "lib/review/sample/threshold-actions.ts setThresholdAction": { fields: proposal, prepare: judgedSample },
  "lib/review/sample/threshold-actions.ts undoThresholdAction": {
    fields: ({ thresholdId }) => ({ id: thresholdId }),
  },
  "lib/review/warning/actions.ts warnAuthorAction": {
    fields: ({ held }) => ({ revisionId: held.revisionId, rule: "profanity" }),
    prepare: ({ held }) =>
      pool.query("UPDATE reviewer_warning SET undone_at = now() WHERE revision_id = $1", [held.revisionId]),
  },
  "lib/review/warning/actions.ts undoWarningAction": { fields: ({ warningId }) => ({ warningId }) },
};
