// Formats that no standard defines: known ones are emitted into the generated code, the caller supplies the
// rest.
import t from "tap";
import { emitFormats } from "../../scripts/contract/generate/emit-formats.ts";
import { planFrom } from "./plan-from.ts";

const text = (maxLength?: number) => ({
  type: "string",
  format: "liquid",
  ...(maxLength !== undefined && { maxLength }),
});

t.test("Liquid is parsed up to the length limit of the strings", async (t) => {
  const cases = [
    { schemas: { A: text(10), B: { type: "array", items: text(20) } }, want: "longest: 40" },
    { schemas: { A: text(10), B: text() }, want: "longest: Number.POSITIVE_INFINITY" },
  ];
  for (const { schemas, want } of cases) {
    const code = await emitFormats(await planFrom({ schemas }), ["liquid"]);
    t.match(code, `liquid: createLiquidFormat({ ${want} })`);
    t.match(code, 'import { Liquid } from "liquidjs";');
  }
});

t.test("an unknown format accepts every string, and needs no package", async (t) => {
  const code = await emitFormats(await planFrom({}), ["iban", "x-y"]);
  t.match(code, 'const known: Formats = { iban: () => true, "x-y": () => true };');
  t.notMatch(code, "liquidjs");
});
