/** A reply's words as they came, for what can not be drawn as Markdown. */
export function PlainText({ text }: { text: string }) {
  return <p className="wrap-anywhere whitespace-pre-wrap">{text.trim()}</p>;
}
