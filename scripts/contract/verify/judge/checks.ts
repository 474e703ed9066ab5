// The checks: a name for reports, and a sentence with the rule.

/** All checks that a finding can have. */
export const checks = {
  "accepts-invalid": "A request that violates the document is rejected.",
  "accepts-bytes":
    "A JSON body whose bytes are not UTF-8 is rejected: it is not a JSON text (RFC 8259, section 8.1).",
  "rejects-valid": "A request that conforms to the document is accepted.",
  "status-not-declared": "The status of a response is one that the operation declares.",
  "media-type": "A response has a media type that is declared for its status, and that the request accepts.",
  "response-body": "The body of a response is valid under its schema.",
  "response-header": "The header fields of a response are valid under their schemas.",
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
  "created-not-found": "A created resource can be fetched, and is in its list.",
  "created-differs": "A created resource has the values that were sent.",
  "update-lost":
    "A changed property is changed when the resource is fetched again, and the other properties are unchanged.",
  "merges-instead-of-replacing":
    "PUT replaces a resource: an optional property that it leaves out is not kept (RFC 9110, section 9.3.4).",
  "removed-still-there": "A removed resource can be neither fetched nor listed.",
  "location-leads-nowhere": "The URL in `Location` can be fetched.",
  "link-leads-nowhere": "The target of a link of the document can be fetched.",
  "etag-unstable": "The entity tag changes when the resource does, and not otherwise.",
  "if-match-ignored": "A write with an outdated `If-Match` is rejected, one with the current tag is applied.",
  "if-none-match-ignored": "A read with the current tag in `If-None-Match` gets 304, where it is declared.",
  "idempotency-key-ignored": "A write that is retried with its `Idempotency-Key` is applied once.",
  "pages-incomplete": "The pages of a list contain each resource once.",
  "page-size-ignored": "A page has no more entries than requested.",
  "filter-ignored": "A filtered list has only matching entries.",
  "work-does-not-end": "Work that was started ends.",
  "visible-to-others": "The resources of one account can be neither read nor changed by another.",
} as const satisfies Readonly<Record<string, string>>;

/** The name of a check. */
export type Check = keyof typeof checks;
