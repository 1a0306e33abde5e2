import type { CallerKind } from "./callers.ts";

/** The victim, on their own or on their suspended account. */
export type Seer = CallerKind | "owner";

const desk: Seer[] = ["owner", "moderator", "admin"];

/** What is private of a member, and who may be shown it. Each is a word that occurs nowhere else. */
const privateFields = {
  page: ["owner"],
  reply: ["owner"],
  // The copies that the team is shown, and what they were made from.
  sharedPage: ["owner", "admin"],
  sharedReply: ["owner", "admin"],
  heldReview: desk,
  rejectedReview: desk,
  rejectionNote: desk,
  appeal: desk,
  appealMessage: desk,
  report: desk,
  suggestion: ["admin"],
  // Not the owner.
  memberNote: ["moderator", "admin"],
  mailAddress: ["owner", "admin"],
  sessionDevice: ["owner"],
  securityLogDevice: ["owner"],
  passkeyName: ["owner"],
  pushDevice: ["owner"],
  pushEndpoint: [],
  pushSecret: [],
  identitySubject: [],
  mailedDevice: [],
  displacedAddress: [],
  suspensionReason: ["owner", "admin"],
  suspensionAppeal: ["owner", "admin"],
} as const satisfies Record<string, readonly Seer[]>;

export type PrivateField = keyof typeof privateFields;
export type Canaries = Record<PrivateField, string>;

export const privateFieldNames = Object.keys(privateFields) as PrivateField[];

/** Of the diary, which nothing but its sealed rows may hold. */
export const diaryFields: readonly PrivateField[] = ["page", "reply", "sharedPage", "sharedReply"];

const planted = new Map<string, PrivateField>();

/** Small letters only: no encoding of a page, a log or a database changes them. */
function newWord(field: PrivateField): string {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(14)), (byte) => 97 + (byte % 26));
  const word = `zq${String.fromCharCode(...letters)}`;
  planted.set(word, field);
  return word;
}

export const newCanaries = (): Canaries =>
  Object.fromEntries(privateFieldNames.map((field) => [field, newWord(field)])) as Canaries;

/** The fields whose words a text holds, whoever's. */
export function canariesIn(text: string): PrivateField[] {
  const words = text.toLowerCase().match(/zq[a-z]{14}/g) ?? [];
  return [...new Set(words)].flatMap((word) => planted.get(word) ?? []);
}

export const mayBeShown = (field: PrivateField, seer: Seer): boolean =>
  (privateFields[field] as readonly Seer[]).includes(seer);
