export type Machine = {
  /** CHROMIUM: what a person asks for. */
  asked: string | undefined;
  /** Where Playwright's own Chromium is, or would be. */
  own: string;
  system: readonly string[];
  /** May packages be installed? */
  isRoot: boolean;
  exists(path: string): boolean;
  starts(path: string): Promise<boolean>;
  /** Each says what it does; whether it worked shows in what starts afterwards. */
  download(): void;
  installLibraries(): void;
  installPackage(): void;
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
  machine.installPackage();
  yield* system;
}

/** Playwright's own Chromium, if it is here or can be downloaded; else the system's; else Debian's package. */
export async function chooseBrowser(machine: Machine): Promise<string> {
  const isGood = async (path: string) => machine.exists(path) && (await machine.starts(path));
  const { asked } = machine;
  if (asked) {
    if (await isGood(asked)) return asked;
    throw new Error(`CHROMIUM: ${asked} is not a browser that starts.`);
  }
  for await (const path of candidates(machine)) if (await isGood(path)) return path;

  const lacksLibraries = machine.exists(machine.own) && !machine.isRoot;
  const help = lacksLibraries
    ? "Playwright's own lacks system libraries: sudo npx playwright install-deps chromium"
    : "Install one (on Debian: sudo apt-get install chromium), or set CHROMIUM to its path.";
  throw new Error(`No Chromium for the browser tests starts here. ${help}`);
}
