// The server's log: JSON lines on standard output. What is logged is named field by field, so no header and no body gets in.
import {
  destination,
  type DestinationStream,
  type Logger,
  type LoggerOptions,
  pino,
  stdTimeFunctions,
} from "pino";
import type { Settings } from "../settings/settings.ts";

export type Log = Logger;

/**
 * Makes the log. Should a secret come near it after all, it is cut out by name.
 *
 * @param to where the lines go; standard output by default
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
