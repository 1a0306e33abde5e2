import { setTimeout as sleep } from "node:timers/promises";

import type { Engine } from "./engine.ts";
import { type Control, act, attribute, path, read } from "./in-page.ts";

const patienceMs = 30_000;

/** A person at an engine's page. Waits up to 30 seconds for each condition. */
export class Person {
  readonly #engine: Engine;
  readonly #url: string;

  constructor(engine: Engine, url: string) {
    this.#engine = engine;
    this.#url = url;
  }

  /** Retries: a document that is still loading refuses navigation. */
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

  /** @throws after 30 seconds, with the page's text */
  async until(what: string, holds: () => Promise<boolean>): Promise<void> {
    for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await sleep(50)) {
      // Fails while another document loads.
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
