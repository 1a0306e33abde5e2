export type Browsers = {
  whole: string;
  /** The headless shell: a page costs half as much, but it has no push manager and sends no beacon from a closed tab. */
  light: string;
};

export type Machine = {
  asked: string | undefined;
  own: string;
  ownShell: string;
  system: readonly string[];
  systemShells: readonly string[];
  isRoot: boolean;
  exists(path: string): boolean;
  starts(browser: string): Promise<boolean>;
  /** Each prints what it does. Success is checked by starting the browser. */
  download(): void;
  installLibraries(): void;
  installPackage(name: "chromium" | "chromium-headless-shell"): void;
};

async function* candidates(machine: Machine): AsyncGenerator<string> {
  const { own, system, isRoot } = machine;
  if (!machine.exists(own)) machine.download();
  yield own;
  yield* system;
  if (!isRoot) return;
  if (machine.exists(own)) {
    machine.installLibraries();
    yield own;
  }
  machine.installPackage("chromium");
  yield* system;
}

async function* lightCandidates(machine: Machine, whole: string): AsyncGenerator<string> {
  const { own, ownShell, systemShells, isRoot } = machine;
  if (whole === own) {
    yield ownShell;
    // A Chromium that was downloaded alone lacks the shell.
    machine.download();
    yield ownShell;
  }
  yield* systemShells;
  if (isRoot && whole !== own) {
    machine.installPackage("chromium-headless-shell");
    yield* systemShells;
  }
}

/** Playwright's own, if present or downloadable; else the system's; else Debian's packages. */
export async function chooseBrowsers(machine: Machine): Promise<Browsers> {
  const { asked } = machine;
  if (asked) {
    if (await machine.starts(asked)) return { whole: asked, light: asked };
    throw new Error(`CHROMIUM: ${asked} is not a browser that starts.`);
  }
  const whole = await firstThatStarts(candidates(machine), machine);
  if (whole)
    return { whole, light: (await firstThatStarts(lightCandidates(machine, whole), machine)) ?? whole };

  const lacksLibraries = machine.exists(machine.own) && !machine.isRoot;
  const help = lacksLibraries
    ? "Playwright's own lacks system libraries: sudo npx playwright install-deps chromium"
    : "Install one (on Debian: sudo apt-get install chromium), or set CHROMIUM to its path.";
  throw new Error(`No Chromium for the browser tests starts here. ${help}`);
}

async function firstThatStarts(browsers: AsyncGenerator<string>, { starts }: Machine) {
  for await (const browser of browsers) if (await starts(browser)) return browser;
}
