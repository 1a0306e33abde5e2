import type { CallFailure, FailureCause } from "../failure-cause.ts";
import type { ModelServer } from "../model-servers.ts";
import { type ModelPurpose, hostOf } from "./model-purpose.ts";
import type { CheckedServer } from "./check-models.ts";
import { settingToRepair } from "./setting-to-repair.ts";

const uses: Record<ModelPurpose, string> = {
  REPLY: "replies",
  MODERATION: "review checks",
  SUMMARY: "summaries",
  VETO: "second opinions",
};

export function startLine(server: ModelServer, { purposes, answer }: CheckedServer): string {
  const who = `The model ${server.model} at ${hostOf(server)} (${purposes.map((purpose) => uses[purpose]).join(", ")})`;
  if (answer.ok) return `${who} answers, in ${Math.round(answer.ms)} ms.`;

  const { failure } = answer;
  const names = purposes.map((purpose) => settingToRepair(purpose, failure.cause));
  const settings = [...new Set(names.filter((name) => name !== null))].join(" and ");
  const problem =
    failure.cause === "KEY_REFUSED" && server.apiKey === "none" ? "wants a key" : problems[failure.cause];
  const remedy = settings
    ? `Correct ${settings} and restart${hint(server, failure)}.`
    : failure.cause === "NO_QUOTA"
      ? "See the account at the provider. Sora asks again every few minutes."
      : "Sora asks again every few minutes.";
  return `${who} ${problem} (${detail(failure)}). ${remedy}`;
}

const problems: Record<FailureCause, string> = {
  KEY_REFUSED: "refuses the key",
  MODEL_UNKNOWN: "is not known there",
  WRONG_ADDRESS: "is not at this address",
  NO_QUOTA: "has no quota or credit left",
  TLS: "has a certificate that is not trusted",
  REQUEST_REFUSED: "refuses the question",
  RATE_LIMITED: "is asked too often",
  SERVER_ERROR: "has an error",
  UNREACHABLE: "cannot be reached",
  TIMEOUT: "did not begin to answer in time",
  CUT: "broke the connection off",
  GARBLED: "sent no chat completion",
  TOO_LONG: "does not end its answer",
  CONTENT_FILTERED: "filters the question",
};

const detail = ({ cause, status, code }: CallFailure) =>
  [status, code].filter((part) => part !== null).join(" ") || cause;

function hint({ baseURL }: ModelServer, { cause, status }: CallFailure): string {
  const { pathname } = new URL(baseURL);
  return cause === "WRONG_ADDRESS" && status !== null && pathname === "/"
    ? ": most addresses end in /v1"
    : "";
}
