// The value of --host, for commands that listen.
import { type CommandArgs, UsageError } from "./command.ts";

/**
 * Returns the address to listen on; undefined without --host. Throws a UsageError for an empty one, with
 * which Node would listen on every address of the machine.
 */
export function listeningHost(args: CommandArgs): string | undefined {
  const given = args.value("host");
  if (given !== "") return given;
  throw new UsageError("--host cannot be used", {
    expected: "expected an address of this machine, got an empty text",
    fix: "leave --host out for 127.0.0.1, or name 0.0.0.0 for every address",
  });
}
