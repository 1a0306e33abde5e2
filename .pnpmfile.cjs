// Loaded by pnpm before it does anything (scripts/only-npm.mjs would run only after it has resolved everything).
process.stderr.write("\nSora is installed with npm, not with pnpm:  npm install && npm start\n\n");
process.exit(1);
