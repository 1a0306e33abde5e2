import { expect, test } from "vitest";
import { localHelp } from "./local-help-lines.ts";

test.each([
  ["America/New_York", "988", "911"],
  ["America/Indiana/Knox", "988", "911"],
  ["America/Toronto", "988", "911"],
  ["Europe/London", "116 123", "999"],
  ["Europe/Berlin", "0800 111 0 111", "112"],
  ["Asia/Tokyo", "0120-279-338", "119"],
  ["Australia/Lord_Howe", "13 11 14", "000"],
  ["Asia/Singapore", "1767", "995"],
])("in %s the line is %s and the emergency number %s", (zone, number, emergency) => {
  expect(localHelp(zone)).toMatchObject({ lines: [{ number }], emergency });
});

test("adds nothing to Korea's lines in Korea", () => {
  expect(localHelp("Asia/Seoul")).toBeNull();
});

test.each(["America/Mexico_City", "America/Sao_Paulo", "Europe/Warsaw", "UTC", ""])(
  "in %s, whose lines are not known, none is made up, nor a neighbour's shown",
  (zone) => {
    expect(localHelp(zone)).toEqual({ lines: [], emergency: null });
  },
);

test("no zone belongs to two countries", () => {
  const zones = Intl.supportedValuesOf("timeZone");
  expect(zones.length).toBeGreaterThan(300);
  const counted = zones.filter((zone) => (localHelp(zone)?.lines.length ?? 0) > 1);
  expect(counted).toEqual([]);
});
