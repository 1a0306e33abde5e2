const star = "M10 1.6l2.6 5.27 5.82.85-4.21 4.1.99 5.79L10 14.88l-5.2 2.73.99-5.79-4.21-4.1 5.82-.85z";
const step = 22;
const places = [0, 1, 2, 3, 4];

export function Stars({
  value,
  label,
  className = "h-4",
}: {
  value: number;
  label: string;
  className?: string;
}) {
  return (
    <svg role="img" aria-label={label} viewBox="-1 0 110 20" className={`shrink-0 text-sea ${className}`}>
      <g fill="none" stroke="var(--color-line-strong)" strokeWidth="1.1" strokeLinejoin="round">
        <Five />
      </g>
      <svg x="0" y="0" width={Math.max(0, widthOf(value))} height="20">
        <g fill="currentColor" stroke="currentColor" strokeWidth="1.1" strokeLinejoin="round">
          <Five />
        </g>
      </svg>
    </svg>
  );
}

function Five() {
  return places.map((place) => <path key={place} d={star} transform={`translate(${place * step} 0)`} />);
}

/** Extends to the middle of the gap after a whole star, so that its point and stroke are also filled. */
function widthOf(value: number) {
  const whole = Math.floor(value);
  return value === whole ? whole * step - 1 : whole * step + (value - whole) * 20;
}
