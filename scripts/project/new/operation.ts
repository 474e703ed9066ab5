// `npm run new` for an operation of this API: its description in the contract, a typed handler, its
// registration and a test.
import { parse } from "yaml";
import { type Form, kebabCase, pascalCase, withImport, withLine } from "./form.ts";

export const operation: Form = {
  name: /^[a-z]+([A-Z][a-z0-9]*)*$/,
  sample: "fetchSenderUsage",
  plan(name, read) {
    const spec = "spec/openapi.yaml";
    const registry = "server/handlers/handlers.ts";
    const file = kebabCase(name);
    const module = `* as ${name}Handlers`;
    const imported = withImport(read(registry), `import ${module} from "./${file}.ts";`);
    return {
      edits: [
        {
          path: spec,
          text: withSchema(read(spec).replace(/^(?=components:$)/m, pathItem(name, read(spec))), name),
        },
        { path: `server/handlers/${file}.ts`, text: handler(name), isNew: true },
        {
          path: registry,
          text: imported.replace(/^(const written = \{.*) \};$/m, `$1, ...${name}Handlers };`),
        },
        { path: `test/contract/${file}.test.ts`, text: test(name), isNew: true },
      ],
      next: [
        `describe the operation in ${spec}: path, method, tag, summary, parameters, responses, examples`,
        "npm run generate",
        `write the handler in server/handlers/${file}.ts; npm run types names what is missing`,
        `node --import=tsx test/contract/${file}.test.ts`,
      ],
    };
  },
};

interface Written {
  readonly tags?: readonly { readonly name: string }[];
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses?: object } | undefined>>>
  >;
}

/** Returns a GET without parameters that declares the errors which every GET of the contract declares. */
function pathItem(name: string, spec: string): string {
  const { tags = [], paths } = parse(spec) as Written;
  const declared = Object.values(paths).flatMap(({ get }) =>
    get === undefined ? [] : [get.responses ?? {}],
  );
  const [first = {}] = declared;
  const errors = Object.entries(first as Record<string, { readonly $ref?: string }>).flatMap(
    ([status, { $ref }]) =>
      $ref !== undefined && declared.every((responses) => status in responses)
        ? [`        "${status}": { $ref: "${$ref}" }`]
        : [],
  );
  return `  /${pascalCase(name)}:
    get:
      operationId: ${name}
      tags: [${tags[0]?.name ?? ""}]
      summary: ${pascalCase(name).replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ")}
      description: What the operation does.
      responses:
        "200":
          description: What the response holds.
          headers:
            Request-Id: { $ref: "#/components/headers/RequestId" }
          content:
            application/json:
              schema: { $ref: "#/components/schemas/${pascalCase(name)}" }
${errors.join("\n")}
`;
}

/** Inserts a schema with this name before the other schemas of the contract. */
function withSchema(spec: string, name: string): string {
  const schema = [
    `    ${pascalCase(name)}:`,
    "      description: What the response holds.",
    "      type: object",
    "      examples: [{}]",
  ];
  return withLine(spec, schema.join("\n"), ["  schemas:", "    "]);
}

function handler(name: string): string {
  return `// ${name}.
import type { Handler } from "../http/handler.ts";

export const ${name}: Handler<"${name}"> = () => ({ status: 200, headers: {}, body: {} });
`;
}

function test(name: string): string {
  return `import t from "tap";
import { call, startTestServer } from "../support/test-server.ts";

t.test("${name} responds as the contract declares", async (t) => {
  const server = await startTestServer(t);
  t.match(await call(server, { path: "/${pascalCase(name)}" }), { status: 200, body: {} });
});
`;
}
