// Prints the README's section on streams, for documents that have some.
import { type Code, emit, joinCode, noCode } from "../generate/code.ts";
import { printString } from "../generate/literal.ts";
import type { Plan } from "../generate/plan.ts";
import type { ClientPlan } from "../generate/resources/client-plan.ts";
import { isStream, streamsOf } from "../generate/resources/stream-items.ts";
import { isEventStream } from "../runtime/boundary/media-type.ts";
import { codeBlock, mark, type Markdown } from "./markdown.ts";
import { callOf, clientLines, stepsOf } from "./readme-example.ts";

export function streamSection(plan: Plan, client: ClientPlan, name: string, className: Code): Markdown {
  const step = stepsOf(client).find(({ method }) => isStream(method.operation));
  if (step === undefined) return mark``;
  const { operation } = step.method;
  const hasEvents = streamsOf(operation).some(({ mediaType }) => isEventStream(mediaType));
  const lines = [
    emit`import { ${className} } from ${printString(name)};`,
    noCode,
    ...clientLines(plan, className),
    emit`for await (const ${hasEvents ? emit`{ data }` : emit`item`} of ${callOf(plan, step)}) {`,
    emit`  console.log(${hasEvents ? emit`data` : emit`item`});`,
    emit`}`,
  ];
  const resumes = client.operations.some(
    (one) => one.source.method === "GET" && streamsOf(one).some(({ mediaType }) => isEventStream(mediaType)),
  );
  return mark`## Streams

${codeBlock("js", emit`${joinCode(lines, emit`\n`)}\n`)}

Items are yielded as they arrive, and nothing is read ahead of the loop. Leaving the loop, or aborting the option \`signal\`, ends the stream. \`timeout\` limits the time to the start of the response, \`silence\` the time without a byte after it (default: the \`timeout\`). A stream that is cut short rejects with a \`ConnectionError\`, a silent one with a \`TimeoutError\`; both report the number of items received.${
    resumes
      ? mark` A stream that GET reads and whose events have IDs reconnects by itself after the last event (\`Last-Event-ID\`).`
      : mark``
  }`;
}
