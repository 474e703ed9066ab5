// The `contract` program: hands the command line to the subcommand it names, and its verdict to the shell.
import { processIo } from "./cli/process-io.ts";
import { runCommandLine } from "./cli/run-command-line.ts";

process.exitCode = await runCommandLine(process.argv.slice(2), processIo(process));
