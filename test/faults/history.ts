/**
 * What one member did, and what the server acknowledged. A write whose answer was lost may have happened or not, so a
 * page has a set of possible texts. The next acknowledged write names its base version and reduces the set to one.
 */
export type Page = {
  date: string;
  possible: Set<string | null>;
  /** Every text that was sent. A reply that another server writes again answers the page's text at that time. */
  sent: Set<string>;
  /** Texts whose answer was lost. They may still arrive while there is no page. */
  unanswered: Set<string>;
  updatedAt: string | null;
  /** A deletion got no answer. It names no base version, so it may arrive at any time. */
  mayBeDeletedLate: boolean;
};

/** A reply that the server accepted with an id. */
export type AcceptedReply = {
  id: string;
  date: string;
  isStopRequested: boolean;
  /** Its page was deleted after it was accepted, or may have been. */
  mayBeDeleted: boolean;
  /** The text when the stream reported the reply as complete. */
  readWhole: string | null;
  read: Map<string, string>;
};

export type ReviewText = { body: string; expected: "APPROVED" | "REJECTED" | "HELD" };

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
  /** Requests without an answer: each may have opened a reply. */
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

/**
 * The server acknowledged `text` in the version `updatedAt`. Texts based on earlier versions can not be saved any more.
 */
export function settlePage(page: Page, text: string | null, updatedAt: string | null): void {
  page.possible = new Set(text === null ? [null, ...page.unanswered] : [text]);
  if (page.mayBeDeletedLate) page.possible.add(null);
  page.updatedAt = updatedAt;
}
