import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { projectPath } from "../../scripts/project.ts";
import { localHelp } from "./local-help-lines.ts";

const places = [
  ["America/New_York", "988", "911"],
  ["America/Indiana/Knox", "988", "911"],
  ["America/Toronto", "988", "911"],
  ["Europe/London", "116 123", "999"],
  ["Europe/Berlin", "0800 111 0 111", "112"],
  ["Europe/Dublin", "116 123", "112"],
  ["Europe/Paris", "3114", "112"],
  ["Europe/Madrid", "024", "112"],
  ["Europe/Amsterdam", "113", "112"],
  ["Asia/Tokyo", "0120-279-338", "119"],
  ["Asia/Taipei", "1925", "119"],
  ["Asia/Hong_Kong", "18111", "999"],
  ["Asia/Kolkata", "14416", "112"],
  ["Australia/Lord_Howe", "13 11 14", "000"],
  ["Pacific/Auckland", "1737", "111"],
  ["Asia/Singapore", "1767", "995"],
] as const;

test.each(places)("in %s the line is %s and the emergency number %s", (zone, number, emergency) => {
  const help = localHelp(zone)!;
  expect([help.lines[0]!.number, help.emergency]).toEqual([number, emergency]);
});

test("every number has a source in docs/help-lines.md", () => {
  const rows = readFileSync(projectPath("docs/help-lines.md"), "utf8").split("\n");
  const zones = Intl.supportedValuesOf("timeZone");
  const numbers = new Set(zones.flatMap((zone) => localHelp(zone)?.lines.map(({ number }) => number) ?? []));
  expect(numbers.size).toBeGreaterThan(12);
  const unconfirmed = [...numbers].filter(
    (number) => !rows.some((row) => row.includes(`| ${number} |`) && /https?:\/\//.test(row)),
  );
  expect(unconfirmed).toEqual([]);
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
