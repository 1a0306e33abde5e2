/** How the series of a chart differ: by colour, and for colour-blind readers by pattern, dash and point shape. */
export type Look = "sea" | "t" | "f" | "plain" | "bare";

export const looks = {
  sea: { fill: "fill-sea", stroke: "stroke-sea", dash: undefined },
  t: { fill: "fill-tone-t", stroke: "stroke-tone-t", dash: "7 4" },
  f: { fill: "fill-tone-f", stroke: "stroke-tone-f", dash: "2 4" },
  plain: { fill: "fill-ink-faint", stroke: "stroke-ink-faint", dash: "9 3 2 3" },
  bare: { fill: "fill-sheet", stroke: "stroke-sea", dash: "1 3" },
} satisfies Record<Look, { fill: string; stroke: string; dash: string | undefined }>;

export function Fillings({ id }: { id: string }) {
  return (
    <defs>
      {(["t", "f", "plain", "bare"] as const).map((look) => (
        <pattern key={look} id={`${id}-${look}`} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" className="fill-sheet" />
          {look === "t" && (
            <path d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" strokeWidth="2" className={looks.t.stroke} />
          )}
          {look === "f" && (
            <>
              <circle cx="1.5" cy="1.5" r="1.5" className={looks.f.fill} />
              <circle cx="4.5" cy="4.5" r="1.5" className={looks.f.fill} />
            </>
          )}
          {look === "plain" && <path d="M0 1.5H6M0 4.5H6" strokeWidth="1" className={looks.plain.stroke} />}
        </pattern>
      ))}
    </defs>
  );
}

export function Filled({
  id,
  look,
  ...rect
}: { id: string; look: Look } & Record<"x" | "y" | "width" | "height", string | number>) {
  return look === "sea" ? (
    <rect {...rect} className={looks.sea.fill} />
  ) : (
    <rect {...rect} fill={`url(#${id}-${look})`} strokeWidth="1" className={looks[look].stroke} />
  );
}

export function Point({ look, x, y }: { look: Look; x: string; y: number }) {
  // A nested svg: `x` is a percentage, which a path does not support.
  return (
    <svg x={x} y={y} width="1" height="1" overflow="visible" className={looks[look].fill}>
      {look === "sea" && <circle r="3.5" />}
      {look === "t" && <path d="M-3.5-3.5h7v7h-7z" />}
      {look === "f" && <path d="M0-4.5 4.5 0 0 4.5-4.5 0z" />}
      {look === "plain" && <circle r="3.5" strokeWidth="2" className={`fill-sheet ${looks.plain.stroke}`} />}
      {look === "bare" && <path d="M0-4.5 4.5 3.5H-4.5z" strokeWidth="1.5" className={looks.bare.stroke} />}
    </svg>
  );
}
