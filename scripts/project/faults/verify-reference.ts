// `npm run verify`: verifies the reference server against its contract, with each store that needs no other
// program.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { terminalOf } from "../../contract/cli/terminal.ts";
import { readDocument } from "../../contract/document/read-document.ts";
import { assertLiquid } from "../../contract/proxy/assert-liquid.ts";
import { printReport } from "../../contract/verify/report/print-report.ts";
import { reportView } from "../../contract/verify/report/report-view.ts";
import { verify } from "../../contract/verify/verify.ts";
import { startFaulty, verifyAccounts } from "./faulty-server.ts";

const document = await readDocument("spec/openapi.yaml");
await assertLiquid(document);
const printing = { terminal: terminalOf(process.env, process.stdout), toolVersion: undefined };
const folder = mkdtempSync(join(tmpdir(), "verify-reference-"));
try {
  for (const store of ["memory", "sqlite"] as const) {
    const server = await startFaulty(undefined, { store, folder });
    const report = await verify({ document, target: server.url, write: true, ...verifyAccounts });
    await server.stop();
    const view = reportView(report, {
      hide: (text) => text,
      accepted: [],
      today: new Date(),
      minCoverage: 100,
      seed: 0,
    });
    const lines = view.clean ? view.headline : printReport(view, "text", printing);
    process.stdout.write(`${store}: ${lines}; ${view.requests} requests in ${view.seconds} s\n`);
    if (!view.clean || view.left.length > 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
