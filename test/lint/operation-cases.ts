// Cases of the rules about operations, paths and links, with and without findings. Line 1 of every document
// is its version.
import type { RuleCase } from "./rule-case.ts";

const ok = "responses: {'200': {description: ok}}";
const get = (fields: string): string => `paths:\n  /a:\n    get: {${fields}}\n`;

/** Returns operations, each of one path, with a list of error statuses. */
function declaring(
  ...operations: readonly (readonly [method: string, path: string, ...statuses: number[]])[]
): string {
  const lines = operations.map(([method, path, ...statuses]) => {
    const responses = statuses.map((status) => `'${status}': {description: d}`).join(", ");
    return `  ${path}: {${method}: {responses: {${responses}}}}`;
  });
  return `paths:\n${lines.join("\n")}\n`;
}

const pools = `paths:
  /pools:
    get:
      operationId: listPools
      parameters: [{name: token, in: query}]
      responses:
        '200':
          description: ok
          headers: {Location: {schema: {type: string}}}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Page'}
          links:
            next: {LINK}
components:
  schemas:
    Page:
      allOf:
        - type: object
          properties:
            next: {anyOf: [{type: string}, {type: 'null'}]}
            items: {type: array, items: {$ref: '#/components/schemas/Pool'}}
    Pool: {type: object, properties: {id: {type: string}, parent: {$ref: '#/components/schemas/Pool'}, data: {}}}
`;
const link = (text: string): string => pools.replace("{LINK}", text);

const typed = (schema: string): string =>
  `paths:\n  /pools/mine: {get: {${ok}}}\n  /pools/{id}:\n    get: {parameters: [{name: id, in: path, required: true, schema: ${schema}}], ${ok}}\n`;

export const operationCases: readonly RuleCase[] = [
  {
    rule: "operation-id",
    name: "an operation without an operationId is found",
    given: get(ok),
    want: ["4:5 GET /a has no operationId"],
  },
  {
    rule: "operation-id",
    name: "a duplicate operationId is found, also in webhooks",
    given: `${get(`operationId: x, ${ok}`)}webhooks: {w: {post: {operationId: x}}}\n`,
    want: ["5:23 the operationId x is that of /paths/~1a/get, too"],
  },
  { rule: "operation-id", name: "one operationId is enough", given: get(`operationId: x, ${ok}`), want: [] },
  {
    rule: "operation-tag",
    name: "an operation without a tag is found",
    given: get(ok),
    want: ["4:5 GET /a has no tags: give it one"],
  },
  {
    rule: "operation-tag",
    name: "an operation with two tags is found",
    given: get("tags: [a, b]"),
    want: ["4:11 GET /a has 2 tags: give it one"],
  },
  { rule: "operation-tag", name: "one tag is enough", given: get("tags: [a]"), want: [] },
  {
    rule: "operation-summary",
    name: "a blank summary is found",
    given: get("summary: ' '"),
    want: ["4:5 GET /a has no summary"],
  },
  { rule: "operation-summary", name: "a summary with text is enough", given: get("summary: s"), want: [] },
  {
    rule: "operation-security",
    name: "an operation without declared security is found",
    given: get(ok),
    want: ["4:5 GET /a has no security: write [] if everyone may call it"],
  },
  {
    rule: "operation-security",
    name: "an empty security list is a declaration",
    given: get("security: []"),
    want: [],
  },
  {
    rule: "operation-security",
    name: "an undeclared security scheme is found",
    given: `${get(ok)}security: [{key: []}, {basic: []}]\ncomponents: {securitySchemes: {key: {type: http}}}\n`,
    want: ["5:1 there is no security scheme basic"],
  },
  {
    rule: "error-responses",
    name: "an error that all but one operation declare is missing in that one",
    given: declaring(["get", "/a", 500], ["get", "/b", 500], ["put", "/c", 500], ["get", "/d", 404]),
    want: ["6:14 GET /d does not declare 500, as 3 of 4 operations do"],
  },
  {
    rule: "error-responses",
    name: "an error is expected of the kind that it fits: operations with a path parameter",
    given: declaring(
      ["get", "/a"],
      ["put", "/b/{id}", 404],
      ["get", "/b/{id}/c", 404],
      ["put", "/d/{id}", 404],
      ["get", "/e/{id}"],
      ["put", "/f"],
    ),
    want: ["7:19 GET /e/{id} does not declare 404, as 3 of 4 operations with a parameter in the path do"],
  },
  {
    rule: "error-responses",
    name: "ranges and default cover a status; two examples are no convention",
    given: declaring(["get", "/a", 500, 418], ["get", "/b", 500, 418], ["get", "/c", 500]).replace(
      "/c: {get: {responses: {'500'",
      "/c: {get: {responses: {'5XX'",
    ),
    want: [],
  },
  {
    rule: "problem-responses",
    name: "errors that are not problem documents are found, wherever they are declared",
    given:
      "paths:\n  /a:\n    get:\n      responses:\n        '200': {description: d}\n        '404': {description: d, content: {application/problem+json: {}}}\n        4XX: {description: d, content: {application/json: {}}}\n        default: {description: d}\n",
    want: [
      "8:9 the response 4XX has no content application/problem+json",
      "9:9 the response default has no content application/problem+json",
    ],
  },
  {
    rule: "ambiguous-paths",
    name: "a parameter that matches the literal segment beside it is found",
    given: typed("{type: string, pattern: '^[a-z]+$'}"),
    want: ["4:3 some URLs match both /pools/{id} and /pools/mine"],
  },
  {
    rule: "ambiguous-paths",
    name: "a pattern that excludes the literal is allowed",
    given: typed("{type: string, pattern: '^p_[0-9]+$'}"),
    want: [],
  },
  {
    rule: "ambiguous-paths",
    name: "a number that cannot be the literal is allowed",
    given: typed("{type: integer}"),
    want: [],
  },
  {
    rule: "ambiguous-paths",
    name: "a numeric parameter beside a number, and one path with two names, are found",
    given: `${typed("{type: integer}").replace("mine", "7")}  /pools/{pool}: {get: {${ok}}}\n`,
    want: [
      "4:3 some URLs match both /pools/{id} and /pools/7",
      "6:3 some URLs match both /pools/{pool} and /pools/7",
      "6:3 some URLs match both /pools/{pool} and /pools/{id}",
    ],
  },
  {
    rule: "ambiguous-paths",
    name: "text around a parameter distinguishes paths",
    given: `paths:\n  /a/{x}.json: {get: {${ok}}}\n  /a/b.xml: {get: {${ok}}}\n  /a/b.json: {get: {${ok}}}\n`,
    want: ["5:3 some URLs match both /a/b.json and /a/{x}.json"],
  },
  {
    rule: "links-resolve",
    name: "a link with existing operation, parameters and values is allowed, through references and branches",
    given: link(
      "{operationId: listPools, parameters: {token: $response.body#/next, query.token: $response.body#/items/0/parent/data/x}, requestBody: 'a {$response.header.location} {$url}'}",
    ),
    want: [],
  },
  {
    rule: "links-resolve",
    name: "a link to an unknown operationId is found",
    given: link("{operationId: listPool}"),
    want: ["15:13 the link names no operation of this document: listPools is one"],
  },
  {
    rule: "links-resolve",
    name: "a link to an unresolvable operationRef is found",
    given: link("{operationRef: '#/paths/~1pools/get'}"),
    want: [],
  },
  {
    rule: "links-resolve",
    name: "a link with an unknown parameter is found",
    given: link("{operationId: listPools, parameters: {page: 1}}"),
    want: ["15:57 listPools has no parameter page"],
  },
  {
    rule: "links-resolve",
    name: "invalid expressions, and those for undeclared values, are found",
    given: link(
      "{operationId: listPools, requestBody: ['$nope'], parameters: {token: $response.body#/nxt, query.token: $request.path.id}}",
    ),
    want: [
      "15:81 $response.body#/nxt names nothing that GET /pools → 200 declares",
      "15:109 $request.path.id names nothing that GET /pools → 200 declares",
    ],
  },
  {
    rule: "links-resolve",
    name: "a value that starts with a dollar is an expression",
    given: link("{operationId: listPools, parameters: {token: $response.cookie.a}}"),
    want: ["15:57 $response.cookie.a is not a runtime expression"],
  },
];
