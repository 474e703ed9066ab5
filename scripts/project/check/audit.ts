// Asks the registry what is known against the packages that this project's users install. Ends with 0 when that is nothing grave, with 1
// for a finding, and with 2, for a notice, when the registry cannot be asked: a check must run on a train, too.
import { spawnSync } from "node:child_process";
import { auditVerdict } from "./audit-verdict.ts";

const { stdout, error } = spawnSync(
  "npm",
  [
    ...["audit", "--json", "--omit=dev", "--audit-level=high"],
    // npm takes "offline" for "nothing is known", and tries for minutes where nobody answers.
    ...["--no-offline", "--fetch-retries=0", "--fetch-timeout=20000"],
  ],
  { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], shell: process.platform === "win32" },
);

const { exitCode, lines } = auditVerdict(error === undefined ? stdout : JSON.stringify(error));
for (const line of lines) (exitCode === 1 ? process.stdout : process.stderr).write(`${line}\n`);
process.exitCode = exitCode;
