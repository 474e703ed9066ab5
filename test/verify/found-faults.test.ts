// What a server does wrong is found, each fault by the check that it is of; a server that does nothing wrong has no finding.
import t from "tap";
import { faults } from "./faults.ts";
import { startPets } from "./pets.ts";

t.setTimeout(120_000);

t.test("a server that keeps to its document has no finding, and what can be tried was tried", async (t) => {
  const pets = await startPets(t);
  const { findings, coverage, left, isComplete } = await pets.verify();
  t.same(
    findings.map(({ check, operation, place, expected, got }) => ({
      check,
      at: operation.label,
      place,
      expected,
      got,
    })),
    [],
  );
  t.equal(coverage.ratio(), 1);
  t.same(left, []);
  t.ok(isComplete);
});

t.test("each fault is found by the check that it is of", { timeout: 120_000 }, async (t) => {
  const pets = await startPets(t);
  for (const { fault, check, place, spoil } of faults)
    await t.test(fault, async (t) => {
      const { findings } = await pets.verify({}, spoil);
      const found = findings.find((one) => one.check === check && (place?.test(one.place) ?? true));
      t.ok(found, findings.map((one) => `${one.check} ${one.operation.label} ${one.place}`).join("\n"));
      t.match(found?.source.file, /pets\.json$/);
    });
});
