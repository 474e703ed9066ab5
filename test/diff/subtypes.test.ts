// Subtypes reachable only through a discriminator: breaks in them are reported by name, with a body as
// witness.
import t from "tap";
import { compare } from "../../scripts/contract/diff/compare.ts";
import type { JsonObject } from "../../scripts/contract/document/document.ts";
import { documentOf } from "./in-memory-document.ts";

const pet = (mapping?: JsonObject): JsonObject => ({
  type: "object",
  required: ["kind"],
  properties: { kind: { type: "string" } },
  discriminator: { propertyName: "kind", ...(mapping && { mapping }) },
});
const child = (properties: JsonObject, required: string[] = []): JsonObject => ({
  allOf: [{ $ref: "#/components/schemas/Pet" }, { type: "object", properties, required }],
});
const petRef = { $ref: "#/components/schemas/Pet" };
const mapping = { cat: "#/components/schemas/Cat" };

function found(schema: JsonObject, before: JsonObject, after: JsonObject) {
  const { findings, counts } = compare(documentOf(schema, before), documentOf(schema, after));
  const told = findings
    .filter(({ verdict }) => verdict === "notice")
    .map(({ side, place, rule, witness }) => [
      side,
      place,
      rule,
      witness && (witness.exchange.response ?? witness.exchange.request).body?.value,
      witness?.rejection[0],
    ]);
  return { told, breaking: counts.breaking, undecided: counts.undecided };
}

t.test("a subtype that requires more is reported with the request that it rejects", (t) => {
  const before = { Pet: pet(mapping), Cat: child({ lives: { type: "integer", maximum: 9 } }) };
  const after = { Pet: pet(mapping), Cat: child({ lives: { type: "integer", maximum: 7 } }) };
  t.same(found(petRef, before, after), {
    told: [
      ["request", "body/(Cat)/lives", "maximum", { kind: "cat", lives: 8 }, "body/lives must be <= 7"],
      ["response", "200/body/(Cat)", "discriminator", undefined, undefined],
    ],
    breaking: 0,
    undecided: 0,
  });
  t.end();
});

t.test("a subtype is also found without a mapping, and below the root of the body", (t) => {
  const before = { Pet: pet(), Cat: child({ lives: { type: "integer" } }) };
  const after = { Pet: pet(), Cat: child({ lives: { type: "string" } }) };
  const body = { type: "object", properties: { pets: { type: "array", items: petRef } } };
  t.match(found(body, before, after).told, [
    [
      "request",
      "body/pets/*/(Cat)/lives",
      "type",
      { pets: [{ kind: "Cat", lives: 0 }] },
      "body/pets/0/lives must be string",
    ],
    [
      "response",
      "200/body/pets/*/(Cat)/lives",
      "type",
      { pets: [{ kind: "Cat" }] },
      "body/pets/0/lives must be integer",
    ],
  ]);
  t.end();
});

t.test("a branch that validation covers is reported once", (t) => {
  const union = (): JsonObject => ({
    oneOf: [{ $ref: "#/components/schemas/Cat" }],
    discriminator: { propertyName: "kind", mapping },
  });
  const cat = (lives: JsonObject): JsonObject => ({
    type: "object",
    required: ["kind"],
    properties: { kind: { const: "cat" }, lives },
  });
  const { told, breaking } = found(
    petRef,
    { Pet: union(), Cat: cat({ type: "integer" }) },
    { Pet: union(), Cat: cat({ type: "string" }) },
  );
  t.equal(breaking, 2);
  t.same(told, []);
  t.end();
});
