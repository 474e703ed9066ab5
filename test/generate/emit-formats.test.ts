// Formats that no standard has: what is known of one goes into the generated code, the rest is for the caller to say.
import t from "tap";
import { emitFormats } from "../../scripts/contract/generate/emit-formats.ts";
import { planFrom } from "./plan-from.ts";

const text = (maxLength?: number) => ({
  type: "string",
  format: "liquid",
  ...(maxLength !== undefined && { maxLength }),
});

t.test("Liquid is parsed as far as a text may be long", async (t) => {
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

t.test("of a format that nobody knows, everything has it; no package is needed for that", async (t) => {
  const code = await emitFormats(await planFrom({}), ["iban", "x-y"]);
  t.match(code, 'const known: Formats = { iban: () => true, "x-y": () => true };');
  t.notMatch(code, "liquidjs");
});
