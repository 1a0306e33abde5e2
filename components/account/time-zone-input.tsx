"use client";

/** Empty without script: the member then starts with Seoul's time zone. */
export function TimeZoneInput() {
  return <input type="hidden" name="timeZone" ref={fillIn} />;
}

function fillIn(input: HTMLInputElement | null) {
  if (input) input.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
}
