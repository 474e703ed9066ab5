// Each fault of a server is found by its check; a correct server has no findings.
import t from "tap";
import { faults } from "./faults.ts";
import { startPets } from "./pets.ts";

t.setTimeout(120_000);

t.test("a server that conforms to its document has no findings and full coverage", async (t) => {
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

t.test("each fault is found by its check", { timeout: 120_000 }, async (t) => {
  const pets = await startPets(t);
  for (const { fault, check, place, spoil } of faults)
    await t.test(fault, async (t) => {
      const { findings } = await pets.verify({}, spoil);
      const found = findings.find((one) => one.check === check && (place?.test(one.place) ?? true));
      t.ok(found, findings.map((one) => `${one.check} ${one.operation.label} ${one.place}`).join("\n"));
      t.match(found?.source.file, /pets\.json$/);
    });
});
