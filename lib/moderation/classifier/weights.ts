import { readFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

/** The rules with labels in the training texts. Their models have fewer buckets than the model of abuse. */
export const classifiedRules = ["profanity", "harassment", "hate"] as const;
export type ClassifiedRule = (typeof classifiedRules)[number];

const linearSchema = z.strictObject({ bits: z.number().int(), scale: z.number(), bias: z.number() });

const headerSchema = z.strictObject({
  version: z.string(),
  abuse: linearSchema,
  /** Likelihood of abuse: the logistic function of `slope` × score + `offset`. */
  calibration: z.strictObject({ slope: z.number(), offset: z.number() }),
  /** Likelihoods from which a text is rejected or held, and from which the classifier vetoes a model's approval. */
  thresholds: z.strictObject({ reject: z.number(), hold: z.number(), consent: z.number() }),
  rules: z.strictObject({ profanity: linearSchema, harassment: linearSchema, hate: linearSchema }),
});

type Header = z.infer<typeof headerSchema>;
export type Linear = z.infer<typeof linearSchema> & { weights: Int8Array };
export type Weights = Omit<Header, "abuse" | "rules"> & {
  abuse: Linear;
  rules: Record<ClassifiedRule, Linear>;
};

/** Relative to the project, the working directory of every Sora process: a build contains only code. */
export const weightsFile = "lib/moderation/classifier/weights.bin";

let loaded: Weights | undefined;

/** Read once (2.5 MB, about 3 ms). */
export function loadWeights(): Weights {
  return (loaded ??= decodeWeights(readFileSync(join(process.cwd(), weightsFile))));
}

/** File format: the length of the header (32 bits, little-endian), the header as JSON, and one byte per weight. */
export function encodeWeights({ abuse, rules, ...rest }: Weights): Buffer {
  const strip = ({ bits, scale, bias }: Linear) => ({ bits, scale, bias });
  const header: Header = {
    ...rest,
    abuse: strip(abuse),
    rules: {
      profanity: strip(rules.profanity),
      harassment: strip(rules.harassment),
      hate: strip(rules.hate),
    },
  };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const all = [abuse, ...classifiedRules.map((rule) => rules[rule])];
  const bytes = all.map(({ weights: { buffer, byteOffset, length: count } }) =>
    Buffer.from(buffer, byteOffset, count),
  );
  return Buffer.concat([length, json, ...bytes]);
}

export function decodeWeights(file: Buffer): Weights {
  const start = 4 + file.readUInt32LE(0);
  const header = headerSchema.parse(JSON.parse(file.toString("utf8", 4, start)));
  let at = start;
  const read = (linear: z.infer<typeof linearSchema>): Linear => {
    const length = 1 << linear.bits;
    const weights = new Int8Array(file.buffer, file.byteOffset + at, length);
    at += length;
    return { ...linear, weights };
  };
  const abuse = read(header.abuse);
  const { profanity, harassment, hate } = header.rules;
  const rules = { profanity: read(profanity), harassment: read(harassment), hate: read(hate) };
  return { ...header, abuse, rules };
}
