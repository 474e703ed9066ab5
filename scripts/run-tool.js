// Runs the tool in the thread that `runBounded` starts.
import { loadTool } from "./launch.js";

const { tool, files } = await loadTool(process.argv[2] ?? "");
await tool.run();
files.keep();
