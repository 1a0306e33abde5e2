export function Spinner({ className = "" }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 24 8" className={`h-2 w-6 ${className}`} fill="currentColor">
      <circle cx="4" cy="4" r="2.25" className="swell" />
      <circle cx="12" cy="4" r="2.25" className="swell [animation-delay:0.15s]" />
      <circle cx="20" cy="4" r="2.25" className="swell [animation-delay:0.3s]" />
    </svg>
  );
}
