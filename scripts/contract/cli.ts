// Entry point of the `contract` program, run from its sources.
import { run } from "./tool.ts";

await run();
