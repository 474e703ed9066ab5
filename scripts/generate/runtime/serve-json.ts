// JSON texts from outside. Becomes part of a generated `serve-operations.ts`.

/** Deeper ones would exhaust the stack of validators that call themselves. */
const deepest = 500;

/** The value; throws a SyntaxError that says what is wrong with the text. */
export function parseJsonText(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new SyntaxError("must be UTF-8");
  }
  if (jsonDepth(text) > deepest) throw new SyntaxError(`must NOT be nested more than ${deepest} levels deep`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SyntaxError(`must be JSON: ${error instanceof Error ? error.message : ""}`, { cause: error });
  }
}

/** How many brackets are open at once, outside of strings. */
function jsonDepth(text: string): number {
  let depth = 0;
  let most = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at];
    if (unit === '"') at = endOfText(text, at + 1);
    else if (unit === "[" || unit === "{") most = Math.max(most, (depth += 1));
    else if (unit === "]" || unit === "}") depth -= 1;
  }
  return most;
}

function endOfText(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}
