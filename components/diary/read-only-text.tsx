import { textLang } from "@/components/ui/text-lang";

/** A page or a reply, to be read. */
export function ReadOnlyText({ text }: { text: string }) {
  return (
    <article
      lang={textLang(text)}
      dir="auto"
      className="rounded-sheet border border-line bg-sheet p-5 leading-[1.8] wrap-anywhere whitespace-pre-line sm:p-7"
    >
      {text}
    </article>
  );
}
