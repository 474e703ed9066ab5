// The server's log: JSON lines on standard output. What is logged is named field by field, so no header and no body gets in.
import { type Logger, pino, stdTimeFunctions } from "pino";
import type { Settings } from "./settings.ts";

export type Log = Logger;

/** Makes the log. Should a secret come near it after all, it is cut out by name. */
export function createLog({ logLevel }: Pick<Settings, "logLevel">): Log {
  return pino({
    level: logLevel,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: ["authorization", "*.authorization", "*.authToken", "*.apiKeySecret", "*.password"],
      censor: "[removed]",
    },
  });
}
