/** Of the open item's text, where words are selected. */
export const itemTextId = "item-text";

/** What is selected of an element's text, on one line; "" when nothing is. */
export function selectedWords(text: Element): string {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return "";
  const range = selection.getRangeAt(0).cloneRange();
  if (!range.intersectsNode(text)) return "";
  // A whole paragraph is selected up to where the next one begins.
  if (!text.contains(range.startContainer)) range.setStart(text, 0);
  if (!text.contains(range.endContainer)) range.setEnd(text, text.childNodes.length);
  return range.toString().replaceAll(/\s+/g, " ").trim();
}

/** More are chosen by hand. */
const maxSentences = 20;

/**
 * The sentences of a text, each once and on one line. Not by `Intl.Segmenter`: a full stop before a small letter ends no
 * sentence for it, and many begin so here.
 */
export function sentencesOf(text: string): string[] {
  const pieces = text.split(/(?<=[.!?…。！？~][)"'”’」』]?)\s|\n/);
  const sentences = pieces.map((piece) => piece.replaceAll(/\s+/g, " ").trim()).filter(Boolean);
  return [...new Set(sentences)].slice(0, maxSentences);
}
