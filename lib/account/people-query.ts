import { z } from "zod";
import { writtenLine } from "../written-text.ts";

export const peopleGroups = ["everyone", "team", "suspended"] as const;
export type PeopleGroup = (typeof peopleGroups)[number];

/** A place in the list of members: right after the one who joined then and has this id. */
type PeopleCursor = { at: Date; id: string };

const cursorText = ({ at, id }: PeopleCursor) => `${at.getTime().toString(36)}.${id}`;

function parseCursor(text: string): PeopleCursor | undefined {
  const [, at, id] = /^([0-9a-z]{1,9})\.([0-9a-f-]{36})$/.exec(text) ?? [];
  if (!at || !z.guid().safeParse(id).success) return undefined;
  return { at: new Date(Number.parseInt(at, 36)), id: id! };
}

/** What the address of the list says; what it says badly counts as not said. */
export const peopleQuerySchema = z.object({
  q: z
    .string()
    .catch("")
    .transform((text) => writtenLine(text).slice(0, 60)),
  group: z.enum(peopleGroups).catch("everyone"),
  after: z.string().transform(parseCursor).optional().catch(undefined),
});

export type PeopleQuery = z.infer<typeof peopleQuerySchema>;

/** The address of the list, with what differs from its first page. */
export function peopleHref({ q, group, after }: Partial<PeopleQuery>) {
  const params = new URLSearchParams();
  if (q) params.set("q", q);
  if (group && group !== "everyone") params.set("group", group);
  if (after) params.set("after", cursorText(after));
  return params.size > 0 ? `/admin/people?${params}` : "/admin/people";
}
