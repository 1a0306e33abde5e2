import { Paper } from "@/components/ui/paper";

export function ShownMailView({
  to,
  subject,
  text,
  at,
}: {
  to: string;
  subject: string;
  text: string;
  at: string;
}) {
  return (
    <Paper className="p-5 sm:p-6">
      <article aria-label={subject}>
        <h2 className="font-serif text-lg wrap-anywhere">{subject}</h2>
        <p className="mt-1 text-sm text-ink-faint wrap-anywhere">
          {to} · {at}
        </p>
        <div className="mt-4 text-[0.9375rem] leading-relaxed whitespace-pre-line wrap-anywhere">
          {text.split(/(https?:\/\/\S+)/).map((part, index) =>
            index % 2 === 0 ? (
              part
            ) : (
              // oxlint-disable-next-line react/no-array-index-key -- The parts of one text never move.
              <a key={index} href={part} className="underline underline-offset-4">
                {part}
              </a>
            ),
          )}
        </div>
      </article>
    </Paper>
  );
}
