import pino from "pino";

import { processWide } from "../process-wide.ts";
import { type ErrorFields, describeError } from "./describe-error.ts";
import { type FieldName, allowedFields } from "./fields.ts";
import { prettyLine } from "./pretty.ts";
import { currentRequestId } from "./request-context.ts";

type Fields = {
  [name in Exclude<FieldName, keyof ErrorFields>]?: string | number | null | undefined;
} & {
  error?: unknown;
  code?: string | null | undefined;
};

type Write = (event: string, fields?: Fields) => void;
type Log = { info: Write; warn: Write; error: Write };

export const logFormat = (): "pretty" | "json" =>
  process.env.LOG_FORMAT === "pretty" || (!process.env.LOG_FORMAT && process.stdout.isTTY)
    ? "pretty"
    : "json";

export const logOutput = processWide("log-output", () => ({ write: writeToStdout() }));

/** Synchronous, so that a crash loses no record. */
function writeToStdout(): (record: string) => void {
  const stdout = pino.destination({ fd: 1, sync: true });
  stdout.on("error", () => {}); // a closed reader must not end the server
  const isPretty = logFormat() === "pretty";
  return (record) => void stdout.write(isPretty ? prettyLine(record) : record);
}

const logger = processWide("log", () =>
  pino(
    {
      level: process.env.LOG_LEVEL || "info",
      base: { pid: process.pid },
      messageKey: "event",
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
    },
    { write: (record) => logOutput.write(record) },
  ),
);

function write(level: keyof Log, requestId: string | undefined, event: string, fields: Fields): void {
  const { error, ...others } = fields;
  const described = error === undefined ? {} : describeError(error);
  logger[level](allowedFields({ requestId, ...described, ...others }), event);
}

const logOf = (requestId: () => string | undefined): Log => ({
  info: (event, fields = {}) => write("info", requestId(), event, fields),
  warn: (event, fields = {}) => write("warn", requestId(), event, fields),
  error: (event, fields = {}) => write("error", requestId(), event, fields),
});

/** `event` is a constant. Values go into fields. */
export const log = logOf(currentRequestId);

/** For timers and loops that many requests share: without the id of the request that started them. */
export const backgroundLog = logOf(() => undefined);
