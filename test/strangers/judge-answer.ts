import { type Seer, canariesIn, mayBeShown } from "./canaries.ts";
import { type CallerKind, isSignedOut, mayEnter } from "./callers.ts";
import type { Answer } from "./ask.ts";
import type { Door } from "./doors.ts";

/** How a page, a route or an action says that somebody may not come in. */
export function isRefusal({ status, headers, text }: Answer): boolean {
  if ([401, 403, 404, 405].includes(status)) return true;
  const target = `${headers.location ?? ""} ${String(headers["x-action-redirect"] ?? "")}`;
  if (/(^|\s|:\/\/[^/]+)\/(signin|suspended)\b/.test(target)) return true;
  // A page that had begun before it knew: Next sends the rest as a marker for its script, and as a refresh.
  if (/NEXT_REDIRECT;[a-z]+;\/(signin|suspended)|NEXT_HTTP_ERROR_FALLBACK;404/.test(text)) return true;
  // A script's call of an action by nobody (lib/action.ts).
  if (/^1:\{"isSignedOut":true\}$/m.test(text)) return true;
  if (/http-equiv="refresh" content="[^"]*url=\/(signin|suspended)/.test(text)) return true;
  // An action's state.
  return /"error":"(SIGNED_OUT|UNAUTHENTICATED|NOT_FOUND)"/.test(text);
}

/** What is wrong with an answer, whoever asked for whatever. */
function flawsOf({ status, headers, text }: Answer): string[] {
  const flaws: string[] = [];
  if (status >= 500) flaws.push(`answers ${status}`);
  if (headers["access-control-allow-origin"]) flaws.push("may be read by another origin");
  if (text === "") return flaws;
  const type = headers["content-type"] ?? "none";
  if (headers["x-content-type-options"] !== "nosniff") flaws.push("lacks nosniff");
  if (
    type === "none" ||
    (type.startsWith("text/") && !/charset=utf-8/i.test(type) && type !== "text/x-component")
  )
    flaws.push(`has the content type ${type}`);
  return flaws;
}

/** Private words that an answer shows and its reader may not see. */
function leaksOf(seer: Seer, { headers, text }: Answer): string[] {
  const found = canariesIn(text + JSON.stringify(headers)).filter((field) => !mayBeShown(field, seer));
  return found.map((field) => `shows the victim's ${field}`);
}

/** What is wrong with an answer to the member whose things they are. */
export const problemsOfOwner = (answer: Answer): string[] => [
  ...flawsOf(answer),
  ...leaksOf("owner", answer),
];

/** What is wrong with an answer at a door. */
export function problemsOf(kind: CallerKind, door: Door, answer: Answer): string[] {
  const problems = [...flawsOf(answer), ...leaksOf(kind, answer)];
  if (!mayEnter(kind, door) && !isRefusal(answer))
    problems.push(`lets in (${answer.status} ${answer.headers.location ?? ""})`);
  const isTurnedAway = answer.status === 401 || /\/signin/.test(answer.headers.location ?? "");
  if (mayEnter(kind, door) && door !== "everybody" && isTurnedAway && !isSignedOut(kind))
    problems.push(`turns away (${answer.status})`);
  return problems;
}
