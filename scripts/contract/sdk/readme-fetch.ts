// Prints the README's section on openapi-fetch, and the example of its entry.
import type { Json } from "../document/document.ts";
import { type Code, emit, joinCode, noCode } from "../generate/code.ts";
import { printKey, printLiteral, printString } from "../generate/literal.ts";
import type { Plan } from "../generate/plan.ts";
import type { ClientPlan } from "../generate/resources/client-plan.ts";
import { bodyType } from "../generate/resources/media-types.ts";
import { codeBlock, mark, type Markdown, prose, shellBlock, span } from "./markdown.ts";
import { openapiFetch, type PeerVersions } from "./peer-module.ts";
import { bodyExample, clientOptions, isSimple, parameterExample, stepsOf } from "./readme-example.ts";
import { shell, shellWord } from "./shell.ts";

/** The methods for which openapi-fetch has a function. */
const functions = new Set(["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH"]);

/**
 * Returns lines of code that create a client and call it: a read without required parameters, if there is
 * one.
 */
export function fetchExample(plan: Plan, client: ClientPlan): Code[] {
  const operations = stepsOf(client)
    .map(({ method }) => method.operation)
    .filter(({ source }) => functions.has(source.method));
  const reads = operations.filter(({ source }) => source.method === "GET");
  const operation = reads.find(isSimple) ?? reads[0] ?? operations[0];
  const made = emit`const client = createClient(${clientOptions(plan)});`;
  if (operation === undefined) return [made];
  const { root } = plan.document;
  const params = (["path", "query", "header", "cookie"] as const).flatMap((wanted): [string, Json][] => {
    const needed = operation.parameters.filter(({ place, required }) => place === wanted && required);
    const values = needed.map((one): [string, Json] => [one.name, parameterExample(root, one)]);
    return values.length === 0 ? [] : [[wanted, Object.fromEntries(values)]];
  });
  const mediaType = bodyType(operation);
  const init = {
    ...(params.length > 0 && { params: Object.fromEntries(params) }),
    ...(mediaType !== undefined && { body: bodyExample(root, operation, mediaType) }),
  };
  const { method, path } = operation.source;
  const more = Object.keys(init).length === 0 ? noCode : emit`, ${printLiteral(init, "", 30)}`;
  return [
    made,
    emit`const { data, error } = await client.${printKey(method)}(${printString(path)}${more});`,
    emit`console.log(data ?? error);`,
  ];
}

export function fetchSection(plan: Plan, client: ClientPlan, name: string, peers: PeerVersions): Markdown {
  const lines = [
    emit`import { createClient } from ${printString(`${name}/fetch`)};`,
    noCode,
    ...fetchExample(plan, client),
  ];
  return mark`## openapi-fetch

${span(`${name}/fetch`)} has [openapi-fetch](https://openapi-ts.dev/openapi-fetch/)'s own client, typed by this API, for code that calls paths, and for libraries that build on it, such as [openapi-react-query](https://openapi-ts.dev/openapi-react-query/). Its requests have the credentials, the retries, the deadline and the idempotency keys of this package's calls; everything else is as in openapi-fetch: date-times are strings, errors are values, and query styles are those of its \`querySerializer\`. It needs that package:

${shellBlock(shell`npm install ${shellWord(`${openapiFetch}@${peers[openapiFetch]}`)}`)}

${codeBlock("js", emit`${joinCode(lines, emit`\n`)}\n`)}

${prose("JSON and text are read within the deadline; other content is streamed, and the signal aborts it. Bodies of requests are held in memory, so that they can be sent again. Requests that a middleware sends to other hosts carry no credentials.")}`;
}
