import { errorCauses } from "../errors/error-causes.ts";

const maxFrames = 3;

export type ErrorFields = {
  error: string;
  sqlstate?: string | undefined;
  prisma?: string | undefined;
  code?: string | undefined;
  at?: string | undefined;
};

/** Names, codes and places. Never a message: it may quote what a person wrote. */
export function describeError(error: unknown): ErrorFields {
  if (!(error instanceof Error)) return { error: "not-an-Error" };
  const causes = [...errorCauses(error)];
  const codes = causes.flatMap(codesOf);
  const isPrisma = (text: string) => /^P\d{4}$/.test(text);
  const isSqlState = (text: string) => /^[0-9A-Z]{5}$/.test(text) && !isPrisma(text) && /\d/.test(text);
  return {
    error: causes.map(nameOf).join(" < "),
    sqlstate: codes.find(isSqlState),
    prisma: codes.find(isPrisma),
    code: codes.find((text) => !isPrisma(text) && !isSqlState(text)),
    at: causes.map(framesOf).find(Boolean),
  };
}

const nameOf = ({ name }: Error) => (/^[\w$.]{1,60}$/.test(name) ? name : "Error");

/** Prisma's driver adapter keeps PostgreSQL's code in a plain object: `cause.originalCode`. */
function codesOf({ code, errorCode, cause }: Error & { code?: unknown; errorCode?: unknown }): string[] {
  const original = cause instanceof Error ? undefined : (cause as { originalCode?: unknown } | undefined);
  return [code, errorCode, original?.originalCode].filter((text) => typeof text === "string");
}

/** The innermost places in the project's code. Starts after the message, whose lines may look like frames. */
function framesOf({ stack = "", message }: Error): string | undefined {
  const messageAt = stack.indexOf(message);
  if (messageAt < 0) return undefined;
  const places = stack
    .slice(messageAt + message.length)
    .split("\n")
    .map((line) => /^ {4}at (?:[^()\n]{1,200} \()?(?:async )?([^()\n]+:\d+:\d+)\)?$/.exec(line)?.[1])
    .filter((place) => place !== undefined && !/node_modules|^node:/.test(place))
    .slice(0, maxFrames)
    .map((place) => place!.replace(/^.*\/(?=(?:[^/]+\/){2}[^/]+$)/, ""));
  return places.join(" < ") || undefined;
}
