"use client";

/** Tells the server this browser's time zone. Without script it stays empty and a member starts with Seoul's. */
export function TimeZoneInput() {
  return <input type="hidden" name="timeZone" ref={fillIn} />;
}

function fillIn(input: HTMLInputElement | null) {
  if (input) input.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
}
