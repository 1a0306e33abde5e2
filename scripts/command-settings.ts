// Must be a command's first import: lib/ reads the settings when it is loaded.
import { loadCommandSettings } from "./settings.ts";

try {
  loadCommandSettings();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
