// Runs the examples of the client.
import { spawn } from "node:child_process";
import { demoAccount } from "../../server/accounts/accounts.ts";

/** How an example ended, and what it printed. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/**
 * Runs an example as a program of its own; tsconfig.json's `paths` resolves `twilio-comms` to the package's
 * sources.
 */
export function runExample(example: string, serverUrl: string): Promise<Ended> {
  const env = {
    ...process.env,
    TWILIO_COMMS_BASE_URL: `${serverUrl}/v1`,
    TWILIO_ACCOUNT_SID: demoAccount.accountId,
    TWILIO_AUTH_TOKEN: demoAccount.authToken,
  };
  const child = spawn(process.execPath, ["--import=tsx", `client/examples/${example}.ts`], { env });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output })));
}
