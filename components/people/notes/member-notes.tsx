import { useFormatter, useTranslations } from "next-intl";
import type { MemberNote } from "@/lib/account/member-note/data";
import { NewNote } from "./new-note";
import { NoteText } from "./note-text";

/** What moderators wrote about a member, for each other. Its forms need the namespace "measures". */
export function MemberNotes({
  memberId,
  notes,
  keyName,
}: {
  memberId: string;
  notes: MemberNote[];
  /** Of the key that opens the form for a new one; none where there are no keys. */
  keyName?: string;
}) {
  const t = useTranslations("measures.notes");
  const format = useFormatter();
  return (
    <>
      <p className="text-sm text-ink-faint">{t(notes.length > 0 ? "private" : "none")}</p>
      {notes.length > 0 && (
        <ul className="grid gap-3">
          {notes.map((note) => (
            <li key={note.id} className="grid gap-1 border-l-2 border-line-strong pl-3">
              <NoteText
                // What was typed into an edit is not put over another version.
                key={note.edit}
                note={note}
                about={[
                  note.writerName ?? t("formerMember"),
                  format.dateTime(note.createdAt, { dateStyle: "medium" }),
                  ...(note.editedAt ? [t("edited")] : []),
                ].join(" · ")}
              />
            </li>
          ))}
        </ul>
      )}
      <NewNote
        key={notes[0]?.id}
        memberId={memberId}
        lastText={notes[0]?.text ?? ""}
        {...(keyName !== undefined && { keyName })}
      />
    </>
  );
}
