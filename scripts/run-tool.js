// Runs the tool in the thread that `runBounded` starts.
import { loadTool, purposeOf } from "./launch.js";

// The process that started the thread has built the tool if it was stale.
const { tool, files } = await loadTool(purposeOf(process.argv.slice(2)), { isBuilt: true });
await tool.run();
files.keep();
