// Prints the package's README: installation, a complete program, credentials, every method, and the features
// of the runtime.
import type { Json } from "../document/document.ts";
import { type Code, emit } from "../generate/code.ts";
import { printString } from "../generate/literal.ts";
import type { Plan } from "../generate/plan.ts";
import type { ClientPlan, NamedResource } from "../generate/resources/client-plan.ts";
import { hooksOf } from "../generate/resources/operation-hooks.ts";
import { isStream } from "../generate/resources/stream-items.ts";
import type { PlannedMethod } from "../generate/resources/resource-plan.ts";
import { waitMethodName } from "../generate/resources/print-class.ts";
import { hasInt64 } from "../generate/value-types.ts";
import type { PackageEntry } from "./entries.ts";
import type { EntryExamples } from "./entry-examples.ts";
import { oneLine, type PackageSettings, text } from "./package-settings.ts";
import { addressSection, runExample } from "./readme-address.ts";
import { credentialsSection, serversSection } from "./readme-credentials.ts";
import { codeBlock, joinMarkdown, mark, type Markdown, prose, shellBlock, span, table } from "./markdown.ts";
import type { PeerVersions } from "./peer-module.ts";
import { variableFor } from "./print-entries.ts";
import { oauthSection } from "./readme-oauth.ts";
import { entrySections, importOf } from "./readme-entries.ts";
import { fetchSection } from "./readme-fetch.ts";
import { streamSection } from "./readme-streams.ts";
import { webhookSection } from "./readme-webhooks.ts";
import { shell, shellWord } from "./shell.ts";
import { readmeExample } from "./readme-example.ts";

export function printReadme(
  plan: Plan,
  client: ClientPlan,
  settings: PackageSettings,
  parts: {
    readonly entries: readonly PackageEntry[];
    readonly examples: EntryExamples;
    readonly peers: PeerVersions;
  },
): Markdown {
  const { name, client: className, document } = settings;
  const title = prose(document.title);
  const version = prose(document.version);
  const sections = [
    mark`# ${prose(name)}`,
    mark`${prose(settings.description)} Made from version ${version} of its OpenAPI document. Works on Node 20 and later, Deno, Bun, browsers and workers; needs nothing else.`,
    mark`## Install\n\n${shellBlock(shell`npm install ${shellWord(name)}`)}`,
    mark`## Use\n\n${codeBlock("js", readmeExample(plan, client, name, className))}\n\n${runExample(plan)}`,
    credentialsSection(plan, className),
    oauthSection(plan, name, className),
    addressSection(plan, className),
    serversSection(plan, client),
    mark`## Methods\n\nEach takes the values of its path, then the body, the query and options, if the operation has them.`,
    ...client.resources.map((resource) => resourceSection(client, resource)),
    behaviour(plan, client, name, className),
    streamSection(plan, client, name, className),
    webhookSection(plan, name),
    ...entrySections(settings, parts.examples, parts.peers),
    fetchSection(plan, client, name, parts.peers),
    oneByOne(name, parts.entries),
    mark`## Where it comes from\n\nGenerated from ${title} ${version} (SHA-256 of the document: ${span(document.sha256)}) by \`contract sdk\`. To change it, change the document and generate again.`,
  ];
  return mark`${joinMarkdown(
    sections.filter((section) => section !== ""),
    "\n\n",
  )}\n`;
}

function resourceSection(client: ClientPlan, resource: NamedResource): Markdown {
  const rows = resource.methods.flatMap((method) => methodRows(client, resource, method));
  const { property, description = "" } = resource;
  const words = description.trim() === "" ? mark`` : mark`${prose(description)}\n\n`;
  return mark`### ${prose(property)}\n\n${words}${table(["method", "request", ""], rows)}`;
}

function methodRows(client: ClientPlan, resource: NamedResource, method: PlannedMethod): Markdown[][] {
  const { name, operation } = method;
  const { printer, next, wait, waitedFor } = client;
  const { names } = printer.signature(operation, client.names(operation));
  const request = span(`${operation.source.method} ${operation.source.path}`);
  const kind =
    next(operation) !== undefined
      ? "A list."
      : isStream(operation)
        ? "A stream."
        : wait(operation) !== undefined
          ? "Can be waited for."
          : "";
  const deprecated = operation.source.operation["deprecated"] === true ? "Deprecated." : "";
  const row = [
    span(`${resource.property}.${name}(${names.join(", ")})`),
    request,
    sentences(summaryOf(operation.source.operation), kind, deprecated),
  ];
  const waitName = waitedFor(operation) && waitMethodName(resource, method);
  if (waitName === undefined) return [row];
  const path = printer.pathParameters(operation).map((one) => one.name);
  const call = span(`${resource.property}.${waitName}(${[...path, "options?"].join(", ")})`);
  return [row, [call, request, mark`Waits until the work has ended.`]];
}

function summaryOf(operation: Readonly<Record<string, Json | undefined>>): string | undefined {
  return text(operation["summary"]) ?? text(operation["description"])?.split("\n")[0];
}

/** Joins texts as sentences: `List pools. A list.` for `List pools`, `A list.` */
function sentences(...parts: readonly (string | undefined)[]): Markdown {
  const given = parts.flatMap((part) => (part === undefined || part.trim() === "" ? [] : [oneLine(part)]));
  const ended = given.map((part) => prose(/[.!?]$/.test(part) ? part : `${part}.`));
  return joinMarkdown(ended, " ");
}

function behaviour(plan: Plan, client: ClientPlan, name: string, className: Code): Markdown {
  const lists = client.operations.some((operation) => client.next(operation) !== undefined);
  const waits = client.operations.some((operation) => client.wait(operation) !== undefined);
  const files = client.operations.some((operation) =>
    hooksOf(plan.document.root, operation).some(({ name: hook }) => hook === "downloads"),
  );
  const example = emit`import { isApiError, logTo, ${className} } from ${printString(name)};

const client = new ${className}({ timeout: 10_000, hooks: logTo(console) });
`;
  return mark`## What it does for you

- **Errors.** Every unsuccessful response is an \`ApiError\` with \`status\`, \`problem\`, \`requestId\`; \`isApiError(error, 404)\` narrows it. A failed connection is a \`ConnectionError\`, an exceeded deadline a \`TimeoutError\`.
- **Retries.** On 408, 429, 5xx and lost connections, with exponential backoff and jitter; \`Retry-After\` is honoured. A write is retried only when that is safe.
- **Time.** One deadline for a whole call, retries included: \`timeout\` in milliseconds, per client and per call, and a call's \`signal\`.
- **Dates.** ${dateText(plan)}${integerText(plan)}${
    lists
      ? mark`\n- **Lists.** \`for await\` walks all items; \`.pages()\` all pages; awaiting gives the first page. \`page.following\` has the query (or body) of the next one: kept, and given to the method again, it goes on with the list. A page that repeats is an error.`
      : mark``
  }${
    waits
      ? mark`\n- **Waiting.** \`await started.wait()\` resolves with the result; \`onProgress\` reports progress.`
      : mark``
  }
${
  files
    ? mark`- **Files.** A downloaded file is a \`Blob\`; its \`name\` is that of \`Content-Disposition\`, without folders.\n`
    : mark``
}- **Status and headers.** \`await call.withResponse()\` has status and headers.

${codeBlock("js", example)}`;
}

function dateText({ values }: Plan): Markdown {
  return values.dates === "Date"
    ? mark`A \`Date\` may be given where the API has date-times, and comes back there.`
    : mark`Date-times are strings, exactly as the API has them.`;
}

function integerText(plan: Plan): Markdown {
  const { int64 } = plan.values;
  if (int64 === "number" || !hasInt64(plan)) return mark``;
  const example =
    int64 === "bigint" ? mark`\`9007199254740993n\`` : mark`\`"9007199254740993"\`, never rounded`;
  return mark`\n- **Integers of 64 bits** (\`int64\`) come back as ${span(int64)} with every digit: ${example}. A ${span(int64)} or a number may be given. openapi-fetch (\`/fetch\`), webhooks and the bodies of errors have numbers.`;
}

function oneByOne(name: string, entries: readonly PackageEntry[]): Markdown {
  const [entry] = entries.filter(({ resource }) => resource !== undefined);
  const resource = entry?.resource;
  if (entry === undefined || resource === undefined) return mark``;
  const example = emit`${importOf(emit`connect, ${resource.className}`, `${name}${entry.name.slice(1)}`)}

const ${variableFor(resource)} = new ${resource.className}(connect());
`;
  const names = entries.flatMap((one) =>
    one.resource === undefined ? [] : span(`${name}${one.name.slice(1)}`),
  );
  return mark`## One resource by itself

Smaller in a bundle than the whole client.

${codeBlock("js", example)}

Entries: ${joinMarkdown(names, ", ")}.`;
}
