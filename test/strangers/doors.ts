// Who gets in where. One table for every page, route, method and action of the build: `npm run strangers` tries each with
// every kind of caller, and e2e/admin-gates.spec.ts takes what is open from it. What is built and not named here fails both.

/** Each lets in those of the doors below it, too. */
export type Door =
  /** Also visitors without a session. */
  | "everybody"
  /** Signed in, also when suspended: to read, take along and delete what is theirs. */
  | "readers"
  /** Signed in and not suspended. */
  | "members"
  | "moderators"
  | "admins"
  /** Nobody by a session: a token opens it, or a setting that is off. */
  | "nobody";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Pages, by their address in app/. */
export const pageDoors: Record<string, Door> = {
  "/": "everybody",
  "/_global-error": "everybody",
  "/_not-found": "everybody",
  "/signin": "everybody",
  "/signup": "everybody",
  "/reset": "everybody",
  "/reset/[token]": "everybody",
  "/gyms": "everybody",
  "/gyms/[slug]": "everybody",
  "/gyms/[slug]/trainers/[trainer]": "everybody",

  "/reauth": "readers",
  "/diary": "readers",
  "/diary/[date]": "readers",
  "/diary/past": "readers",
  "/notices": "readers",
  "/suspended": "readers",

  "/verify/[token]": "members",
  "/settings": "members",
  "/gyms/suggest": "members",
  "/gyms/[slug]/review": "members",
  "/gyms/[slug]/report/[id]": "members",
  "/me/reviews": "members",
  "/me/reviews/[id]/delete": "members",
  "/me/appeals/[id]": "members",
  "/me/appeals/answer/[id]": "members",
  "/me/reports": "members",

  "/admin": "moderators",
  "/admin/moderation": "moderators",
  "/admin/appeals": "moderators",
  "/admin/appeals/[id]": "moderators",
  "/admin/sample": "moderators",
  "/admin/metrics": "moderators",
  "/admin/policy/versions/[version]": "moderators",

  "/admin/audit": "admins",
  "/admin/export": "admins",
  "/admin/feedback": "admins",
  "/admin/feedback/[id]": "admins",
  "/admin/gyms": "admins",
  "/admin/gyms/new": "admins",
  "/admin/gyms/[slug]": "admins",
  "/admin/gyms/[slug]/merge": "admins",
  "/admin/gyms/[slug]/trainers/new": "admins",
  "/admin/gyms/[slug]/trainers/[trainer]": "admins",
  "/admin/gyms/[slug]/trainers/[trainer]/merge": "admins",
  "/admin/people": "admins",
  "/admin/people/[id]": "admins",
  "/admin/policy": "admins",
  "/admin/policy/draft": "admins",
  "/admin/policy/draft/new": "admins",
  "/admin/policy/draft/[rule]": "admins",
  "/admin/policy/runs/[id]": "admins",
  "/admin/policy/versions": "admins",

  // The demo's.
  "/dev/kit": "nobody",
  "/dev/mail": "nobody",
};

/** Route handlers. A method that is not here is nobody's: 404 or 405. */
export const routeDoors: Record<string, Partial<Record<Method, Door>>> = {
  "/.well-known/security.txt": { GET: "everybody" },
  "/api/[[...path]]": {},
  "/api/auth/[...nextauth]": { GET: "everybody", POST: "everybody" },
  "/api/build": { GET: "everybody" },
  "/api/health": { GET: "everybody" },
  "/api/health/live": { GET: "everybody" },
  "/api/health/ready": { GET: "everybody" },
  "/api/metrics": { GET: "nobody" },
  "/api/session": { GET: "readers" },

  "/api/diary": { GET: "readers" },
  "/api/diary/[date]": { GET: "readers", PUT: "members", DELETE: "readers" },
  "/api/diary/[date]/replies": { POST: "members" },
  "/api/diary/months/[month]": { GET: "readers" },
  "/api/replies/[id]/feedback": { PUT: "members" },
  "/api/replies/[id]/share": { PUT: "members", DELETE: "members" },
  "/api/replies/[id]/stop": { POST: "members" },
  "/api/replies/[id]/stream": { GET: "members" },

  "/api/notices/read": { POST: "readers" },
  "/api/notices/stream": { GET: "readers" },
  "/api/push/subscriptions": { GET: "members", POST: "members" },
  "/api/push/subscriptions/[id]": { DELETE: "members" },
  "/api/push/subscriptions/[id]/test": { POST: "members" },

  "/api/admin/moderation/counts": { GET: "moderators" },
  "/api/admin/moderation/decisions": { POST: "moderators" },
  "/api/admin/moderation/presence": { POST: "moderators" },
  "/api/admin/moderation/selection": { GET: "moderators" },
  "/api/admin/moderation/stream": { GET: "moderators" },
  "/api/admin/export/[file]": { GET: "admins" },
};

/** Server Actions, by file. */
const actionDoors: Record<string, Record<string, Door>> = {
  "lib/account/actions.ts": {
    appealSuspensionAction: "readers",
    changePasswordAction: "members",
    deleteAccountAction: "readers",
    setLocaleAction: "everybody",
    setThemeAction: "everybody",
    signOutEverywhereAction: "readers",
    signOutSessionAction: "members",
    updateProfileAction: "members",
  },
  "lib/account/member-note/actions.ts": {
    deleteMemberNoteAction: "moderators",
    editMemberNoteAction: "moderators",
    writeMemberNoteAction: "moderators",
  },
  "lib/account/people-actions.ts": {
    changeRoleAction: "admins",
    restoreReviewingAction: "admins",
    suspendReviewingAction: "admins",
  },
  "lib/auth/actions.ts": {
    signInAction: "everybody",
    signInWithProviderAction: "everybody",
    signOutAction: "everybody",
    signUpAction: "everybody",
  },
  "lib/auth/email/actions.ts": {
    changeEmailAction: "members",
    confirmEmailAction: "members",
    sendVerificationAction: "members",
  },
  "lib/auth/passkey/actions.ts": {
    addPasskeyAction: "members",
    provePasskeyAction: "readers",
    removePasskeyAction: "members",
    renamePasskeyAction: "members",
    signInWithPasskeyAction: "everybody",
  },
  "lib/auth/proof/actions.ts": { provePasswordAction: "readers" },
  "lib/auth/reset/actions.ts": { requestResetAction: "everybody", resetPasswordAction: "everybody" },
  "lib/diary/delete-page-action.ts": { deletePageAction: "readers" },
  "lib/diary/shared-reply-actions.ts": { takeBackReplyAction: "members" },
  "lib/diary/tone-actions.ts": { saveDefaultToneAction: "members" },
  "lib/gym/gym-actions.ts": {
    closeSuggestionAction: "admins",
    createGymAction: "admins",
    createTrainerAction: "admins",
    updateGymAction: "admins",
    updateTrainerAction: "admins",
  },
  "lib/merge/actions.ts": { mergeGymsAction: "admins", mergeTrainersAction: "admins" },
  "lib/gym/suggest-action.ts": { suggestGymAction: "members" },
  "lib/moderation/policy/actions.ts": {
    discardDraftAction: "admins",
    publishPolicyAction: "admins",
    restoreRuleAction: "admins",
    saveRuleAction: "admins",
  },
  "lib/notice/actions.ts": { savePushKindsAction: "members", signOutHereAction: "everybody" },
  "lib/review/actions.ts": {
    appealAction: "members",
    deleteReviewAction: "members",
    submitReviewAction: "members",
  },
  "lib/review/desk/actions.ts": {
    decideAction: "moderators",
    decideAppealAction: "moderators",
    decideManyAction: "moderators",
    undoAction: "moderators",
  },
  "lib/review/appeal/actions.ts": {
    answerModeratorAction: "members",
    askAuthorAction: "moderators",
  },
  "lib/review/desk/canned-notes-actions.ts": {
    dropCannedNoteAction: "moderators",
    keepCannedNoteAction: "moderators",
  },
  "lib/review/desk/assignment/actions.ts": { assignItemAction: "moderators" },
  "lib/review/desk/queue-actions.ts": {
    decideInQueueAction: "moderators",
    decideManyInQueueAction: "moderators",
    retryWaitingAction: "moderators",
    undoInQueueAction: "moderators",
  },
  "lib/review/desk/saved-filter/actions.ts": {
    deleteFilterAction: "moderators",
    renameFilterAction: "moderators",
    saveFilterAction: "moderators",
  },
  "lib/review/policy-run/actions.ts": {
    cancelRunAction: "admins",
    pauseRunAction: "admins",
    resumeRunAction: "admins",
    startRejudgeAction: "admins",
    startTrialAction: "admins",
  },
  "lib/review/report/actions.ts": { reportReviewAction: "members" },
  "lib/review/sample/actions.ts": { judgeSampleAction: "moderators", takeBackJudgementAction: "moderators" },
  "lib/review/warning/actions.ts": { undoWarningAction: "moderators", warnAuthorAction: "moderators" },
  "lib/review/sample/threshold-actions.ts": { setThresholdAction: "admins", undoThresholdAction: "admins" },
};

/** The door of an action of the build's manifest (`lib/gym/gym-actions.ts createGymAction`); undefined when none is named. */
export function actionDoor(name: string): Door | undefined {
  const [file, action] = name.split(" ") as [string, string];
  return actionDoors[file]?.[action];
}

export const actionNames = (): string[] =>
  Object.entries(actionDoors).flatMap(([file, actions]) =>
    Object.keys(actions).map((action) => `${file} ${action}`),
  );
