/**
 * Reads at most `maxBytes`, so that a server that never stops sending cannot fill the memory. JSON that is
 * cut this way does not parse.
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
