/** Where one band of confidence ends and the next begins, which takes its edge along. Also what a threshold can be. */
export const bandEdges = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95] as const;

/** From the lowest to the highest; `from` is in it, `to` is not, except for 1. */
export const bands = [0, ...bandEdges].map((from, band) => ({ band, from, to: bandEdges[band] ?? 1 }));
