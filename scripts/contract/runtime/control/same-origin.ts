// Who may ask a control surface: programs, and its own page. A page of another origin in somebody's browser may not.
import { fieldText, type HeaderFields } from "../boundary/message-head.ts";
import { HttpError } from "../boundary/problem.ts";

/** Names of hosts that only this machine answers to; an address cannot be brought to mean another machine, as a name can. */
const ownNames = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/i;

/** Where a control surface listens. */
export interface ControlLocation {
  /** The address, or the host of a URL that leads there. */
  readonly hosts: readonly string[];
  /** Whether only this machine can reach it: then a name that is none of its own is a page's attempt (DNS rebinding). */
  readonly isLoopback: boolean;
}

/**
 * Throws the 403 for what a page of another origin makes a browser send. Browsers name the page (`Origin`, `Sec-Fetch-Site`), and it cannot
 * keep them from it. https://fetch.spec.whatwg.org/#origin-header
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
      "The control surface is this machine's: ask it as localhost, or by the address that the server listens on.",
    );
}
