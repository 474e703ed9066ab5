// Runs the tool in the thread that `runBounded` starts.
import { loadTool, purposeOf } from "./launch.js";

// The process that started the thread has built the tool if it was stale.
const purpose = purposeOf(process.argv.slice(2));
const { tool, files } = await loadTool(purpose, { isBuilt: true, isComparison: purpose === "diff" });
await tool.run();
files.keep();
