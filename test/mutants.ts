/**
 * Small changes that a test must notice, for `npm run mutants`. Each removes one guard: a fence, a lock, a limit or an
 * owner in a query. If no test fails with the change, a test is missing.
 */

type Change = {
  /** What the change removes, in words. */
  name: string;
  /** Must occur exactly once in the file: otherwise the test of this list fails. */
  find: string;
  replace: string;
  /** Part of the names of the tests to run in `test`. Default: the whole file. */
  named?: string;
};

export type Mutant = Change & { file: string; test: string };

const of = (file: string, test: string, changes: Change[]): Mutant[] =>
  changes.map((change) => ({ file, test, ...change }));

const replies = "lib/diary/replies.test.ts";
const waitForModel = "lib/review/judging/wait-for-model.test.ts";
const settling = "lib/review/judging/settle-revision.test.ts";
const judging = "lib/moderation/judge-texts.test.ts";
const undoing = "lib/review/decision/undo.test.ts";
const undoingLater = "lib/review/decision/undo-later.test.ts";

const streaming = [
  ...of("lib/diary/write-reply.ts", replies, [
    {
      name: "any finish reason is the end of a whole reply",
      find: 'const isWhole = outcome.finishReason === "stop" || outcome.finishReason === "length";',
      replace: "const isWhole = true;",
      named: "ends for another reason",
    },
    {
      name: "a reply lost to another server counts as one that failed",
      find: 'if (reason === "LOST") return null;',
      replace: "",
      named: "that is no failure of the model",
    },
    {
      name: "a stopped reply counts as one that failed",
      find: 'if (reason === "STOPPED") return { status: "STOPPED" };',
      replace: "",
      named: "keeps what was written and ends the call",
    },
    {
      name: "a reply of thoughts only is not told from a garbled one",
      find: 'if (outcome.hasOnlyThoughts) return { status: "FAILED", failure: "MODEL_ONLY_THOUGHT" };',
      replace: "",
      named: "and writes nothing has FAILED",
    },
    {
      name: "a filtered reply is not told from a garbled one",
      find: 'if (outcome.finishReason === "content-filter") return { status: "FAILED", failure: "MODEL_REFUSED" };',
      replace: "",
      named: "FAILED with a reason, and keeps its text",
    },
    {
      name: "a reply without a word is whole",
      find: "if (!isWhole || !text.trim())",
      replace: "if (!isWhole)",
      named: "FAILED with a reason, and keeps its text",
    },
    {
      name: "the reader is not told that the model's limit cut the reply",
      find: 'isCut: outcome.finishReason === "length"',
      replace: "isCut: false",
      named: "that ends by its own limit",
    },
    {
      name: "thoughts are saved with the text",
      find: "    pieces = [];\n",
      replace: "",
      named: "has its thoughts neither shown in the end nor saved",
    },
    {
      name: "the text does not reach the log",
      find: "    line.pieces.push(piece);\n",
      replace: "",
      named: "is in its log once and in order",
    },
  ]),
  ...of("lib/diary/reply-log-writer.ts", replies, [
    {
      name: "every flush writes the earlier pieces again",
      find: "      line.pieces.splice(0, count);\n",
      replace: "",
      named: "is in its log once and in order",
    },
    {
      name: "the lease is not renewed",
      find: "now - line.renewedAt >= leaseRenewalMs ||",
      replace: "",
      named: "while it renews its lease",
    },
    {
      name: "a writer that lost its reply writes on",
      find: "if (stop === undefined) line.onLost();\n      else if (stop)",
      replace: "if (stop)",
      named: "that is no failure of the model",
    },
    {
      name: "a writer takes another one's attempt for its own",
      find: "ON reply.id = mine.id AND reply.attempt = mine.attempt AND",
      replace: "ON reply.id = mine.id AND",
      named: "that is no failure of the model",
    },
    {
      name: "the reply of a suspended member is written on",
      find: " OR member.suspended_at IS NOT NULL",
      replace: "",
      named: "happens automatically when the author is suspended",
    },
  ]),
  ...of("lib/diary/open-reply.ts", replies, [
    {
      name: "a second click opens a second reply",
      find: "entry_id IS NOT NULL AND running_id IS NULL AND running < $6",
      replace: "entry_id IS NOT NULL AND running < $6",
      named: "requested twice at once",
    },
    {
      name: "clicks in two tabs do not queue",
      find: "WHERE id = $1 FOR NO KEY UPDATE",
      replace: "WHERE id = $1",
      named: "limits the replies per day",
    },
    {
      name: "a reply that failed without a word is charged",
      find: "created_at >= $8 AND (status <> 'FAILED' OR first_text_ms IS NOT NULL)",
      replace: "created_at >= $8",
      named: "failures without a word do not count",
    },
    {
      name: "a reply beyond those that may run is refused and opened all the same",
      find: "running_id IS NULL AND running < $6",
      replace: "running_id IS NULL AND $6::int > 0",
      named: "limits the running replies of one member",
    },
    {
      name: "a suspended member may ask for a reply",
      find: " AND member.suspended_at IS NULL",
      replace: "",
      named: "happens automatically when the author is suspended",
    },
  ]),
  ...of("lib/diary/follow-log.ts", replies, [
    {
      name: "a follower shows what was thought",
      find: "if (piece === restartMark) broadcast.think();\n      else broadcast.say(piece);",
      replace: "broadcast.say(piece);",
      named: "is shown without its thoughts",
    },
    {
      name: "a follower joins the text to the thoughts that it read",
      find: "if (!whole.startsWith(broadcast.text)) broadcast.think();",
      replace: "",
      named: "is shown without its thoughts",
    },
  ]),
  ...of("lib/diary/reply-broadcast.ts", replies, [
    {
      name: "who comes late misses the beginning",
      find: "      ...this.#pieces.map((piece) => textFrame(this.attempt, piece)),\n",
      replace: "",
      named: "is whole for a late watcher",
    },
  ]),
  ...of("lib/diary/reply-data.ts", replies, [
    {
      name: "a stranger may watch a reply",
      find: "where: { id: replyId, authorId }, select: { status: true }",
      replace: "where: { id: replyId }, select: { status: true }",
      named: "can neither watch, stop nor see a reply",
    },
    {
      name: "a stranger may stop a reply",
      find: "where: { id: replyId, authorId },\n    data: { stopRequestedAt",
      replace: "where: { id: replyId },\n    data: { stopRequestedAt",
      named: "can neither watch, stop nor see a reply",
    },
  ]),
];

const settlingReplies = [
  ...of("lib/diary/reply-lease.ts", replies, [
    {
      name: "a writer that lost its lease saves its reply",
      find: "WHERE id = $1 AND attempt = $2 AND",
      replace: "WHERE id = $1 AND attempt >= $2 AND",
      named: "can neither complete nor log",
    },
    {
      name: "a saved reply is saved again",
      find: "attempt = $2 AND status IN ('PENDING', 'STREAMING')",
      replace: "attempt = $2",
      named: "only when the whole reply is saved",
    },
    {
      name: "an author is told of every reply",
      find: "settlement.attempt > 1 &&",
      replace: "settlement.attempt > 0 &&",
      named: "only when the whole reply is saved",
    },
    {
      name: "the log of a saved reply stays",
      find: "WHERE reply_log.reply_id = settled.id",
      replace: "WHERE reply_log.reply_id = settled.id AND false",
      named: "is in its log once and in order",
    },
  ]),
  ...of("lib/diary/take-over-replies.ts", replies, [
    {
      name: "a reply is taken from a writer that lives",
      find: " AND lease_until < now()\n",
      replace: "\n",
      named: "loses its reply only after its lease has expired",
    },
    {
      name: "what a stopped reply had logged is deleted",
      find: "claimed.id AND claimed.stop_requested_at IS NULL",
      replace: "claimed.id",
      named: "after its author pressed Stop leaves what was written",
    },
    {
      name: "a stopped reply is written again",
      find: "if (row.is_stopped)",
      replace: "if (!row)",
      named: "after its author pressed Stop leaves what was written",
    },
    {
      name: "a reply that kills its writers is never given up",
      find: "attempt <= maxAttempts",
      replace: "attempt > 0",
      named: "five times leaves a failed reply",
    },
  ]),
];

const judgingReviews = [
  ...of("lib/review/judging/claim-revisions.ts", settling, [
    {
      name: "a revision that somebody has locked keeps every judge waiting",
      find: "FOR UPDATE SKIP LOCKED",
      replace: "FOR UPDATE",
      named: "skips a revision that somebody has locked, without waiting for it",
    },
    {
      name: "a judge that slept keeps its revision",
      find: "SET attempt = attempt + 1,",
      replace: "SET attempt = attempt,",
      named: "of a judge whose lease expired is refused",
    },
    {
      name: "a judge renews another one's lease",
      find: "WHERE revision.id = mine.id AND revision.attempt = mine.attempt AND",
      replace: "WHERE revision.id = mine.id AND",
      named: "one whose lease has expired cannot be renewed",
    },
    {
      name: "a copy is judged beside its text",
      find: "WHERE ${isPending} AND judged.body_hash = revision.body_hash",
      replace: "WHERE ${isPending} AND false",
      named: "a later copy waits",
    },
  ]),
  ...of("lib/review/judging/claim-revisions.ts", waitForModel, [
    {
      name: "a copy is judged beside a text that is tried again",
      find: "WHERE ${isToRetry} AND judged.body_hash = revision.body_hash",
      replace: "WHERE ${isToRetry} AND false",
      named: "keeps copies of its text waiting",
    },
  ]),
  ...of("lib/review/judging/choose-batch.ts", settling, [
    {
      name: "a text that kills its judges takes others along",
      find: "triesOf(attempt) >= lonelyTries",
      replace: "triesOf(attempt) > lonelyTries",
      named: "of a text whose judges died twice",
    },
  ]),
  ...of("lib/review/judging/settle-revision.ts", settling, [
    {
      name: "a rejected review is published",
      find: "WHERE review.id = settled.review_id AND $3 = 'APPROVED'\n     ), superseded",
      replace: "WHERE review.id = settled.review_id\n     ), superseded",
      named: "that rejects keeps the review hidden",
    },
    {
      name: "an edit moves a review to the newest",
      find: "published_at = coalesce(published_at, first_published_at, now())",
      replace: "published_at = now()",
      named: "that approves an edit replaces the published revision",
    },
  ]),
  ...of("lib/review/judging/settle-revision.ts", "lib/review/desk/judge-again.test.ts", [
    {
      name: "who reported what is rejected now is not answered",
      find: "outcome IS NULL AND $3 = 'REJECTED'",
      replace: "outcome IS NULL AND false",
      named: "and rejected, a review is unpublished, and its reports are upheld",
    },
    {
      name: "an approval ends what members reported",
      find: "WHERE $3 = 'APPROVED' AND id = (SELECT item.id",
      replace: "WHERE false AND id = (SELECT item.id",
      named: "open reports remain for a moderator",
    },
  ]),
  ...of("lib/review/judging/judge-waiting.ts", "lib/review/judging/judge-waiting.test.ts", [
    {
      name: "a text that kills its judges is tried once more",
      find: "triesOf(attempt) > maxTries",
      replace: "triesOf(attempt) > maxTries + 1",
      named: "kills three judges over a review",
    },
  ]),
  ...of("lib/review/judging/judge-waiting.ts", "lib/review/judging/copied-text.test.ts", [
    {
      name: "one text may be sent for many places",
      find: "settleRevision(claim, await outcomeAfterCopies(claim, outcome), retry)",
      replace: "settleRevision(claim, outcome, retry)",
    },
  ]),
  ...of("lib/review/report/reported-edit.ts", "lib/review/report/report-review.test.ts", [
    {
      name: "an edit puts back what reports took off the page",
      find: "if (rows.length === 0) return outcome;",
      replace: "return outcome;",
      named: "when the author edits a reported review",
    },
  ]),
  ...of("lib/review/judging/retry-failed.ts", waitForModel, [
    {
      name: "a text that the model fails over is tried every minute for a day",
      find: "now() + greatest(now() - decided_at, interval '1 minute')",
      replace: "now() + interval '1 minute'",
      named: "is tried after a minute, and then less and less often",
    },
    {
      name: "a review is given up under the hands of its judge",
      find: " AND (lease_until IS NULL OR lease_until <= now())",
      replace: "",
      named: "is not given up while a judge has leased it",
    },
  ]),
  ...of("lib/review/revision/attempt.ts", "lib/review/revision/attempt.test.ts", [
    {
      name: "an outage counts as judges that died",
      find: "`${column} - ${column} % ${actStep} + ${actStep}`",
      replace: "column",
      named: "starts a new hundred without tries",
    },
  ]),
  ...of("lib/moderation/weigh-verdict.ts", "lib/moderation/weigh-verdict.test.ts", [
    {
      name: "a model that is not sure is believed",
      find: "confidence !== null && confidence >= threshold",
      replace: "confidence !== null",
    },
    {
      name: "a text that speaks to its judge is approved",
      find: 'if (isSuspicious) return hold("INSTRUCTIONS");',
      replace: "",
    },
    {
      name: "an answer that was steered is believed",
      find: 'if (said.holdReason === "DISTRUSTED") return hold("DISTRUSTED");',
      replace: "",
    },
  ]),
  ...of("lib/moderation/weigh-verdict.ts", judging, [
    {
      name: "a veto does not count",
      find: "if (vetoes.length > 0)",
      replace: "if (vetoes.length > 9)",
      named: "an approval of the model needs the consent of",
    },
  ]),
  ...of("lib/moderation/ask-judge.ts", judging, [
    {
      name: "a judge that approves everything is believed",
      find: 'decisions.get(bad.id) === "APPROVE" || ',
      replace: "",
      named: "makes the judge approve everything",
    },
    {
      name: "a judge that rejects everything is believed",
      find: ' || decisions.get(fine.id) === "REJECT"',
      replace: "",
      named: "makes the judge reject everything",
    },
  ]),
  ...of("lib/moderation/verdict-cache-data.ts", judging, [
    {
      name: "what another judge said counts",
      find: "...currentJudge(),\n      bodyHash: { in: hashes },",
      replace: "bodyHash: { in: hashes },",
      named: "is judged again by another model",
    },
  ]),
  ...of("lib/moderation/read-verdicts.ts", "lib/moderation/read-verdicts.test.ts", [
    {
      name: "of two different verdicts the first counts",
      find: "isOne ? first : {}",
      replace: "first",
    },
  ]),
  ...of("lib/ai/circuit-breaker.ts", "lib/ai/circuit-breaker.test.ts", [
    {
      name: "every waiting call tries whether the model is back",
      find: "retry_at <= now()\n        AND (probe_until IS NULL OR probe_until <= now())",
      replace: "retry_at <= now()",
      named: "when several calls find the pause over at once",
    },
  ]),
  ...of("lib/ai/circuit.ts", "lib/ai/circuit.test.ts", [
    {
      name: "a pause begins one failure late",
      find: "failures + 1 >= failuresToPause",
      replace: "failures >= failuresToPause",
    },
  ]),
];

const deciding = [
  ...of("lib/review/decision/undo.ts", undoing, [
    {
      name: "a decision that was undone stands in the way of the one before",
      find: "WHERE later.revision_id = act.revision_id AND later.undone_at IS NULL",
      replace: "WHERE later.revision_id = act.revision_id",
      named: "step by step, back to the first state",
    },
    {
      name: "undoing a batch counts what was undone before",
      find: "WHERE batch_id = $1 AND undone_at IS NULL",
      replace: "WHERE batch_id = $1",
      named: "acts undone earlier are not counted again, also for a moderator who may not undo the rest",
    },
    {
      name: "a decision is undone twice",
      find: 'if (act.isUndone) return err("ALREADY_UNDONE");',
      replace: "",
      named: "an act is undone once, when two moderators undo it at the same time",
    },
    {
      name: "a moderator undoes what was decided about their own review",
      find: 'if (subject.authorId === moderatorId) return err("OWN_REVIEW");',
      replace: "",
      named: "a moderator can not undo a decision about their own review",
    },
  ]),
  ...of("lib/review/decision/restore.ts", undoing, [
    {
      name: "a page from before the decision is up to date after the undoing",
      find: "lease_until = NULL, attempt = $4",
      replace: "lease_until = NULL, attempt = least($4, (act.before->'revision'->>'attempt')::int)",
      named: "a page from before the act stays out of date after the undo",
    },
    {
      name: "reports stay answered by a decision that was undone",
      find: "act_id = NULL WHERE act_id = $1",
      replace: "act_id = NULL WHERE act_id = $1 AND false",
      named: "on the page and reported",
    },
  ]),
  ...of("lib/review/decision/restore.ts", undoingLater, [
    {
      name: "an undoing takes a later edit off the page",
      find: "AND (review.published_revision_id IS NULL OR review.published_revision_id = $3)",
      replace: "AND $3::uuid IS NOT NULL",
      named: "an edit that was published since remains published",
    },
  ]),
  ...of("lib/review/decision/restore-items.ts", undoingLater, [
    {
      name: "what its author replaced waits again after an undoing",
      find: "        AND revision.status <> 'SUPERSEDED'\n        AND (NOT ${isEdited} OR revision.id = (SELECT published_revision_id FROM review WHERE id = $2))\n",
      replace: "        AND $2::uuid IS NOT NULL\n",
      named: "a text that its author replaced since does not wait again",
    },
  ]),
  ...of("lib/review/decision/decide.ts", "lib/review/decision/decide.test.ts", [
    {
      name: "a decision about an earlier state counts",
      find: "if (!isAsSeen(subject, seen) || !isDecidable(subject))",
      replace: "if (!isDecidable(subject))",
      named: "on a page that is out of date changes nothing: the revision was judged",
    },
    {
      name: "a moderator decides about their own review",
      find: 'if (subject.authorId === moderatorId) return "OWN_REVIEW";',
      replace: "",
      named: "can not concern one's own review",
    },
  ]),
  ...of("lib/review/appeal/decide-appeal.ts", "lib/review/appeal/decide-appeal.test.ts", [
    {
      name: "who decided first answers the appeal",
      find: 'if (appealed.moderatorId === moderatorId) return err("OWN_DECISION");',
      replace: "",
      named: "the moderator of the first decision can not decide the appeal",
    },
  ]),
  ...of("lib/review/decision/perform-act.ts", "lib/review/decision/decide.test.ts", [
    {
      name: "who reported what was fine was right",
      find: 'status === "APPROVED" ? "DISMISSED" : "UPHELD"',
      replace: '"UPHELD"',
      named: "what was reported",
    },
  ]),
  ...of("lib/review/decision/notify-author.ts", "lib/review/decision/notify-author.test.ts", [
    {
      name: "an author is told of a decision that another one has replaced",
      find: "if (act.isStandingLater) return;",
      replace: "",
      named: "of two decisions within ten seconds",
    },
  ]),
  ...of("lib/review/report/report-review.ts", "lib/review/report/report-review.test.ts", [
    {
      name: "members report their own reviews",
      find: 'if (authorId === reporterId) return err("OWN_REVIEW");',
      replace: "",
      named: "one's own review, an unpublished review, a text that was replaced",
    },
  ]),
  ...of("lib/review/appeal/appeal-rejection.ts", "lib/review/appeal/appeal-rejection.test.ts", [
    {
      name: "a stranger appeals",
      find: " AND review.author_id = ${authorId}::uuid\n       FOR UPDATE",
      replace: "\n       FOR UPDATE",
      named: "a stranger can neither see nor appeal",
    },
  ]),
];

const sealing = [
  ...of("lib/crypto/seal.ts", "lib/crypto/seal.test.ts", [
    {
      name: "an envelope opens in another place",
      find: "Buffer.from(JSON.stringify(version === null ? context : { context, version }))",
      replace: "Buffer.alloc(0)",
    },
    {
      name: "two contexts are one when they read alike",
      find: "version === null ? context : { context, version }",
      replace: 'version === null ? [context.join(",")] : { context, version }',
    },
    {
      name: "an envelope opens with any version",
      find: "version === null ? context : { context, version }",
      replace: "context",
    },
    {
      name: "every envelope has the same nonce",
      find: "const nonce = randomBytes(12);",
      replace: "const nonce = Buffer.alloc(12);",
    },
  ]),
  ...of("lib/diary/entry-data.ts", "lib/diary/old-envelopes.test.ts", [
    {
      name: "an earlier text of a page opens while envelopes have no version",
      find: "if (isUnversioned && row.fingerprint",
      replace: "if (row.fingerprint === undefined && row.fingerprint",
      named: "is detected while versions are not written yet",
    },
  ]),
  ...of("lib/diary/share-reply.ts", "lib/diary/share-reply.test.ts", [
    {
      name: "a reply is shown to the team without a thumb down",
      find: 'authorId, feedback: "DOWN", endedAt',
      replace: "authorId, endedAt",
      named: "needs a thumb down",
    },
  ]),
];

const sessions = "lib/auth/sessions/sessions.test.ts";

const sessionsAndLimits = [
  ...of("lib/auth/data.ts", sessions, [
    {
      name: "a session that was signed out goes on",
      find: "ELSE session.revoked_at IS NULL AND session.ends_at > now() END",
      replace: "ELSE session.ends_at > now() END",
      named: "is invalid after its session was signed out",
    },
    {
      name: "a session never ends",
      find: "ELSE session.revoked_at IS NULL AND session.ends_at > now() END",
      replace: "ELSE session.revoked_at IS NULL END",
      named: "is valid for 90 days",
    },
    {
      name: "the id of somebody else's session will do",
      find: "session.id = $3 AND session.member_id = member.id",
      replace: "session.id = $3",
      named: "with the id of another member's",
    },
    {
      name: "a session outlives a new password",
      find: "AND session_version = $2",
      replace: "AND $2::int IS NOT NULL",
      named: "the rule for one session and the rule for many agree",
    },
  ]),
  ...of("lib/auth/sessions/revoke.ts", sessions, [
    {
      name: "a stranger ends a session by its id",
      find: "where: { id: sessionId, memberId, revokedAt: null }",
      replace: "where: { id: sessionId, revokedAt: null }",
      named: "only for its member",
    },
    {
      name: "signing out ends somebody else's session",
      find: "\n     WHERE session.member_id = excluded.member_id`",
      replace: "`",
      named: "with the id of another member's",
    },
  ]),
  ...of("lib/auth/client-address.ts", "lib/auth/client-address.test.ts", [
    {
      name: "an address that the client wrote itself is believed",
      find: "chain.at(-Math.max(1, env().TRUST_PROXY))",
      replace: "chain.at(0)",
    },
    {
      name: "one home has countless addresses",
      find: ".slice(0, 4)",
      replace: ".slice(0, 8)",
    },
  ]),
  ...of("lib/auth/next-path.ts", "lib/auth/next-path.test.ts", [
    {
      name: "a sign-in leads to another site",
      find: ' || pathname.startsWith("//")',
      replace: "",
    },
  ]),
  ...of("lib/web/http.ts", "lib/web/http.test.ts", [
    {
      name: "a body without a length is read far beyond its limit",
      find: "if (size > maxBytes)",
      replace: "if (size > 100 * maxBytes)",
      named: "without a declared length",
    },
  ]),
  ...of("lib/diary/entry-data.ts", "lib/diary/entry-data.test.ts", [
    {
      name: "a tab that knows less overwrites the page",
      find: "if (current && baseUpdatedAt !== undefined && baseUpdatedAt !== currentVersion) {",
      replace: "if (current && !currentVersion) {",
      named: "a save on an old version is a conflict",
    },
  ]),
  ...of("lib/review/submit-review.ts", "lib/review/submit-review.test.ts", [
    {
      name: "reviews are not limited",
      find: "if (!taken.ok) throw new LimitedError(taken);",
      replace: "",
      named: "is limited by the hour",
    },
    {
      name: "an edit of an older text replaces the newer one",
      find: "if (latest && latest.id !== draft.base) {",
      replace: "if (latest && !latest.id) {",
      named: "made from an older text than the latest",
    },
  ]),
  ...of("lib/review/submit-review.ts", "lib/account/people.test.ts", [
    {
      name: "who is suspended from reviewing sends reviews",
      find: 'if (until) return { ok: false, error: "SUSPENDED", until };',
      replace: "",
      named: "cannot send or edit a review until then",
    },
  ]),
  ...of("lib/ai/model-call-data.ts", "lib/ai/ask-for-object.test.ts", [
    {
      name: "any number of calls runs at once",
      find: "made < $6 AND running < $7",
      replace: "made < $6 AND $7::int > 0",
      named: "limits concurrent calls",
    },
    {
      name: "the day has no last call",
      find: "made < $6 AND running < $7",
      replace: "$6::int > 0 AND running < $7",
      named: "is not sent beyond the day's budget",
    },
  ]),
];

export const mutants: Mutant[] = [
  ...streaming,
  ...settlingReplies,
  ...judgingReviews,
  ...deciding,
  ...sealing,
  ...sessionsAndLimits,
];
