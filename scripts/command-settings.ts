// Imported first by a command: lib/ reads the settings as soon as it is loaded.
import { loadCommandSettings } from "./settings.ts";

try {
  loadCommandSettings();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
