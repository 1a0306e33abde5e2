import Link from "next/link";
import { Icon } from "./icon";

type PagerLabels = { navigation: string; previous: string; next: string };

const cell =
  "grid min-h-11 min-w-11 place-items-center rounded-control px-2 text-[0.9375rem] text-ink-soft transition-colors duration-200 hover:bg-sunk hover:text-ink";

export function Pager({
  page,
  pageCount,
  hrefOf,
  labels,
}: {
  page: number;
  pageCount: number;
  hrefOf: (page: number) => string;
  labels: PagerLabels;
}) {
  if (pageCount < 2) return null;
  return (
    <nav aria-label={labels.navigation}>
      <ul className="flex flex-wrap items-center justify-center gap-0.5">
        {page > 1 && (
          <li>
            <Link href={hrefOf(page - 1)} rel="prev" aria-label={labels.previous} className={cell}>
              <Icon name="chevronLeft" />
            </Link>
          </li>
        )}
        {shownPages(page, pageCount).map((shown) =>
          shown < 0 ? (
            <li key={shown} aria-hidden className="px-1 text-ink-faint">
              …
            </li>
          ) : (
            <li key={shown}>
              <Link
                href={hrefOf(shown)}
                aria-current={shown === page ? "page" : undefined}
                className={`${cell} aria-[current]:bg-sea aria-[current]:font-medium aria-[current]:text-on-sea`}
              >
                {shown}
              </Link>
            </li>
          ),
        )}
        {page < pageCount && (
          <li>
            <Link href={hrefOf(page + 1)} rel="next" aria-label={labels.next} className={cell}>
              <Icon name="chevronRight" />
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

function shownPages(page: number, pageCount: number): number[] {
  const near = [1, page - 1, page, page + 1, pageCount].filter((shown) => shown >= 1 && shown <= pageCount);
  const pages = [...new Set(near)].toSorted((a, b) => a - b);
  return pages.flatMap((shown, index) => {
    const gap = shown - (pages[index - 1] ?? 0) - 1;
    if (gap === 0) return [shown];
    return gap === 1 ? [shown - 1, shown] : [-shown, shown];
  });
}
