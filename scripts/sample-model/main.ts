// npm run model
import { startModelServer } from "./server.ts";
import { modelSettings } from "./settings.ts";

const settings = modelSettings(process.env);

try {
  const { url, close } = await startModelServer(settings);
  console.log(`The sample model answers at ${url}/v1`);
  const stop = () => void close().then(() => process.exit());
  process.on("SIGINT", stop).on("SIGTERM", stop);
} catch (error) {
  console.error(`The sample model cannot listen on port ${settings.port}: ${(error as Error).message}`);
  process.exitCode = 1;
}
