// Reads the accounts from a file or the environment; on loopback, falls back to the demo account.
import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { AccountsError, type Credential, demoCredentials, parseAccounts } from "./accounts.ts";
import { SettingError, settingTable, type Settings } from "../settings/settings.ts";

/**
 * Reads the configured accounts.
 *
 * @throws {SettingError} a one-line message that names the setting and the error
 */
export function readAccounts(
  settings: Pick<Settings, "accounts" | "accountsFile" | "host">,
): readonly Credential[] {
  const { accounts, accountsFile, host } = settings;
  if (accounts !== "" && accountsFile !== "") {
    throw new SettingError(
      `${settingTable.accounts.env} and ${settingTable.accountsFile.env} are both set; give one`,
    );
  }
  if (accounts !== "") return parsed(accounts, settingTable.accounts.env);
  if (accountsFile !== "") return parsed(readText(accountsFile), accountsFile);
  if (isLoopback(host)) return demoCredentials();
  throw new SettingError(
    `the demo account is for loopback only, and ${settingTable.host.env} is ${host}: give accounts in ${settingTable.accountsFile.env}`,
  );
}

/** True if only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  if (isIP(host) === 4) return host.startsWith("127.");
  return host === "::1" || host === "localhost";
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new SettingError(`${settingTable.accountsFile.env}: cannot read ${path} (${code})`, {
      cause: error,
    });
  }
}

function parsed(text: string, name: string): Credential[] {
  try {
    return parseAccounts(text);
  } catch (error) {
    if (!(error instanceof AccountsError)) throw error;
    throw new SettingError(`${name}: ${error.message}`, { cause: error });
  }
}
