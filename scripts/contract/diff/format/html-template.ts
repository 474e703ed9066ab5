// HTML templates: every value is escaped unless it is HTML from a template itself.
import { printableLines } from "../../cli/printable.ts";

/** A piece of HTML that is safe to embed. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | Html | readonly Html[] | undefined | false;

/** Tag for HTML templates: `` html`<td>${text}</td>` `` */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const text = parts.map((part, index) => part + (index < values.length ? textOf(values[index]) : ""));
  return new Html(text.join(""));
}

function textOf(value: Value): string {
  if (value === undefined || value === false) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "object") return value.map(({ text }) => text).join("");
  return printableLines(String(value)).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
