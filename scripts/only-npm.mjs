// Runs before an installation, on any version of Node. Sora's own Node comes with a dependency's install script, which
// other package managers skip, and only npm reads the lock file.
const agent = process.env.npm_config_user_agent ?? "npm";
if (!agent.startsWith("npm/") && agent !== "npm") {
  console.error(`\nSora is installed with npm, not with ${agent.split("/")[0]}:  npm install && npm start\n`);
  process.exit(1);
}
