// Asks the registry for advisories on the packages that this project's users install. Exit codes: 0 for
// nothing severe, 1 for a finding, 2 (a notice) if the registry is unreachable: the check must also run
// offline.
import { spawnSync } from "node:child_process";
import { auditVerdict } from "./audit-verdict.ts";

const { stdout, error } = spawnSync(
  "npm",
  [
    ...["audit", "--json", "--omit=dev", "--audit-level=high"],
    // In offline mode npm reports no advisories; without a connection it retries for minutes.
    ...["--no-offline", "--fetch-retries=0", "--fetch-timeout=20000"],
  ],
  { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], shell: process.platform === "win32" },
);

const { exitCode, lines } = auditVerdict(error === undefined ? stdout : JSON.stringify(error));
for (const line of lines) (exitCode === 1 ? process.stdout : process.stderr).write(`${line}\n`);
process.exitCode = exitCode;
