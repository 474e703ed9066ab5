// The emitted constraints are those of the document, each with the location that declares it.
import { runInNewContext } from "node:vm";
import t from "tap";
import { emitConstraints } from "../../scripts/contract/generate/emit-constraints.ts";
import { noContent, planFrom } from "./plan-from.ts";

/** The value that an emitted file exports. */
function valueOf(text: string): { schemas: Record<string, unknown>; parameters: Record<string, unknown> } {
  // A script created by this test from the text under test.
  const script = text.replaceAll(" as const", "").replace("export const constraints", "const constraints");
  return JSON.parse(String(runInNewContext(`${script}; JSON.stringify(constraints)`))) as ReturnType<
    typeof valueOf
  >;
}

const schemas = {
  Id: { type: "string", pattern: "^pool_[0-9]{26}$" },
  Tags: {
    type: "object",
    maxProperties: 10,
    propertyNames: { maxLength: 128 },
    additionalProperties: { $ref: "#/components/schemas/Id" },
  },
  Tree: {
    type: "object",
    properties: { child: { $ref: "#/components/schemas/Tree" }, note: { type: "string" } },
  },
  Short: { $ref: "#/components/schemas/Id", maxLength: 40 },
};

t.test(
  "limits, patterns and prefixes are emitted by schema, and shared where a schema references another",
  async (t) => {
    const found = valueOf(emitConstraints(await planFrom({ schemas })));
    const id = {
      pointer: "/components/schemas/Id",
      type: "string",
      pattern: "^pool_[0-9]{26}$",
      prefix: "pool_",
    };
    t.strictSame(found.schemas["Id"], id);
    t.strictSame(found.schemas["Tags"], {
      pointer: "/components/schemas/Tags",
      type: "object",
      maxProperties: 10,
      propertyNames: { pointer: "/components/schemas/Tags/propertyNames", maxLength: 128 },
      additionalProperties: id,
    });
    t.strictSame(found.schemas["Short"], { ...id, maxLength: 40 }, "keywords beside a $ref count too");
  },
);

t.test(
  "a schema that contains itself ends with its pointer; a property without a limit is omitted",
  async (t) => {
    const found = valueOf(emitConstraints(await planFrom({ schemas })));
    t.strictSame(found.schemas["Tree"], { pointer: "/components/schemas/Tree", type: "object" });
  },
);

t.test("a parameter is emitted by name, and by operation if the name has several meanings", async (t) => {
  const get = (operationId: string, status: object) => ({
    get: {
      operationId,
      parameters: [
        { name: "size", in: "query", schema: { type: "integer", maximum: 10, default: 5 } },
        { name: "status", in: "query", schema: status },
      ],
      responses: noContent,
    },
  });
  const paths = { "/a": get("a", { enum: ["X"] }), "/b": get("b", { enum: ["Y"] }) };
  const { parameters } = valueOf(emitConstraints(await planFrom({ paths })));
  t.strictSame(Object.keys(parameters), ["a.size", "a.status", "b.size", "b.status"]);
  t.match(parameters["a.size"], { maximum: 10, default: 5, pointer: "/paths/~1a/get/parameters/0/schema" });
});
