import { afterEach, inject } from "vitest";

// Before any test file is loaded, so before lib/env.ts reads it.
process.env.DATABASE_URL = `${inject("postgresUrl")}sora_test_${process.env.VITEST_POOL_ID}`;

const unexpectedErrors: string[] = [];
const printError = console.error;
console.error = (...args: unknown[]) => {
  unexpectedErrors.push(args.map(String).join(" "));
  printError(...args);
};

afterEach(() => {
  const errors = unexpectedErrors.splice(0);
  if (errors.length > 0) throw new Error(`Unexpected console.error: ${errors.join("\n")}`);
});
