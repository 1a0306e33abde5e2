/**
 * The text of a body, of a longer one its beginning: a server that never stops sending must not fill the memory. A JSON
 * answer that is cut so is no JSON any more.
 */
export async function textAtMost(response: Response, maxBytes: number): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  while (reader && bytes <= maxBytes) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    text += decoder.decode(value, { stream: true });
  }
  await reader?.cancel().catch(() => {});
  return text.slice(0, maxBytes);
}
