/** What the tests run in. Where there is only a whole one, both are it. */
export type Browsers = {
  /** Chromium as people have it. */
  whole: string;
  /** Its headless shell: a page costs half as much, but there is no push manager, and no last word from a closed tab. */
  light: string;
};

export type Machine = {
  /** CHROMIUM: what a person asks for. */
  asked: string | undefined;
  /** Where Playwright's own Chromium is, or would be. */
  own: string;
  /** Its headless shell, which is downloaded with it. */
  ownShell: string;
  system: readonly string[];
  systemShells: readonly string[];
  /** May packages be installed? */
  isRoot: boolean;
  exists(path: string): boolean;
  starts(browser: string): Promise<boolean>;
  /** Each says what it does; whether it worked shows in what starts afterwards. */
  download(): void;
  installLibraries(): void;
  installPackage(name: "chromium" | "chromium-headless-shell"): void;
};

/** The order to try; each is looked for only when those before it do not start. */
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

/** First from where the whole one came. */
async function* lightCandidates(machine: Machine, whole: string): AsyncGenerator<string> {
  const { own, ownShell, systemShells, isRoot } = machine;
  if (whole === own) {
    yield ownShell;
    // Who downloaded Chromium alone, some day, lacks it.
    machine.download();
    yield ownShell;
  }
  yield* systemShells;
  if (isRoot && whole !== own) {
    machine.installPackage("chromium-headless-shell");
    yield* systemShells;
  }
}

/** Playwright's own, if they are here or can be downloaded; else the system's; else Debian's packages. */
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
