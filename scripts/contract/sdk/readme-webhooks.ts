// Prints the README's section on webhooks and callbacks.
import { type Code, emit, joinCode } from "../generate/code.ts";
import { printKey, printString } from "../generate/literal.ts";
import type { Plan } from "../generate/plan.ts";
import { webhookEvents } from "../generate/resources/webhook-events.ts";
import { codeBlock, joinMarkdown, mark, type Markdown, span } from "./markdown.ts";

/** Maximum number of events listed. */
const most = 20;

export function webhookSection({ document }: Plan, name: string): Markdown {
  const events = webhookEvents(document);
  const [first] = events;
  if (first === undefined) return mark``;
  const names = joinMarkdown(
    events.slice(0, most).map((event) => span(event.name)),
    ", ",
  );
  const more = events.length > most ? mark` and ${events.length - most} more` : mark``;
  const lines: Code[] = [
    emit`import { webhookHandler } from ${printString(`${name}/webhooks`)};`,
    emit``,
    emit`const handle = webhookHandler({`,
    emit`  secret: "whsec_…",`,
    emit`  on: {`,
    emit`    ${printKey(first.name)}: async ({ id, body }) => console.log(id, body),`,
    emit`  },`,
    emit`});`,
    emit`export default { fetch: handle };`,
  ];
  return mark`## Webhooks

${codeBlock("js", emit`${joinCode(lines, emit`\n`)}\n`)}

A message is verified ([Standard Webhooks](https://www.standardwebhooks.com); \`secret\` may also be several secrets, or a function for another scheme), validated against the document, and handled once for each id. The response is a 204, or a 401 or 400 for a message that fails verification or validation, or a 500 if your function fails, so that the sender retries. \`webhookPlugin\` is the same for Fastify, and \`unwrap(rawBody, headers, secret)\` returns the event alone: \`name\` determines the type of \`body\`.

Events: ${names}${more}.`;
}
