export type Fields = [name: string, value: string][];

/**
 * The hidden fields of the review form, including those that name its action and its bound arguments.
 * @throws {Error} when the page has no such form
 */
export function hiddenFields(html: string): Fields {
  const [form] = /<form[^>]+id="review-form[\s\S]*?<\/form>/.exec(html) ?? [];
  const inputs = form?.match(/<input[^>]+type="hidden"[^>]*>/g) ?? [];
  const fields = inputs.map((input): [string, string] => [valueOf(input, "name"), valueOf(input, "value")]);
  if (!fields.some(([name]) => name.startsWith("$ACTION"))) throw new Error("the page has no form");
  return fields;
}

const entities: Record<string, string> = {
  "&quot;": '"',
  "&#x27;": "'",
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
};

function valueOf(input: string, attribute: string): string {
  const [, value = ""] = new RegExp(` ${attribute}="([^"]*)"`).exec(input) ?? [];
  return value.replaceAll(/&(?:quot|#x27|lt|gt|amp);/g, (entity) => entities[entity]!);
}
