// Messages of the commands about environment variables: which a client reads, and where their values are
// sent.
import type { CommandIo } from "../cli/command.ts";
import { locationText } from "../cli/error-text.ts";
import { printable } from "../cli/printable.ts";
import type { RejectedVariable } from "../generate/allowed-variables.ts";
import type { Plan } from "../generate/plan.ts";
import { credentialFields, memberObject, text } from "../generate/resources/credential-schemes.ts";
import { defaultUrl, ownServer } from "../generate/resources/server-urls.ts";

/**
 * Returns a line for each variable that a client reads, and one for where credentials are sent; none for a
 * client that reads none.
 */
export function environmentLines(plan: Plan): string[] {
  const { root } = plan.document;
  const credentials = credentialFields(plan).flatMap(({ name, env }) =>
    env === undefined ? [] : [`the client reads ${env} for ${name}`],
  );
  const address = text(memberObject(memberObject(root, "x-sdk"), "baseUrl")["env"]);
  const own = plan.operations.flatMap((operation) => ownServer(root, operation) ?? []);
  const servers = [...new Set([defaultUrl(plan) ?? "the address that it is given", ...own])].map(printable);
  return [
    ...credentials,
    ...(credentials.length === 0 ? [] : [`and sends them to ${servers.join(", ")}`]),
    ...(address === undefined ? [] : [`the client reads ${address} for its address`]),
  ];
}

/** Reports the variables that the document names and that are not allowed. */
export function tellRejected(refused: readonly RejectedVariable[], io: CommandIo): void {
  for (const { name, place } of refused) {
    io.err(`${locationText(place)}: ${name} is not read: the document names it, and --env does not allow it`);
    io.err(`fix: --env ${name}, if the client may read it`);
  }
}
