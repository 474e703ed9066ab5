// `npm run faults`: plants faults into the reference server one after another, and reports which of them
// `contract verify` finds.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFaults } from "./find-faults.ts";
import { plantedFaults } from "./planted-faults.ts";

const [wanted = ""] = process.argv.slice(2);
const faults = plantedFaults.filter(({ name }) => name.includes(wanted));
const folder = mkdtempSync(join(tmpdir(), "planted-faults-"));
const write = (text: string): void => void process.stdout.write(`${text}\n`);
let [found, falsely] = [0, 0];
try {
  for await (const { fault, store, findings } of findFaults(faults, folder)) {
    const [first, ...rest] = findings;
    const more = rest.length === 0 ? "" : ` and ${rest.length} more`;
    if (fault === undefined) {
      falsely += findings.length;
      write(
        `${first === undefined ? "clean " : "FALSE "}  the server as it is, ${store}  ${findings.join("; ")}`,
      );
    } else {
      if (first !== undefined) found += 1;
      write(`${first === undefined ? "MISSED" : "found "}  ${fault.name}  ${first ?? ""}${more}`);
    }
  }
  write(`${found} of ${faults.length} planted faults were found; ${falsely} findings without a fault`);
  process.exitCode = found >= faults.length * 0.95 && falsely === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
