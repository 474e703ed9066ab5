// Faults that are planted into the reference server are found; the unchanged server has no findings.
import { readFileSync } from "node:fs";
import t from "tap";
import { findFaults } from "../../scripts/project/faults/find-faults.ts";
import { plantedFaults } from "../../scripts/project/faults/planted-faults.ts";

t.test("the text that each fault replaces exists in the server", (t) => {
  t.ok(plantedFaults.length >= 60, `${plantedFaults.length} faults`);
  t.equal(new Set(plantedFaults.map(({ name }) => name)).size, plantedFaults.length);
  for (const { name, file, find, replace } of plantedFaults)
    t.ok(readFileSync(file, "utf8").includes(find) && find !== replace, name);
  t.end();
});

const isLong = process.env["CHECK_LONG"] !== undefined;

t.test(
  "95 of 100 planted faults are found, and the unchanged server has no findings",
  { skip: !isLong, timeout: 3_600_000 },
  async (t) => {
    const missed: string[] = [];
    for await (const { fault, store, findings } of findFaults(plantedFaults, t.testdir())) {
      if (fault === undefined) t.same(findings, [], store);
      else if (findings.length === 0) missed.push(fault.name);
    }
    t.ok(missed.length <= plantedFaults.length * 0.05, missed.join("\n"));
  },
);
