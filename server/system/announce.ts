// Reports that the server is ready: on a terminal, where it listens and a command to try; in a log, one line
// of JSON.
import { demoAccount } from "../accounts/accounts.ts";
import { controlPath } from "../../generated/control.ts";
import { docsPath } from "./docs.ts";
import { basePath } from "../ids/locations.ts";
import type { Log } from "./log.ts";

interface Listening {
  readonly url: string;
  /** True if the demo account is enabled. */
  readonly demo: boolean;
  /** Location of the data; undefined if it is in memory only. */
  readonly data: string | undefined;
  /** True if the page of the control surface is served. */
  readonly ui?: boolean;
  /** URL of the metrics if they have an address of their own. */
  readonly metrics?: string | undefined;
}

/** Writes the message to a terminal, or else to the log. */
export function announce(listening: Listening, log: Log, isTerminal: boolean): void {
  if (isTerminal) process.stdout.write(greeting(listening));
  else log.info({ url: listening.url, data: listening.data, metrics: listening.metrics }, "listening");
}

/** The message for a terminal; its `curl` line can be pasted as it is. */
export function greeting({ url, demo, data, ui = false, metrics }: Listening): string {
  const { accountId, authToken } = demoAccount;
  const user = demo ? `${accountId}:${authToken}` : "<accountId>:<authToken>";
  return [
    "",
    `  SenderPools reference server`,
    "",
    `  API    ${url}${basePath}`,
    `  Docs   ${url}${docsPath}/`,
    `  Data   ${data ?? "in memory, forgotten at the end"}`,
    // Browsers do not send the fragment after `#`.
    ...(ui ? [`  Control ${url}${controlPath}/ui${demo ? `#${user}` : ""}`] : []),
    ...(metrics === undefined ? [] : [`  Metrics ${metrics}`]),
    ...(demo ? [`  Demo   ${accountId} : ${authToken} (works on this machine only)`] : []),
    "",
    `  curl -u ${demo ? user : `'${user}'`} ${url}${basePath}/SenderPools`,
    "",
    "  Ctrl-C ends it; --help shows the settings.",
    "",
    "",
  ].join("\n");
}
