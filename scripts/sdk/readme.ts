// The package's README: installing, one program that runs, credentials, every method, and what the runtime does.
import type { Json } from "../document/document.ts";
import type { Plan } from "../generate/plan.ts";
import type { ClientPlan, NamedResource } from "../generate/resources/client-plan.ts";
import type { PlannedMethod } from "../generate/resources/resource-plan.ts";
import { waitMethodName } from "../generate/resources/print-class.ts";
import type { PackageEntry } from "./entries.ts";
import type { EntryExamples } from "./entry-examples.ts";
import { oneLine, type PackageSettings, text } from "./package-settings.ts";
import { addressSection, runExample } from "./readme-address.ts";
import { credentialsSection, serversSection } from "./readme-credentials.ts";
import { entrySections } from "./readme-entries.ts";
import { readmeExample } from "./readme-example.ts";

export function printReadme(
  plan: Plan,
  client: ClientPlan,
  settings: PackageSettings,
  parts: {
    readonly entries: readonly PackageEntry[];
    readonly examples: EntryExamples;
    readonly peerMajor: string;
  },
): string {
  const { name, client: className, document } = settings;
  const sections = [
    `# ${name}`,
    `${settings.description} Made from version ${oneLine(document.version)} of its OpenAPI document. Works on Node 20 and later, Deno, Bun, browsers and workers; needs nothing else.`,
    `## Install\n\n\`\`\`sh\nnpm install ${name}\n\`\`\``,
    `## Use\n\n\`\`\`js\n${readmeExample(plan, client, name, className)}\`\`\`\n\n${runExample(plan)}`,
    credentialsSection(plan, className),
    addressSection(plan),
    serversSection(plan, client),
    `## Methods\n\nEach takes the values of its path, then the body, the query and options, as far as it has them.`,
    ...client.resources.map((resource) => resourceSection(client, resource)),
    behaviour(client, name, className),
    ...entrySections(settings, parts.examples, parts.peerMajor),
    oneByOne(name, parts.entries),
    `## Where it comes from\n\nGenerated from ${oneLine(document.title)} ${oneLine(document.version)} (SHA-256 of the document: \`${document.sha256}\`) by \`contract sdk\`. To change it, change the document and generate again.`,
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function resourceSection(client: ClientPlan, resource: NamedResource): string {
  const rows = resource.methods.flatMap((method) => methodRows(client, resource, method));
  const description = resource.description === undefined ? "" : `${oneLine(resource.description)}\n\n`;
  return `### ${resource.property}\n\n${description}| method | request | |\n| --- | --- | --- |\n${rows.join("\n")}`;
}

function methodRows(client: ClientPlan, resource: NamedResource, method: PlannedMethod): string[] {
  const { name, operation } = method;
  const { printer, next, wait, waitedFor } = client;
  const { parameters } = printer.signature(operation, client.names(operation));
  const request = `\`${operation.source.method} ${operation.source.path}\``;
  const kind =
    next(operation) !== undefined ? "A list." : wait(operation) !== undefined ? "Can be waited for." : "";
  const deprecated = operation.source.operation["deprecated"] === true ? "Deprecated." : "";
  const row = `| \`${resource.property}.${name}(${namesOf(parameters)})\` | ${request} | ${sentences(summaryOf(operation.source.operation), kind, deprecated)} |`;
  const waitName = waitedFor(operation) && waitMethodName(resource, method);
  if (waitName === undefined) return [row];
  const path = printer.pathParameters(operation).map((one) => one.name);
  return [
    row,
    `| \`${resource.property}.${waitName}(${[...path, "options?"].join(", ")})\` | ${request} | Waits until it is over. |`,
  ];
}

function summaryOf(operation: Readonly<Record<string, Json | undefined>>): string | undefined {
  return text(operation["summary"]) ?? text(operation["description"])?.split("\n")[0];
}

/** `List pools`, `A list.` → `List pools. A list.` */
function sentences(...parts: readonly (string | undefined)[]): string {
  const given = parts.filter((part) => part !== undefined && part !== "").map(cell);
  return given.map((part) => (/[.!?]$/.test(part) ? part : `${part}.`)).join(" ");
}

/** `id: PoolId, options?: CallOptions` → `id, options?`; no type has a comma outside of brackets that a name follows. */
function namesOf(parameters: string): string {
  return [...parameters.matchAll(/(?:^|, )([\w$]+\??):/g)].map(([, name = ""]) => name).join(", ");
}

function cell(words: string | undefined): string {
  return words === undefined ? "" : oneLine(words).replaceAll("|", "\\|");
}

function behaviour(client: ClientPlan, name: string, className: string): string {
  const lists = client.operations.some((operation) => client.next(operation) !== undefined);
  const waits = client.operations.some((operation) => client.wait(operation) !== undefined);
  return [
    `## What it does for you

- **Errors.** Every answer that is no success is an \`ApiError\` with \`status\`, \`problem\`, \`requestId\`; \`isApiError(error, 404)\` narrows it. Broken connections are a \`ConnectionError\`, lost time a \`TimeoutError\`.
- **Retries.** On 408, 429, 5xx and lost connections, with growing random pauses; \`Retry-After\` is obeyed. A write is repeated only when that is safe.
- **Time.** One deadline for everything a call does: \`timeout\` in milliseconds, per client and per call, and a call's \`signal\`.
- **Dates.** A \`Date\` may be given where the API has date-times, and comes back there.`,
    lists
      ? "\n- **Lists.** `for await` walks all items; `.pages()` all pages; awaiting gives the first page."
      : "",
    waits
      ? "\n- **Waiting.** `await started.wait()` gives what became of it; `onProgress` is told in between."
      : "",
    `
- **The rest of the answer.** \`await call.withResponse()\` has status and headers.

\`\`\`js
import { isApiError, logTo, ${className} } from ${JSON.stringify(name)};

const client = new ${className}({ timeout: 10_000, hooks: logTo(console) });
\`\`\``,
  ].join("");
}

function oneByOne(name: string, entries: readonly PackageEntry[]): string {
  const [entry] = entries.filter(({ resource }) => resource !== undefined);
  const resource = entry?.resource;
  if (entry === undefined || resource === undefined) return "";
  return `## One resource by itself

Smaller in a bundle than the whole client.

\`\`\`js
import { connect, ${resource.className} } from "${name}${entry.name.slice(1)}";

const ${resource.property} = new ${resource.className}(connect());
\`\`\`

Entries: ${entries
    .filter((one) => one.resource !== undefined)
    .map((one) => `\`${name}${one.name.slice(1)}\``)
    .join(", ")}.`;
}
