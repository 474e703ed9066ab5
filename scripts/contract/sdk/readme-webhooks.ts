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
  const ownRoute: Code[] = [
    emit`import { unwrap, WebhookError } from ${printString(`${name}/webhooks`)};`,
    emit``,
    emit`/** The text or bytes of a request as they were received, and its header fields. */`,
    emit`export async function receive(rawBody, headers) {`,
    emit`  try {`,
    emit`    const event = await unwrap(rawBody, headers, "whsec_…");`,
    emit`    if (event.name === ${printString(first.name)}) console.log(event.id, event.body);`,
    emit`    return 204;`,
    emit`  } catch (error) {`,
    emit`    if (error instanceof WebhookError) return error.status;`,
    emit`    throw error;`,
    emit`  }`,
    emit`}`,
  ];
  return mark`## Webhooks

${codeBlock("js", emit`${joinCode(lines, emit`\n`)}\n`)}

\`handle\` takes a Fetch \`Request\` and resolves with the \`Response\`; Deno, Bun and workers serve a module with this default export. For Fastify, \`await app.register(webhookPlugin({ secret, on }), { prefix: "/hooks" })\` does the same.

A message is verified ([Standard Webhooks](https://www.standardwebhooks.com); \`secret\` may also be several secrets, or a function for another scheme), validated against the document, and handled once for each id. The response is a 204, or a 401 or 400 for a message that fails verification or validation, or a 500 if your function fails, so that the sender retries. Date-times of messages are strings.

In a route of your own, \`unwrap\` returns the event alone; \`name\` determines the type of \`body\`. It needs the body as it was received, not parsed and serialized again:

${codeBlock("js", emit`${joinCode(ownRoute, emit`\n`)}\n`)}

Events: ${names}${more}.`;
}
