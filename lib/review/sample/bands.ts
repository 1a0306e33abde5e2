/** Lower edges of bands of confidence. Also the possible values of a threshold. */
export const bandEdges = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95] as const;

export const bands = [0, ...bandEdges].map((from, band) => ({ band, from, to: bandEdges[band] ?? 1 }));
