// Validates the URL of a PostgreSQL database; errors do not contain its password.
import { StoreOpenError } from "../store.ts";

const wanted = "postgres://user:password@host:port/database, special characters percent-encoded (@ is %40)";

/** @throws {StoreOpenError} if it is not a PostgreSQL URL */
export function checkDatabaseUrl(url: string): void {
  if (!URL.canParse(url)) {
    throw new StoreOpenError("unreadable", `The URL of PostgreSQL cannot be read; write ${wanted}.`);
  }
  const { protocol } = new URL(url);
  if (protocol !== "postgres:" && protocol !== "postgresql:") {
    const message = `The URL of PostgreSQL begins with ${protocol}; write ${wanted}.`;
    throw new StoreOpenError("unreadable", message);
  }
}
