/** A message this long with which another one begins is no coincidence. */
const sureChars = 8;

/**
 * The text of a stream whose chunks carry a `message` and no `delta`. Some servers send the next piece in each, others all
 * of the text so far. Which it is shows as soon as a message does not begin with the one before it, or begins with one
 * that is long enough. Until then all but the first are kept, and the end decides.
 */
export class MessageText {
  #form: "unknown" | "pieces" | "whole" = "unknown";
  #first = "";
  #last = "";
  #kept: string[] = [];

  /** @returns what is new in this message, or null when it contradicts those before it */
  push(message: string): string | null {
    if (message === "" || this.#form === "pieces") return message;
    const last = this.#last;
    const goesOn = message.startsWith(last);
    this.#last = message;
    if (last === "") return (this.#first = message); // new in either form
    if (this.#form === "whole") return goesOn ? message.slice(last.length) : null;
    this.#kept.push(message);
    if (!goesOn) return this.#decide("pieces");
    return last.length < sureChars ? "" : this.#decide("whole");
  }

  /** What is still kept when no message follows: a text that has grown was sent whole each time. */
  end(): string {
    if (this.#kept.length === 0) return "";
    return this.#decide(this.#last.length > this.#first.length ? "whole" : "pieces");
  }

  #decide(form: "pieces" | "whole"): string {
    const kept = this.#kept;
    this.#form = form;
    this.#kept = [];
    return form === "pieces" ? kept.join("") : this.#last.slice(this.#first.length);
  }
}
