// Tells of operations that are on their way out, as the server says it of them (RFC 9745, RFC 8594); only programs that use it carry it.
import type { Hooks } from "./hooks.ts";

/** What a server says of an operation. */
export interface DeprecationNotice {
  readonly method: string;
  /** The path of the operation, without values. */
  readonly template: string;
  /** Since when, or from when on; undefined where the server does not say. */
  readonly deprecated: Date | undefined;
  /** When it is expected to stop responding (RFC 8594); undefined where the server does not say. */
  readonly sunset: Date | undefined;
  /** Where to read about it: the target of a `Link` of the relation `deprecation` or `sunset`. */
  readonly link: string | undefined;
}

/**
 * Hooks that call a function for the first response of each operation that has the header field `Deprecation` or `Sunset`.
 *
 * @example const client = new TwilioClient({ hooks: onDeprecation((notice) => console.warn(notice)) });
 */
export function onDeprecation(tell: (notice: DeprecationNotice) => void): Hooks {
  const told = new Set<string>();
  return {
    onResponse({ method, template }, { headers }) {
      const [deprecation, sunset] = [headers.get("Deprecation"), headers.get("Sunset")];
      const operation = `${method} ${template}`;
      // Drafts had true and false.
      if ((deprecation === null || deprecation === "?0" || deprecation === "false") && sunset === null)
        return;
      if (told.has(operation)) return;
      told.add(operation);
      const [, link] =
        /<([^>]*)>[^,]*;\s*rel\s*=\s*"?(?:deprecation|sunset)\b/i.exec(headers.get("Link") ?? "") ?? [];
      tell({ method, template, deprecated: moment(deprecation), sunset: moment(sunset), link });
    },
  };
}

/** A date of structured fields (`@1688169599`, RFC 9651, section 3.3.7), or an HTTP date. */
function moment(field: string | null): Date | undefined {
  const [, seconds] = /^@(-?\d{1,15})$/.exec(field?.trim() ?? "") ?? [];
  const date = new Date(
    seconds === undefined ? (/GMT$/.test(field ?? "") ? (field ?? "") : Number.NaN) : Number(seconds) * 1000,
  );
  return Number.isNaN(date.getTime()) ? undefined : date;
}
