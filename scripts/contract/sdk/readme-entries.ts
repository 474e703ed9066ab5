// Prints the README's section on the additional entries: validation, tests and the transport for Node.
import { type Code, emit, joinCode, noCode } from "../generate/code.ts";
import { printString } from "../generate/literal.ts";
import type { EntryExamples } from "./entry-examples.ts";
import { codeBlock, mark, type Markdown, prose, shellBlock, span } from "./markdown.ts";
import type { PackageSettings } from "./package-settings.ts";
import { peer, type PeerVersions } from "./peer-module.ts";
import { shell, shellWord } from "./shell.ts";

export function entrySections(
  { name, client }: PackageSettings,
  examples: EntryExamples,
  peers: PeerVersions,
): Markdown[] {
  const main = importOf(client, name);
  const entry = (part: string) => `${name}/${part}`;
  return [
    mark`## Check before sending

${span(entry("validate"))} validates a request without calling the API, and works where \`eval\` is forbidden.

${lines(importOf(emit`validateRequest`, entry("validate")), noCode, ...examples.validate)}

The list is empty for a valid request. Only the length of a file is checked. The option \`formats\` supplies checks for formats of the API's own; unknown formats are not checked. \`standardSchema(name)\` and \`standardBody(operationId)\` are [Standard Schemas](https://standardschema.dev), which tRPC, TanStack Form and others take.`,
    mark`## Test your code

${span(entry("testing"))} is a \`fetch\` without a network: it rejects what the API would reject, and keeps state, so that created resources can be fetched, listed, changed and deleted.

${lines(main, importOf(emit`createTestFetch`, entry("testing")), noCode, ...examples.testing)}

\`respondOnce\` plans any declared response for the next call, \`failOnce\` a broken connection; \`calls\` lists the requests that were sent.`,
    mark`## On Node, at less cost

${span(entry(peer.entry))} is a transport on ${prose(peer.name)}, which takes less than half of the processor time of the platform's \`fetch\`. It is the one part that needs another package:

${shellBlock(shell`npm install ${shellWord(`${peer.name}@${peers[peer.name]}`)}`)}

${lines(main, importOf(emit`createNodeFetch`, entry(peer.entry)), noCode, ...examples.node)}`,
  ];
}

/** Returns the statement that imports one name. */
export function importOf(name: Code, from: string): Code {
  return emit`import { ${name} } from ${printString(from)};`;
}

function lines(...code: readonly Code[]): Markdown {
  return codeBlock("js", joinCode(code, emit`\n`));
}
