import { expect, it } from "vitest";
import { type Machine, chooseBrowsers } from "./choose-browser.ts";

const own = "/cache/playwright/chrome";
const ownShell = "chromium-headless-shell";
const shell = "/usr/bin/chromium-headless-shell";
const system = ["/usr/bin/chromium", "/usr/bin/google-chrome"];

/** A machine with these browsers. `done` records the installations. */
function machineWith(present: Record<string, "starts" | "fails">, changes: Partial<Machine> = {}) {
  const browsers = new Map(Object.entries(present));
  const done: string[] = [];
  const machine: Machine = {
    asked: undefined,
    own,
    ownShell,
    system,
    systemShells: [shell],
    isRoot: false,
    exists: (path) => browsers.has(path),
    starts: async (browser) => browsers.get(browser) === "starts",
    download: () => void done.push("download"),
    installLibraries: () => void done.push("libraries"),
    installPackage: (name) => void done.push(name),
    ...changes,
  };
  return { machine, browsers, done };
}

it("uses Playwright's own when they exist, and installs nothing", async () => {
  const present = { [own]: "starts", [ownShell]: "starts", "/usr/bin/chromium": "starts" } as const;
  const { machine, done } = machineWith(present, { isRoot: true });
  expect(await chooseBrowsers(machine)).toEqual({ whole: own, light: ownShell });
  expect(done).toEqual([]);
});

it("downloads Playwright's own, even when the system has some", async () => {
  const { machine, browsers } = machineWith({ "/usr/bin/chromium": "starts", [shell]: "starts" });
  machine.download = () => void browsers.set(own, "starts").set(ownShell, "starts");
  expect(await chooseBrowsers(machine)).toEqual({ whole: own, light: ownShell });
});

it("downloads the shell of a Chromium that was downloaded without it", async () => {
  const { machine, browsers } = machineWith({ [own]: "starts" });
  machine.download = () => void browsers.set(ownShell, "starts");
  expect(await chooseBrowsers(machine)).toEqual({ whole: own, light: ownShell });
});

it("uses the system's when nothing can be downloaded", async () => {
  const present = { "/usr/bin/google-chrome": "starts", [shell]: "starts" } as const;
  const { machine, done } = machineWith(present, { isRoot: true });
  expect(await chooseBrowsers(machine)).toEqual({ whole: "/usr/bin/google-chrome", light: shell });
  expect(done).toEqual(["download"]);
});

it("uses the system's when the downloaded one lacks libraries", async () => {
  const present = {
    [own]: "fails",
    [ownShell]: "fails",
    "/usr/bin/chromium": "starts",
    [shell]: "starts",
  } as const;
  const { machine, done } = machineWith(present, { isRoot: true });
  expect(await chooseBrowsers(machine)).toEqual({ whole: "/usr/bin/chromium", light: shell });
  expect(done).toEqual([]);
});

it("installs the libraries of the downloaded ones as root, when the system has none", async () => {
  const { machine, browsers, done } = machineWith({ [own]: "fails", [ownShell]: "fails" }, { isRoot: true });
  machine.installLibraries = () => void browsers.set(own, "starts").set(ownShell, "starts");
  expect(await chooseBrowsers(machine)).toEqual({ whole: own, light: ownShell });
  expect(done).toEqual([]);
});

it("installs Debian's packages as root, as the last option", async () => {
  const { machine, browsers, done } = machineWith({ "/usr/bin/chromium": "fails" }, { isRoot: true });
  machine.installPackage = (name) => void browsers.set(`/usr/bin/${name}`, "starts");
  expect(await chooseBrowsers(machine)).toEqual({ whole: "/usr/bin/chromium", light: shell });
  expect(done).toEqual(["download"]);
});

it("runs everything in the whole one when no shell is available", async () => {
  const both = (path: string) => ({ whole: path, light: path });
  const person = machineWith({ "/usr/bin/chromium": "starts" });
  expect(await chooseBrowsers(person.machine)).toEqual(both("/usr/bin/chromium"));
  expect(person.done).toEqual(["download"]);
  const root = machineWith({ "/usr/bin/chromium": "starts", [shell]: "fails" }, { isRoot: true });
  expect(await chooseBrowsers(root.machine)).toEqual(both("/usr/bin/chromium"));
  expect(root.done).toEqual(["download", "chromium-headless-shell"]);
  expect(await chooseBrowsers(machineWith({ [own]: "starts" }, { isRoot: true }).machine)).toEqual(both(own));
});

it("installs nothing for a user without the right, and names the next step", async () => {
  const { machine, done } = machineWith({});
  await expect(chooseBrowsers(machine)).rejects.toThrow(
    "No Chromium for the browser tests starts here. Install one (on Debian: sudo apt-get install chromium), or set CHROMIUM to its path.",
  );
  expect(done).toEqual(["download"]);
});

it("names the command that installs the libraries, for a user who may not install them", async () => {
  const { machine } = machineWith({ [own]: "fails" });
  await expect(chooseBrowsers(machine)).rejects.toThrow("sudo npx playwright install-deps chromium");
});

it("uses the one that was requested, for everything, or none", async () => {
  const present = {
    [own]: "starts",
    [shell]: "starts",
    "/opt/chrome": "starts",
    "/opt/broken": "fails",
  } as const;
  const asked = machineWith(present, { asked: "/opt/chrome" });
  expect(await chooseBrowsers(asked.machine)).toEqual({ whole: "/opt/chrome", light: "/opt/chrome" });
  for (const path of ["/opt/broken", "/opt/missing"])
    await expect(chooseBrowsers(machineWith(present, { asked: path }).machine)).rejects.toThrow(
      `CHROMIUM: ${path} is not a browser that starts.`,
    );
});
