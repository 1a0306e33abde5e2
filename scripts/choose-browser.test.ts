import { expect, it } from "vitest";
import { type Machine, chooseBrowser } from "./choose-browser.ts";

const own = "/cache/playwright/chrome";
const system = ["/usr/bin/chromium", "/usr/bin/google-chrome"];

/** A machine with these browsers on it. What gets others there is written down in `done`. */
function machineWith(present: Record<string, "starts" | "fails">, changes: Partial<Machine> = {}) {
  const browsers = new Map(Object.entries(present));
  const done: string[] = [];
  const machine: Machine = {
    asked: undefined,
    own,
    system,
    isRoot: false,
    exists: (path) => browsers.has(path),
    starts: async (path) => browsers.get(path) === "starts",
    download: () => void done.push("download"),
    installLibraries: () => void done.push("libraries"),
    installPackage: () => void done.push("package"),
    ...changes,
  };
  return { machine, browsers, done };
}

it("takes Playwright's own when it is there, and gets nothing", async () => {
  const { machine, done } = machineWith({ [own]: "starts", "/usr/bin/chromium": "starts" });
  expect(await chooseBrowser(machine)).toBe(own);
  expect(done).toEqual([]);
});

it("downloads Playwright's own, even where the system has one", async () => {
  const { machine, browsers } = machineWith({ "/usr/bin/chromium": "starts" });
  machine.download = () => void browsers.set(own, "starts");
  expect(await chooseBrowser(machine)).toBe(own);
});

it("takes the system's when nothing can be downloaded", async () => {
  const { machine, done } = machineWith({ "/usr/bin/google-chrome": "starts" }, { isRoot: true });
  expect(await chooseBrowser(machine)).toBe("/usr/bin/google-chrome");
  expect(done).toEqual(["download"]);
});

it("takes the system's when the downloaded one lacks libraries", async () => {
  const { machine, done } = machineWith({ [own]: "fails", "/usr/bin/chromium": "starts" }, { isRoot: true });
  expect(await chooseBrowser(machine)).toBe("/usr/bin/chromium");
  expect(done).toEqual([]);
});

it("installs the libraries of the downloaded one as root, when the system has none", async () => {
  const { machine, browsers, done } = machineWith({ [own]: "fails" }, { isRoot: true });
  machine.installLibraries = () => void browsers.set(own, "starts");
  expect(await chooseBrowser(machine)).toBe(own);
  expect(done).toEqual([]);
});

it("installs Debian's package as root, when there is no other way", async () => {
  const { machine, browsers, done } = machineWith({ "/usr/bin/chromium": "fails" }, { isRoot: true });
  machine.installPackage = () => void browsers.set("/usr/bin/chromium", "starts");
  expect(await chooseBrowser(machine)).toBe("/usr/bin/chromium");
  expect(done).toEqual(["download"]);
});

it("installs nothing for a user who may not, and says what to do", async () => {
  const { machine, done } = machineWith({});
  await expect(chooseBrowser(machine)).rejects.toThrow(
    "No Chromium for the browser tests starts here. Install one (on Debian: sudo apt-get install chromium), or set CHROMIUM to its path.",
  );
  expect(done).toEqual(["download"]);
});

it("says which command brings the libraries, to a user who may not install them", async () => {
  const { machine } = machineWith({ [own]: "fails" });
  await expect(chooseBrowser(machine)).rejects.toThrow("sudo npx playwright install-deps chromium");
});

it("takes the one that was asked for, or none", async () => {
  const present = { [own]: "starts", "/opt/chrome": "starts", "/opt/broken": "fails" } as const;
  expect(await chooseBrowser(machineWith(present, { asked: "/opt/chrome" }).machine)).toBe("/opt/chrome");
  for (const asked of ["/opt/broken", "/opt/missing"])
    await expect(chooseBrowser(machineWith(present, { asked }).machine)).rejects.toThrow(
      `CHROMIUM: ${asked} is not a browser that starts.`,
    );
});
