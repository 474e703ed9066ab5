// The checks: a name for reports, and a sentence with the rule.

/** All checks that a finding can have. */
export const checks = {
  "accepts-invalid": "A request that breaks the document is rejected.",
  "rejects-valid": "A request that keeps to the document is accepted.",
  "status-not-declared": "The status of a response is one that the operation declares.",
  "media-type": "A response has a media type that is declared for its status, and that the request accepts.",
  "response-body": "The body of a response keeps to its schema.",
  "response-header": "The header fields of a response keep to their schemas.",
  "problem-document": "A response of type application/problem+json is a problem document (RFC 9457).",
  "server-error": "No request makes the server fail.",
  "no-response": "Every request gets a response.",
  "inner-workings": "No response discloses internals of the server.",
  "server-version": "No response names the server's software and its version.",
  "too-slow": "Responses come within the time that was set.",
  "head-differs": "HEAD responds like GET, without the body (RFC 9110, section 9.3.2).",
  "method-not-allowed": "A method that a path does not have gets 405 (RFC 9110, section 15.5.6).",
  "allow-header": "A 405 names the methods of its path in `Allow` (RFC 9110, section 15.5.6).",
  "access-without-credentials": "Without valid credentials an operation that requires them is rejected.",
  challenge: "A 401 names how to authenticate, in `WWW-Authenticate` (RFC 9110, section 15.5.2).",
  "created-not-found": "What was created can be fetched, and is in its list.",
  "created-differs": "What was created is what was sent.",
  "update-lost": "What was changed is changed when it is fetched again, and the rest is as it was.",
  "removed-still-there": "What was removed is neither found nor listed.",
  "location-leads-nowhere": "The URL in `Location` can be fetched.",
  "link-leads-nowhere": "What a link of the document names can be fetched.",
  "etag-unstable": "The entity tag changes when the resource does, and not otherwise.",
  "if-match-ignored": "A write with an outdated `If-Match` is rejected, one with the current tag is applied.",
  "idempotency-key-ignored": "A write that is retried with its `Idempotency-Key` is applied once.",
  "pages-incomplete": "A walk over the pages of a list comes by each resource once.",
  "page-size-ignored": "A page has no more entries than requested.",
  "filter-ignored": "A filtered list has only matching entries.",
  "work-does-not-end": "Work that was started ends.",
  "visible-to-others": "What is of one account is neither seen nor changed by another.",
} as const satisfies Readonly<Record<string, string>>;

export type Check = keyof typeof checks;
