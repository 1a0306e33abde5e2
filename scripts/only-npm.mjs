// Runs before an installation, under whichever Node there is. The Node that Sora runs under comes with an install script
// of a dependency, which other package managers skip, and only npm reads the lock file.
const agent = process.env.npm_config_user_agent ?? "npm";
if (!agent.startsWith("npm/") && agent !== "npm") {
  console.error(`\nSora is installed with npm, not with ${agent.split("/")[0]}:  npm install && npm start\n`);
  process.exit(1);
}
