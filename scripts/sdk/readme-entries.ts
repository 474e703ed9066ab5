// The part of the README that is about what stands beside the client: checks, tests and the transport for Node.
import type { EntryExamples } from "./entry-examples.ts";
import type { PackageSettings } from "./package-settings.ts";
import { peer } from "./peer-module.ts";

export function entrySections(
  { name, client }: PackageSettings,
  examples: EntryExamples,
  peerMajor: string,
): string[] {
  const main = `import { ${client} } from ${JSON.stringify(name)};`;
  return [
    `## Check before sending

\`${name}/validate\` says what is wrong with a request without asking the API, and works where \`eval\` is forbidden.

${code(`import { validateRequest } from "${name}/validate";`, "", ...examples.validate)}

The list is empty where the request is right. Of a file, only the length is checked. What a format of the API's own means can be said with the option \`formats\`; one that nothing here knows is not checked.`,
    `## Test your code

\`${name}/testing\` is a \`fetch\` without a network: it refuses what the API would refuse, and what was created can be fetched, listed, changed and deleted.

${code(main, `import { createTestFetch } from "${name}/testing";`, "", ...examples.testing)}

\`respondOnce\` plans any declared answer for the next call, \`failOnce\` a broken connection; \`calls\` has everything that was sent.`,
    `## On Node, at less cost

\`${name}/${peer.entry}\` is a transport on ${peer.name}, which takes less than half of the processor time of the platform's \`fetch\`. It is the one part that needs another package:

\`\`\`sh
npm install ${peer.name}@${peerMajor}
\`\`\`

${code(main, `import { createNodeFetch } from "${name}/${peer.entry}";`, "", ...examples.node)}`,
  ];
}

function code(...lines: readonly string[]): string {
  return `\`\`\`js\n${lines.join("\n")}\n\`\`\``;
}
