import { setTimeout as sleep } from "node:timers/promises";

import type { Engine } from "./engine.ts";
import { type Control, act, attribute, path, read } from "./in-page.ts";

const patienceMs = 30_000;

/** Somebody at an engine's page. Waits for what a person would wait for, half a minute at most. */
export class Person {
  readonly #engine: Engine;
  readonly #url: string;

  /** @param url where Sora is */
  constructor(engine: Engine, url: string) {
    this.#engine = engine;
    this.#url = url;
  }

  /** A document that is still loading refuses the first try. */
  open(page: string): Promise<void> {
    return this.until(`the page ${page}`, () => this.#engine.open(this.#url + page).then(() => true));
  }

  async press(role: "button" | "link", name: string): Promise<void> {
    await this.#act({ role, name }, "press");
  }

  async choose(name: string): Promise<void> {
    await this.#act({ role: "radio", name }, "choose");
  }

  async write(field: string, text: string): Promise<void> {
    await this.#act({ role: "textbox", name: field }, "focus");
    await this.#engine.type(text);
  }

  read(selector: string): Promise<string | null> {
    return this.#engine.run(read, selector);
  }

  attribute(selector: string, name: string): Promise<string | null> {
    return this.#engine.run(attribute, selector, name);
  }

  sees(text: RegExp, within = "main"): Promise<void> {
    return this.until(`${text} in ${within}`, async () => text.test((await this.read(within)) ?? ""));
  }

  isAt(wanted: string): Promise<void> {
    return this.until(`the page ${wanted}`, async () => (await this.#engine.run(path)) === wanted);
  }

  /** @throws when it is not so in half a minute, with what is on the page instead. */
  async until(what: string, holds: () => Promise<boolean>): Promise<void> {
    for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await sleep(50)) {
      // While another document loads, there is none to ask.
      if (await holds().catch(() => false)) return;
    }
    throw new Error(
      `waited in vain for ${what}. At ${await this.#engine.run(path)}:\n${await this.read("body")}`,
    );
  }

  #act(control: Control, action: "focus" | "press" | "choose"): Promise<void> {
    return this.until(`the ${control.role} ${control.name}`, () => this.#engine.run(act, control, action));
  }
}
