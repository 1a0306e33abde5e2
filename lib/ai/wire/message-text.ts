const sureChars = 8;

/**
 * The text of a stream whose chunks carry a `message` and no `delta`. Some servers send the next piece in
 * each, others all text so far. The form is known when a message does not begin with the previous one, or
 * begins with a previous one that is long enough. Until then all messages after the first are held; `end`
 * decides.
 */
export class MessageText {
  #form: "unknown" | "pieces" | "whole" = "unknown";
  #first = "";
  #last = "";
  #kept: string[] = [];

  push(message: string): string | null {
    if (message === "" || this.#form === "pieces") return message;
    const last = this.#last;
    const goesOn = message.startsWith(last);
    this.#last = message;
    if (last === "") return (this.#first = message);
    if (this.#form === "whole") return goesOn ? message.slice(last.length) : null;
    this.#kept.push(message);
    if (!goesOn) return this.#decide("pieces");
    return last.length < sureChars ? "" : this.#decide("whole");
  }

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
