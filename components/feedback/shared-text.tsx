import { textLang } from "@/components/ui/text-lang";

const looks = { T: "bg-tone-t-soft", F: "bg-tone-f-soft", page: "border border-line bg-sheet" };

export function SharedText({
  id,
  title,
  text,
  tone = "page",
}: {
  id: string;
  title: string;
  text: string;
  tone?: keyof typeof looks;
}) {
  return (
    <section aria-labelledby={id} className={`rounded-sheet p-5 sm:p-7 ${looks[tone]}`}>
      <h2 id={id} className="mb-3 font-medium">
        {title}
      </h2>
      <p lang={textLang(text)} dir="auto" className="leading-[1.9] wrap-anywhere whitespace-pre-wrap">
        {text}
      </p>
    </section>
  );
}
