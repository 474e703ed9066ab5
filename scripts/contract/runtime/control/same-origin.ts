// Cross-origin protection of the control surface: programs and its own page may send requests, pages of other
// origins in a browser may not.
import { fieldText, type HeaderFields } from "../boundary/message-head.ts";
import { HttpError } from "../boundary/problem.ts";

/**
 * Host names that always resolve to this machine. Any other name may be rebound to it; an IP address may not.
 */
const ownNames = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/i;

/** Where a control surface listens. */
export interface ControlLocation {
  /** The listening address, or the host of a URL that leads to it. */
  readonly hosts: readonly string[];
  /**
   * Whether only this machine can reach it: then any other host name indicates DNS rebinding by a web page.
   */
  readonly isLoopback: boolean;
}

/**
 * Throws the 403 for requests that a page of another origin makes a browser send. Browsers send the page's
 * origin (`Origin`, `Sec-Fetch-Site`), and the page cannot prevent it
 * (https://fetch.spec.whatwg.org/#origin-header).
 */
export function rejectOtherOrigins(headers: HeaderFields, { hosts, isLoopback }: ControlLocation): void {
  const host = fieldText(headers, "host") ?? "";
  const origin = fieldText(headers, "origin");
  const site = fieldText(headers, "sec-fetch-site");
  const isOwn =
    (origin === undefined || origin.replace(/^https?:\/\//i, "").toLowerCase() === host.toLowerCase()) &&
    (site === undefined || site === "same-origin" || site === "none");
  if (!isOwn) throw new HttpError(403, "The control surface rejects requests from pages of other origins.");
  const name = host.replace(/:\d*$/, "").toLowerCase();
  if (isLoopback && host !== "" && !ownNames.test(name) && !hosts.includes(name))
    throw new HttpError(
      403,
      "The control surface is for this machine only: request it as localhost, or by the address that the server listens on.",
    );
}
