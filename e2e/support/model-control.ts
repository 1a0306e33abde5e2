/** The number of model calls whose prompt contains `text`. */
export async function modelCalls(text: string): Promise<number> {
  const url = new URL("/control/calls", process.env.MODEL_URL);
  url.searchParams.set("contains", text);
  return (await (await fetch(url)).json()).count;
}

/** Releases the calls that wait with `[[model until=word]]`. */
export async function releaseModel(word: string): Promise<void> {
  const url = new URL("/control", process.env.MODEL_URL);
  await fetch(url, { method: "POST", body: JSON.stringify({ release: word }) });
}
