import Link from "next/link";

export function OtherWay({
  text,
  link,
  href,
  nextPath,
}: {
  text: string;
  link: string;
  href: string;
  nextPath: string;
}) {
  return (
    <p className="mt-8 text-center text-[0.9375rem] text-ink-soft">
      {text}{" "}
      <Link
        href={nextPath === "/diary" ? href : `${href}?next=${encodeURIComponent(nextPath)}`}
        className="inline-flex min-h-11 items-center px-1 font-semibold text-ink underline decoration-line-strong underline-offset-4 hover:decoration-ink"
      >
        {link}
      </Link>
    </p>
  );
}
