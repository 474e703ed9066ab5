// Cases of the rules about fields of objects, with and without findings. Line 1 of every document is its
// version.
import type { RuleCase } from "./rule-case.ts";

const parameters = (text: string): string => `components:\n  parameters:\n${text}`;

export const fieldCases: readonly RuleCase[] = [
  {
    rule: "known-fields",
    name: "mistyped fields are found; extensions, names of maps and fields of newer versions are allowed",
    given: [
      "info: {titel: T, version: 1.0.0}",
      "tags: [{name: a, kind: nav}, {nam: b}]",
      "paths:",
      "  /a: {x-ours: 1, get: {operationID: getA, responses: {'200': {description: d, headers: {anything: {}}}}}}",
      "components:",
      "  links: {a: {operationId: getA, body: {}}}",
      "",
    ].join("\n"),
    want: [
      "2:8 titel is not an OpenAPI field: title is one",
      "3:31 nam is not an OpenAPI field: name is one",
      "5:25 operationID is not an OpenAPI field: operationId is one",
      "7:34 body is not an OpenAPI field: leave it out, or call it x-…",
    ],
  },
  {
    rule: "fields-agree",
    name: "both kinds of examples, and both schema and content, are found",
    given: parameters(
      "    a: {name: a, in: query, schema: {}, example: 1, examples: {}}\n    b: {name: b, in: query, schema: {}, content: {}}\n    c: {name: c, in: query, schema: {}, example: 1}\n  examples:\n    d: {value: 1, externalValue: 'd.json'}\n",
    ),
    want: [
      "4:41 example excludes examples: keep one of the two",
      "5:41 content excludes schema: keep one of the two",
      "8:19 externalValue excludes value: keep one of the two",
    ],
  },
  {
    rule: "fields-agree",
    name: "fields without effect in their location are found",
    given: parameters(
      "    a: {name: a, in: path, required: true, schema: {}, allowReserved: false}\n    b: {name: 'a b', in: header, schema: {}}\n    c: {name: c, in: query, explode: true, content: {}}\n    d: {name: d, in: query, schema: {}, allowReserved: true, style: form}\n  headers:\n    e: {schema: {}, allowReserved: true}\n",
    ),
    want: [
      "4:56 allowReserved has no effect on in: path: leave it out",
      "5:9 a b is not a valid header name: write letters, digits and -",
      "6:29 explode has no effect together with content: leave it out",
      "9:21 allowReserved has no effect on headers: leave it out",
    ],
  },
  {
    rule: "fields-agree",
    name: "a path parameter that its path does not contain is found",
    given:
      "paths:\n  /a/{b+}/{c}:\n    parameters:\n      - {name: b, in: path, required: true, schema: {}}\n      - {name: c, in: path, required: true, schema: {}}\n    get: {responses: {}}\n    put: {responses: {}}\n",
    want: ["5:9 /a/{b+}/{c} does not contain {b}: add it to the path, or remove the parameter"],
  },
];
