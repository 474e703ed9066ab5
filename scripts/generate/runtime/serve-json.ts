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
    return mayOverflow.test(text) ? JSON.parse(text, finite) : JSON.parse(text);
  } catch (error) {
    if (error instanceof RangeError) throw new SyntaxError(error.message, { cause: error });
    throw new SyntaxError(`must be JSON: ${error instanceof Error ? error.message : ""}`, { cause: error });
  }
}

/** A text with a number that may be too large for a double. */
const mayOverflow = /[0-9]{309}|[eE]\+?[0-9]{3}/;

/** A reviver: what became infinite would leave as null. */
function finite(_key: string, value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new RangeError("must NOT have a number beyond the range of a double");
  return value;
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
