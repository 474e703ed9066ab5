// What the server says when it is ready: for a person where it listens and a line to try, for a log one line of JSON.
import { demoAccount } from "../accounts/accounts.ts";
import { controlPath } from "../../generated/control.ts";
import { docsPath } from "./docs.ts";
import { basePath } from "../ids/locations.ts";
import type { Log } from "./log.ts";

interface Listening {
  readonly url: string;
  /** Whether the demo account is the one that works. */
  readonly demo: boolean;
  /** Where the data is; undefined when it is forgotten at the end. */
  readonly data: string | undefined;
  /** Whether the page of the control surface is shown. */
  readonly ui?: boolean;
  /** Where the metrics are when they are not beside the API. */
  readonly metrics?: string | undefined;
}

/** Says it on a terminal, or in the log when nobody watches. */
export function announce(listening: Listening, log: Log, isTerminal: boolean): void {
  if (isTerminal) process.stdout.write(greeting(listening));
  else log.info({ url: listening.url, data: listening.data, metrics: listening.metrics }, "listening");
}

/** The text for a terminal; its `curl` line can be pasted as it is. */
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
    // What follows the # never leaves the browser.
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
