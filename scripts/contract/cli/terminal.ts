// The properties of the terminal that a command prints to: its width, and whether it supports colours.

/** The width in characters, and whether colours are used. */
export interface Terminal {
  readonly columns: number;
  readonly colour: boolean;
}

/**
 * `NO_COLOR` (no-color.org) and `FORCE_COLOR` override the stream's properties; a pipe has no colours and is
 * 120 columns wide.
 */
export function terminalOf(
  env: Readonly<Record<string, string | undefined>>,
  stream: { readonly isTTY?: boolean; readonly columns?: number },
): Terminal {
  const configured = Number(env["COLUMNS"]);
  const columns = stream.columns ?? (Number.isInteger(configured) && configured > 0 ? configured : 120);
  const forced = env["FORCE_COLOR"] !== undefined && env["FORCE_COLOR"] !== "0";
  const forbidden = env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "";
  return { columns: Math.max(40, columns), colour: !forbidden && (forced || stream.isTTY === true) };
}

/** Colours a text; returns it unchanged where colours are not used. */
export type Paint = (style: "red" | "green" | "yellow" | "bold" | "dim", text: string) => string;

const codes = { red: 31, green: 32, yellow: 33, bold: 1, dim: 2 } as const;

export function painter({ colour }: Terminal): Paint {
  return (style, text) => (colour && text !== "" ? `\u001b[${codes[style]}m${text}\u001b[0m` : text);
}
