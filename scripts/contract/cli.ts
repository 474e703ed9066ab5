// The `contract` program, as it runs from its sources.
import { run } from "./tool.ts";

await run();
