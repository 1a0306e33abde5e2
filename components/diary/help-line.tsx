/** A number that a tap calls. */
export function HelpLine({ number, name }: { number: string; name: string }) {
  return (
    <li>
      <a
        href={`tel:${number.replaceAll(" ", "")}`}
        className="grid min-h-18 content-center rounded-control bg-sunk px-4 py-3 transition-colors hover:bg-paper"
      >
        <span className="text-xl font-semibold tabular-nums">{number}</span>
        <span className="text-sm text-ink-soft">{name}</span>
      </a>
    </li>
  );
}
