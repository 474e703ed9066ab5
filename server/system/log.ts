// The server's log: JSON lines on standard output. Logged fields are listed explicitly, so no header field
// and no body is logged.
import {
  destination,
  type DestinationStream,
  type Logger,
  type LoggerOptions,
  pino,
  stdTimeFunctions,
} from "pino";
import type { Settings } from "../settings/settings.ts";

/** The server's logger. */
export type Log = Logger;

/**
 * Creates the log. As a second safeguard, fields with names of secrets are redacted.
 *
 * @param to  where lines are written; standard output by default
 */
export function createLog(
  { logLevel }: Pick<Settings, "logLevel">,
  to: DestinationStream = destination(1),
): Log {
  const options: LoggerOptions = {
    level: logLevel,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: ["authorization", "*.authorization", "*.authToken", "*.apiKeySecret", "*.password"],
      censor: "[removed]",
    },
  };
  return pino(options, to);
}
