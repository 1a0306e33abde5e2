export function ShellMark({ className = "size-7" }: { className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 32 32"
      className={className}
      fill="none"
      strokeLinecap="round"
      strokeWidth="1.9"
    >
      <path
        stroke="currentColor"
        d="M2.5 25.5H29.5M23 25.5C26.4 21.9 26.6 15.6 23 11.6C19.4 7.6 13.2 7.4 9.6 11C6.3 14.3 6.5 19.7 10 22.4C13.2 24.9 17.8 23.9 19.3 20.6C20.6 17.7 19 14.6 16.2 14.1C13.9 13.7 12.1 15.6 12.8 17.5C13.2 18.7 14.5 19.2 15.5 18.6"
      />
    </svg>
  );
}
