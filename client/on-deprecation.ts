// Reports operations that the server's responses mark as deprecated (RFC 9745, RFC 8594). Bundled only by
// programs that use it.
import type { Hooks } from "./hooks.ts";

/** The deprecation that a server declares for an operation. */
export interface DeprecationNotice {
  readonly method: string;
  /** The operation's path template. */
  readonly template: string;
  /** When it was or will be deprecated; undefined if the server gives no date. */
  readonly deprecated: Date | undefined;
  /** When it is expected to stop responding (RFC 8594); undefined if the server gives no date. */
  readonly sunset: Date | undefined;
  /** URL of more information: the target of a `Link` of the relation `deprecation` or `sunset`. */
  readonly link: string | undefined;
}

/**
 * Creates hooks that call a function for the first response of each operation that has the header field
 * `Deprecation` or `Sunset`.
 *
 * @example const client = new TwilioClient({ hooks: onDeprecation((notice) => console.warn(notice)) });
 */
export function onDeprecation(notify: (notice: DeprecationNotice) => void): Hooks {
  const reported = new Set<string>();
  return {
    onResponse({ method, template }, { headers }) {
      const [deprecation, sunset] = [headers.get("Deprecation"), headers.get("Sunset")];
      const operation = `${method} ${template}`;
      // Drafts of RFC 9745 allowed true and false.
      if ((deprecation === null || deprecation === "?0" || deprecation === "false") && sunset === null)
        return;
      if (reported.has(operation)) return;
      reported.add(operation);
      const [, link] =
        /<([^>]*)>[^,]*;\s*rel\s*=\s*"?(?:deprecation|sunset)\b/i.exec(headers.get("Link") ?? "") ?? [];
      notify({ method, template, deprecated: moment(deprecation), sunset: moment(sunset), link });
    },
  };
}

/** Parses a date of structured fields (`@1688169599`, RFC 9651, section 3.3.7), or an HTTP date. */
function moment(field: string | null): Date | undefined {
  const [, seconds] = /^@(-?\d{1,15})$/.exec(field?.trim() ?? "") ?? [];
  const date = new Date(
    seconds === undefined ? (/GMT$/.test(field ?? "") ? (field ?? "") : Number.NaN) : Number(seconds) * 1000,
  );
  return Number.isNaN(date.getTime()) ? undefined : date;
}
