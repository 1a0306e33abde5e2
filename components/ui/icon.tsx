const paths = {
  bell: "M6.5 10a5.5 5.5 0 0 1 11 0c0 5 2 6.5 2 6.5h-15s2-1.5 2-6.5ZM10 19.5a2.2 2.2 0 0 0 4 0",
  check: "M5 12.5 10 17.5 19.5 7",
  calendar: "M4.5 6.5h15v13h-15zM4.5 10.5h15M8.5 3.75v4.5M15.5 3.75v4.5",
  chevronDown: "m6 9.5 6 6 6-6",
  chevronLeft: "m14.5 6-6 6 6 6",
  chevronRight: "m9.5 6 6 6-6 6",
  dumbbell: "M3 9.5v5M6.5 7v10M17.5 7v10M21 9.5v5M6.5 12h11",
  close: "M6 6l12 12M18 6 6 18",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Zm9.5 2.75a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5Z",
  eyeOff:
    "M4 4l16 16M9.9 5.8A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-3 3.7M6.3 7.7A17 17 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4-.9M10.1 10.1a2.75 2.75 0 0 0 3.8 3.8",
  moon: "M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7Z",
  page: "M6 3.75h8.5l3.5 3.5v13H6V3.75ZM9 11h6M9 14.75h6",
  pen: "m4.5 19.5.9-4L15.9 5a2 2 0 0 1 2.8 0l.3.3a2 2 0 0 1 0 2.8L8.5 18.6l-4 .9Z",
  person:
    "M12 12a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5ZM4.75 20c.9-3.3 3.7-5.25 7.25-5.25S18.35 16.7 19.25 20",
  refresh: "M19 12a7 7 0 1 1-2.2-5.1M19.5 4v4h-4",
  stop: "M8 8h8v8H8z",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M18.4 5.6l-1.1 1.1M6.7 17.3l-1.1 1.1",
  thumbDown:
    "M17 14V4.5M17 14l-4 6.5c-1.4 0-2.4-1-2.2-2.4l.5-3.1H6.5A2.5 2.5 0 0 1 4 12l1-5a3 3 0 0 1 2.9-2.5H17m0 9.5h3V4.5h-3",
  thumbUp:
    "M7 10v9.5M7 10l4-6.5c1.4 0 2.4 1 2.2 2.4L12.7 9h4.8a2.5 2.5 0 0 1 2.5 3l-1 5a3 3 0 0 1-2.9 2.5H7M7 10H4v9.5h3",
  trash: "M4.5 6.5h15M9.5 6.5V4.25h5V6.5M6.5 6.5l.9 13h9.2l.9-13M10.25 10.5v5.5M13.75 10.5v5.5",
  warning: "M12 4 2.75 19.5h18.5L12 4Zm0 6v4.25M12 17v.01",
  wave: "M2.5 13.5c2.4 0 2.4-2.5 4.75-2.5s2.4 2.5 4.75 2.5 2.4-2.5 4.75-2.5 2.4 2.5 4.75 2.5",
};

export type IconName = keyof typeof paths;

export const iconNames = Object.keys(paths) as IconName[];

/** Decoration: needs words or an `aria-label` beside it. */
export function Icon({ name, className = "size-5" }: { name: IconName; className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      className={`shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
