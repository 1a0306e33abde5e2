/**
 * What one member did, and what they were told of it. A write whose answer got lost may have happened or not: what the
 * page may then be is a set. The next write names the version it is based on, so the set closes again.
 */
export type Page = {
  date: string;
  /** What the page may say now; null: there is none. */
  possible: Set<string | null>;
  /** Every text that was sent. A reply that another server writes again answers the page as it is then. */
  sent: Set<string>;
  /** Texts whose answer got lost, and that may still arrive where there is no page. */
  unanswered: Set<string>;
  /** The version of the last known text. */
  updatedAt: string | null;
  /** A deletion got no answer. It names no version, so it may arrive at any later time. */
  mayBeDeletedLate: boolean;
};

/** A reply that the server accepted: it said so with its id. */
export type AcceptedReply = {
  id: string;
  date: string;
  isStopRequested: boolean;
  /** Its page was deleted after it was accepted, or may have been. */
  mayBeDeleted: boolean;
  /** What a reader had when the stream said that the reply was whole. */
  readWhole: string | null;
  /** The longest text that any reader had of it, by attempt. */
  read: Map<string, string>;
};

export type ReviewText = { body: string; expected: "APPROVED" | "REJECTED" | "HELD" };

/** A member's review of one gym. */
type SentReview = {
  gymSlug: string;
  possible: Set<string>;
  isAcknowledged: boolean;
};

export type Member = {
  id: string;
  name: string;
  cookie: string;
  pages: Map<string, Page>;
  replies: Map<string, AcceptedReply>;
  /** Requests for a reply that were not answered: each may have opened one. */
  unansweredRequests: number;
  reviews: Map<string, SentReview>;
};

export const newPage = (date: string): Page => ({
  date,
  possible: new Set([null]),
  unanswered: new Set(),
  sent: new Set(),
  updatedAt: null,
  mayBeDeletedLate: false,
});

/** The server acknowledged that the page says `text`, in the version `updatedAt`. Texts based on an earlier one are void. */
export function settlePage(page: Page, text: string | null, updatedAt: string | null): void {
  page.possible = new Set(text === null ? [null, ...page.unanswered] : [text]);
  if (page.mayBeDeletedLate) page.possible.add(null);
  page.updatedAt = updatedAt;
}
