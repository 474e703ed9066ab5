// Rules about everything around schemas: operations, parameters, bodies, responses, security and the
// document.
import { changed, members } from "./describe.ts";
import { rulesOf } from "./rule.ts";

/** The rules by id. */
export const operations = {
  ...rulesOf(
    { direction: "request", area: "body", kind: "structure" },
    {
      "body-added": {
        summary: "a request body that is new and may be left out",
        describe: () => ({ action: "added", detail: "" }),
      },
      "body-removed": {
        summary: "a body that is no longer read",
        describe: () => ({ action: "removed", detail: "" }),
        oasdiff: () => "request-body-removed",
      },
    },
  ),
  ...rulesOf(
    { direction: "response", area: "response", kind: "structure" },
    {
      "body-missing": {
        summary: "a response that lost its body",
        describe: () => ({ action: "removed", detail: "" }),
      },
      "status-added": {
        summary: "a status that was not listed before",
        describe: changed,
        oasdiff: () => "response-non-success-status-added",
      },
      "status-removed": {
        summary: "a success status that is no longer returned",
        describe: changed,
        oasdiff: () => "response-success-status-removed",
      },
    },
  ),
  ...rulesOf(
    { direction: "request", area: "body", kind: "constraint" },
    {
      "body-required": {
        summary: "a body that must be sent",
        describe: ({ base }) => ({ action: base === undefined ? "added" : "required", detail: "" }),
        oasdiff: ({ action }) =>
          action === "added" ? "request-body-added-required" : "request-body-became-required",
      },
    },
  ),
  ...rulesOf(
    { direction: "request", area: "operation", kind: "annotation" },
    {
      deprecated: {
        summary: "a deprecation",
        describe: ({ head }) => ({ action: head === true ? "announced" : "withdrawn", detail: "" }),
        oasdiff: ({ action }) => (action === "announced" ? "endpoint-deprecated" : "endpoint-reactivated"),
      },
      sunset: {
        summary: "the date an operation ends",
        describe: changed,
        oasdiff: () => "api-sunset-date-changed-too-small",
      },
    },
  ),
  ...rulesOf(
    { direction: "both", area: "document", kind: "name" },
    {
      "document-moved": {
        summary: "a contract that is at another path",
        describe: (change) => ({ ...changed(change), action: "renamed" }),
      },
    },
  ),
  ...rulesOf(
    { direction: "both", area: "document", kind: "structure" },
    {
      document: {
        summary: "a change that touches no exchange",
        describe: () => ({ action: "changed", detail: "" }),
      },
      "empty-field": {
        summary: "a field without a value, read as empty",
        describe: ({ base, head }) => {
          const where = base === undefined ? "head" : head === undefined ? "base" : "both documents";
          return { action: "changed", detail: `nothing is written there: read as empty in ${where}` };
        },
      },
    },
  ),
  ...rulesOf(
    { direction: "request", area: "parameter", kind: "constraint" },
    {
      "empty-value": {
        summary: "a parameter that may be sent without a value",
        describe: changed,
      },
      "parameter-required": {
        summary: "a parameter that must be sent",
        describe: ({ base }) => ({ action: base === undefined ? "added" : "required", detail: "" }),
        oasdiff: ({ action }) =>
          action === "added" ? "new-required-request-parameter" : "request-parameter-became-required",
      },
    },
  ),
  ...rulesOf(
    { direction: "both", area: "body", kind: "structure" },
    {
      encoding: {
        summary: "how the parts of a form are written",
        describe: changed,
      },
      "media-type": {
        summary: "a media type that may be sent or accepted",
        describe: members,
        oasdiff: ({ side }) =>
          side === "request" ? "request-body-media-type-removed" : "response-media-type-removed",
      },
    },
  ),
  ...rulesOf(
    { direction: "both", area: "document", kind: "annotation" },
    {
      extension: {
        summary: "a change of a compared extension",
        describe: changed,
      },
      prose: {
        summary: "a summary or description",
        describe: () => ({ action: "changed", detail: "" }),
      },
    },
  ),
  ...rulesOf(
    { direction: "response", area: "header", kind: "structure" },
    {
      "header-added": {
        summary: "a response header that was not declared before",
        describe: () => ({ action: "added", detail: "" }),
      },
      "header-removed": {
        summary: "an optional response header that is not declared any more",
        describe: () => ({ action: "removed", detail: "" }),
        oasdiff: () => "optional-response-header-removed",
      },
    },
  ),
  ...rulesOf(
    { direction: "response", area: "header", kind: "constraint" },
    {
      "header-required": {
        summary: "a header that a response always had",
        describe: ({ head }) => ({ action: head === undefined ? "removed" : "optional", detail: "" }),
        oasdiff: ({ action }) =>
          action === "removed" ? "required-response-header-removed" : "response-header-became-optional",
      },
    },
  ),
  ...rulesOf(
    { direction: "request", area: "security", kind: "annotation" },
    {
      "oauth-flow": {
        summary: "where tokens come from",
        describe: changed,
        oasdiff: () => "api-security-component-oauth-token-url-changed",
      },
    },
  ),
  ...rulesOf(
    { direction: "request", area: "operation", kind: "structure" },
    {
      "operation-added": {
        summary: "an operation that is new",
        describe: () => ({ action: "added", detail: "" }),
        oasdiff: () => "endpoint-added",
      },
      "operation-removed": {
        summary: "an operation that is gone",
        describe: () => ({ action: "removed", detail: "" }),
        oasdiff: () => "api-removed-without-deprecation",
      },
      "webhook-removed": {
        summary: "a webhook or callback that is no longer sent",
        describe: () => ({ action: "removed", detail: "" }),
      },
    },
  ),
  ...rulesOf(
    { direction: "request", area: "operation", kind: "name" },
    {
      "operation-id": {
        summary: "an operationId",
        describe: changed,
        oasdiff: () => "api-operation-id-removed",
      },
      tags: {
        summary: "the tags of an operation",
        describe: members,
        oasdiff: () => "api-tag-removed",
      },
    },
  ),
  ...rulesOf(
    { direction: "request", area: "parameter", kind: "structure" },
    {
      "parameter-added": {
        summary: "a parameter that is new and may be left out",
        describe: () => ({ action: "added", detail: "" }),
      },
      "parameter-removed": {
        summary: "a parameter that is no longer read",
        describe: () => ({ action: "removed", detail: "" }),
        oasdiff: () => "request-parameter-removed",
      },
      "parameter-style": { summary: "how the values of a parameter are written", describe: changed },
    },
  ),
  ...rulesOf(
    { direction: "request", area: "security", kind: "constraint" },
    {
      security: {
        summary: "the credentials that an operation requires",
        describe: changed,
        oasdiff: ({ action }) => (action === "changed" ? "api-security-scope-added" : "api-security-added"),
      },
    },
  ),
  ...rulesOf(
    { direction: "request", area: "document", kind: "structure" },
    {
      server: { summary: "the URLs an operation is served at", describe: changed },
    },
  ),
  ...rulesOf(
    { direction: "both", area: "body", kind: "name" },
    {
      "old-caller": {
        summary: "code written against the old client that no longer compiles",
        describe: changed,
      },
    },
  ),
  ...rulesOf(
    { direction: "both", area: "body", kind: "structure" },
    {
      "example-rejected": {
        summary: "an example of one document that the other rejects",
        describe: changed,
      },
    },
  ),
};
