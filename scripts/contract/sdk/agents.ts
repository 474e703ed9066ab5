// Prints the package's AGENTS.md: everything a coding agent has to know to use the package, on one page.
import { greatest } from "../document/long-lists.ts";
import { type Code, emit, joinCode, noCode } from "../generate/code.ts";
import { printString } from "../generate/literal.ts";
import type { Plan } from "../generate/plan.ts";
import type { ClientPlan } from "../generate/resources/client-plan.ts";
import { sentSchemes } from "../generate/resources/credential-schemes.ts";
import { isStream } from "../generate/resources/stream-items.ts";
import { hasInt64 } from "../generate/value-types.ts";
import { codeBlock, joinMarkdown, mark, type Markdown, prose, span } from "./markdown.ts";
import { indexModule, type PackageEntry } from "./entries.ts";
import { codeFolder } from "./package-json.ts";
import type { PackageSettings } from "./package-settings.ts";
import { callOf, clientOptions, type Step, stepsOf } from "./readme-example.ts";

/** Number of calls shown. */
const calls = 5;

/** Maximum number of their lines: agents read the whole page. */
const mostLines = 60;

export function printAgents(
  plan: Plan,
  client: ClientPlan,
  { name, client: className, description }: PackageSettings,
  entries: readonly PackageEntry[],
): Markdown {
  const sections = [
    mark`# ${prose(name)}`,
    mark`${prose(description)} For programmers and coding agents; README.md has more, and lists all methods.`,
    mark`## Calls\n\n${codeBlock("js", program(plan, client, name, className))}`,
    mark`A method takes the path parameters, then the body, the query and the options, where it has them. Names, types and descriptions: ${span(`${codeFolder}/generated/resources.d.ts`)}; options of every call: ${span(`${codeFolder}/client/call-options.d.ts`)}. Do not guess names: look them up there.`,
    mark`## Credentials and address\n\n${joinMarkdown(credentials(plan), "\n")}`,
    mark`## Errors\n\n${joinMarkdown(errors, "\n")}`,
    mark`## What it does, and what it does not\n\n${joinMarkdown(rules(plan, client), "\n")}`,
    mark`## Entries\n\n${joinMarkdown(
      entries.flatMap((entry) => entryLine(name, entry)),
      "\n",
    )}`,
  ];
  return mark`${joinMarkdown(sections, "\n\n")}\n`;
}

function program(plan: Plan, client: ClientPlan, name: string, className: Code): Code {
  const shown = stepsShown(client).map((step, index) => linesOf(plan, client, step, index));
  while (shown.join("\n").split("\n").length > mostLines) shown.splice(longestOf(shown), 1);
  return emit`${joinCode(
    [
      emit`import { ${className} } from ${printString(name)};`,
      noCode,
      emit`const client = new ${className}(${clientOptions(plan)});`,
      ...shown,
    ],
    emit`\n`,
  )}\n`;
}

function longestOf(texts: readonly string[]): number {
  const lengths = texts.map((text) => text.split("\n").length);
  return lengths.indexOf(greatest(lengths, 0));
}

/** Returns one call of each kind, then more, in the order of the document. */
function stepsShown(client: ClientPlan): Step[] {
  const steps = stepsOf(client);
  const isOf = (method: string) => (step: Step) => step.method.operation.source.method === method;
  const kinds = [
    (step: Step) => client.next(step.method.operation) !== undefined,
    (step: Step) => isStream(step.method.operation),
    (step: Step) => client.wait(step.method.operation) !== undefined,
    (step: Step) => isOf("GET")(step) && client.next(step.method.operation) === undefined,
    isOf("POST"),
  ];
  const chosen = new Set(kinds.flatMap((isKind) => steps.find(isKind) ?? []));
  for (const step of steps) if (chosen.size < calls) chosen.add(step);
  return steps.filter((step) => chosen.has(step));
}

function linesOf(plan: Plan, client: ClientPlan, step: Step, index: number): Code {
  const { operation } = step.method;
  const call = callOf(plan, step);
  if (client.next(operation) !== undefined || isStream(operation))
    return emit`for await (const item of ${call}) console.log(item);`;
  if (client.wait(operation) !== undefined)
    return emit`const started${index} = await ${call};\nconsole.log(await started${index}.wait());`;
  return emit`console.log(await ${call});`;
}

function credentials(plan: Plan): Markdown[] {
  const fields = sentSchemes(plan).flatMap((scheme) => scheme.fields);
  return [
    ...fields.map(
      ({ name, env }) =>
        mark`- Option ${span(name)}${env === undefined ? mark`` : mark`, else the variable ${span(env)} of the environment`}.`,
    ),
    mark`- Option \`baseUrl\` overrides the document's server. Never write credentials into code.`,
  ];
}

const errors = [
  mark`- \`isApiError(error, 404)\` (an export) narrows an error response by its status; \`error.problem\` is its body, \`error.requestId\` its ID in the server's logs.`,
  mark`- \`ConnectionError\`: no complete response; with \`maybeSent\`, a write may have been applied. \`TimeoutError\`: the deadline has passed. \`UnexpectedResponseError\`: a success that does not match the document. \`TypeError\`: input that cannot be sent.`,
  mark`- The caller's own abort reason is rethrown unchanged. Do not retry by hand: safe retries have been made.`,
];

function rules(plan: Plan, client: ClientPlan): Markdown[] {
  const has = (test: (step: Step) => boolean): boolean => stepsOf(client).some(test);
  const isList = (step: Step): boolean => client.next(step.method.operation) !== undefined;
  return [
    mark`- One deadline for a whole call, retries included (\`timeout\`, milliseconds, 60 000), at most three attempts (\`maxAttempts\`), a \`signal\` for each call. \`Retry-After\` is honoured.`,
    mark`- ${values(plan)} Enums in responses are open: handle unlisted values. Unknown fields pass through.`,
    mark`- No redirect is followed. Credentials are sent to the API's own servers only.`,
    ...(has(isList)
      ? [
          mark`- Awaiting a list returns its first page; \`for await\` iterates over all items, \`.pages()\` over all pages.`,
        ]
      : []),
    ...(has(({ method }) => isStream(method.operation))
      ? [mark`- Iterate over a stream with \`for await\`; \`silence\` limits the time between items.`]
      : []),
    ...(has(({ method }) => client.wait(method.operation) !== undefined)
      ? [mark`- \`.wait()\` on the result of a call waits for the work that it started.`]
      : []),
    mark`- \`await call.withResponse()\` returns status and headers together with the data.`,
    mark`- Node 20 and later, Deno, Bun, browsers, workers; no code generation from strings.`,
  ];
}

function values(plan: Plan): Markdown {
  const { int64, dates } = plan.values;
  const dateText =
    dates === "Date"
      ? mark`Date-times are \`Date\` objects in both directions.`
      : mark`Date-times are strings in both directions.`;
  if (int64 === "number" || !hasInt64(plan)) return dateText;
  return mark`${dateText} Integers of 64 bits are ${span(int64)} in responses; requests take a number, too.`;
}

const about: ReadonlyMap<string, Markdown> = new Map([
  ["./node", mark`a \`fetch\` for Node at less processor time; needs undici`],
  ["./validate", mark`validates a request without sending it; Standard Schemas`],
  ["./testing", mark`a \`fetch\` with state for tests; needs no network`],
  ["./fetch", mark`openapi-fetch's own client, typed; needs openapi-fetch`],
  ["./webhooks", mark`verifies, validates and narrows webhook messages`],
  ["./oauth", mark`fetches and renews access tokens, for the option that takes a token`],
]);

function entryLine(name: string, entry: PackageEntry): Markdown[] {
  if (entry.module === indexModule || entry.resource !== undefined) return [];
  const words = about.get(entry.name);
  return words === undefined ? [] : [mark`- ${span(name + entry.name.slice(1))}: ${words}.`];
}
