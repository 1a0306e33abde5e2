import type { ReactNode } from "react";

export function MetricTable({
  caption,
  isCaptionHidden = true,
  head,
  rows,
  foot,
}: {
  caption: string;
  isCaptionHidden?: boolean;
  head: readonly ReactNode[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  foot?: readonly ReactNode[] | undefined;
}) {
  const cell = "px-2.5 py-1.5 text-right whitespace-nowrap tabular-nums first:pl-0 first:text-left last:pr-0";
  return (
    // A box that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label={caption} tabIndex={0} className="max-h-96 max-w-full overflow-auto">
      <table className="w-full border-collapse text-sm">
        <caption className={isCaptionHidden ? "sr-only" : "pb-2 text-left font-medium"}>{caption}</caption>
        <thead>
          <tr className="border-b border-line-strong text-ink-soft">
            {head.map((name, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- columns keep their places
              <th key={index} scope="col" className={`${cell} font-medium`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...values] }) => (
            <tr key={key} className="border-b border-line">
              <th scope="row" className={`${cell} font-normal text-ink-soft`}>
                {name}
              </th>
              {values.map((value, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- columns keep their places
                <td key={index} className={cell}>
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr className="font-medium">
              <th scope="row" className={`${cell} font-medium`}>
                {foot[0]}
              </th>
              {foot.slice(1).map((value, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- columns keep their places
                <td key={index} className={cell}>
                  {value}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
