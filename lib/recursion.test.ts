import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";

const files = globSync("{lib,components,app,scripts}/**/*.{ts,tsx,mjs}")
  .concat("proxy.ts", "next.config.ts")
  .filter((file) => !/\.test\.tsx?$|^lib\/generated\//.test(file));

type Node = { type: string; [key: string]: unknown };
type Callable = { id: string; calls: Set<string> };

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";
const nameOf = (node: unknown) => (isNode(node) && typeof node.name === "string" ? node.name : undefined);
const isFunction = (node: unknown) => isNode(node) && /Function/.test(node.type);

/** Named functions of a file, and the names that they call. React renders elements outside of our stack. */
function readFile(file: string): { functions: Callable[]; imports: Map<string, string> } {
  const functions: Callable[] = [];
  const imports = new Map<string, string>();
  const walk = (value: unknown, inside: Callable | undefined): void => {
    if (Array.isArray(value)) for (const one of value) walk(one, inside);
    if (!isNode(value)) return;
    let owner = inside;
    const named = namedFunction(value);
    if (named) {
      owner = { id: `${file}#${named}`, calls: new Set() };
      functions.push(owner);
    }
    if (value.type === "ImportDeclaration") readImport(file, value, imports);
    const called = value.type === "CallExpression" ? calleeOf(value.callee) : undefined;
    if (called && owner) owner.calls.add(called);
    for (const child of Object.values(value)) walk(child, owner);
  };
  walk(parseSync(file, readFileSync(file, "utf8")).program, undefined);
  return { functions, imports };
}

function namedFunction(node: Node): string | undefined {
  if (node.type === "FunctionDeclaration") return nameOf(node.id);
  if (node.type === "VariableDeclarator" && isFunction(node.init)) return nameOf(node.id);
  if (/^(?:MethodDefinition|PropertyDefinition)$/.test(node.type) && isFunction(node.value))
    return nameOf(node.key);
  return undefined;
}

/** `name`, `this.name` or `this.#name`. Methods of other objects are unknown. */
function calleeOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === "Identifier") return nameOf(node);
  const isOwn =
    node.type === "MemberExpression" && isNode(node.object) && node.object.type === "ThisExpression";
  return isOwn ? nameOf(node.property) : undefined;
}

function readImport(file: string, node: Node, imports: Map<string, string>): void {
  const from = isNode(node.source) ? String(node.source.value) : "";
  const path = from.startsWith("@/")
    ? from.slice(2)
    : from.startsWith(".")
      ? join(dirname(file), from)
      : null;
  if (path === null) return;
  for (const specifier of node.specifiers as Node[]) {
    imports.set(nameOf(specifier.local)!, `${path}#${nameOf(specifier.imported) ?? "default"}`);
  }
}

function findRecursions(): string[] {
  const graph = new Map<string, string[]>();
  const read = new Map(files.map((file) => [file, readFile(file)]));
  const known = new Set([...read.values()].flatMap(({ functions }) => functions.map(({ id }) => id)));
  const resolve = (path: string) => [
    path,
    ...[".ts", ".tsx"].map((ending) => path.replace("#", `${ending}#`)),
  ];
  for (const [file, { functions, imports }] of read) {
    for (const { id, calls } of functions) {
      const targets = [...calls].flatMap((name) =>
        name.includes("#") ? name : imports.has(name) ? resolve(imports.get(name)!) : `${file}#${name}`,
      );
      graph.set(id, [...(graph.get(id) ?? []), ...targets.filter((target) => known.has(target))]);
    }
  }
  const leadsBack = (start: string) => {
    const seen = new Set<string>();
    const open = [...(graph.get(start) ?? [])];
    while (open.length > 0) {
      const id = open.pop()!;
      if (id === start) return true;
      if (seen.has(id)) continue;
      seen.add(id);
      open.push(...(graph.get(id) ?? []));
    }
    return false;
  };
  return [...graph.keys()].filter(leadsBack).toSorted();
}

/** Known recursive functions and their bounds. A new name needs a bound and a row in docs/decisions/0013. */
const known: Record<string, string[]> = {
  "at most 8 levels: boundBlocks, before the text is read": [
    "cells",
    "drawItem",
    "drawList",
    "drawNode",
    "drawNodes",
    "drawTable",
  ].map((name) => `components/diary/markdown/draw-nodes.tsx#${name}`),
  "at most 32 levels": ["lib/ai/answer/read-json.ts#isDeep"],
  "at most 3 levels": ["lib/moderation/read-verdicts.ts#listIn"],
  "once: the lines of an event have no lines": ["lib/ai/wire/answer-reader.ts#takeEvent"],
  "once: a string becomes a number": ["lib/moderation/repair-verdict.ts#shareOf"],
  "once: the first page has no page before it": [
    "lib/review/desk/queue-list.ts#listQueue",
    "lib/review/published-reviews.ts#listPublishedReviews",
  ],
  "the depth of a schema that Sora itself sends to its sample model": [
    "scripts/sample-model/fill-schema.ts#fillSchema",
    "scripts/sample-model/fill-schema.ts#resolve",
  ],
  "once: the file is there then": ["scripts/secrets.ts#readOrMakeSecrets"],
  "at most 3 tries": [
    "lib/moderation/ask-until-judged.ts#ask",
    "lib/moderation/ask-until-judged.ts#askAlone",
  ],
  "our own patterns": ["lib/moderation/patterns/required-words.ts#read"],
  "no recursion: a private method of the same name": [
    "lib/database/bounded-pool.ts#connect",
    "lib/database/reachability.ts#ask",
  ],
  "no recursion: a timer or an event calls later": [
    "components/diary/draft-keeper.ts#saveOnce",
    "components/diary/draft-keeper.ts#schedule",
    "components/ui/event-line.ts#awaitWord",
    "components/ui/event-line.ts#open",
    "components/ui/event-line.ts#reopen",
    "lib/ai/health/check-at-start.ts#again",
    "lib/ai/health/check-at-start.ts#learnLater",
    "lib/notice/database-listener.ts#lose",
    "lib/notice/database-listener.ts#start",
    "lib/review/desk/desk-events.ts#gather",
    "lib/review/desk/desk-events.ts#tellChanges",
    "scripts/server-group.ts#onExit",
    "scripts/server-group.ts#replace",
    "scripts/server-group.ts#startWorker",
  ],
};

test("no function calls itself without a documented bound", () => {
  expect(files.length).toBeGreaterThan(300);
  expect(findRecursions()).toEqual(Object.values(known).flat().toSorted());
});
