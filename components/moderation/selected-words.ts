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
