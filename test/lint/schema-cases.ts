// Cases of the rules about schemas, examples and components, with and without findings. Line 1 of every
// document is its version.
import type { RuleCase } from "./rule-case.ts";

const schemas = (text: string): string => `components:\n  schemas:\n${text}`;

export const schemaCases: readonly RuleCase[] = [
  {
    rule: "named-schemas",
    name: "unnamed objects inside others are found; branches of an object need no name",
    given: schemas(
      "    A:\n      properties:\n        b: {type: object, properties: {c: {}}}\n        d: {$ref: '#/components/schemas/A'}\n      allOf: [{properties: {e: {}}}]\n      anyOf: [{properties: {f: {}}}]\n",
    ),
    want: [
      "6:9 an object without a name: move it to components/schemas and refer to it",
      "9:15 an object without a name: move it to components/schemas and refer to it",
    ],
  },
  {
    rule: "known-keywords",
    name: "mistyped keywords are found, property names are free",
    given: schemas("    A: {maxLenght: 1, x-ours: 1, properties: {maxLenght: {nullable: true}}}\n"),
    want: [
      "4:9 maxLenght is not a JSON Schema keyword: maxLength is one",
      "4:59 nullable is not a JSON Schema keyword",
    ],
  },
  {
    rule: "valid-examples",
    name: "an invalid default is reported as a default; prototype names are ordinary names",
    given: schemas(
      "    A: {type: string, default: 1}\n    B: {required: [constructor], properties: {toString: {type: string}}, examples: [{}, {constructor: 1}]}\n",
    ),
    want: ["4:23 the default must be string", "5:85 the example must have required property 'constructor'"],
  },
  {
    rule: "bounded-strings",
    name: "a length, pattern, values or format bounds a string",
    given: schemas(
      [
        "{type: string}",
        "{type: [string, 'null'], minLength: 1}",
        "{type: string, format: uri}",
        "{items: {type: string}}",
        "{type: string, maxLength: 1}",
        "{type: string, pattern: ^a$}",
        "{type: string, enum: [a]}",
        "{type: [string, 'null'], const: null}",
        "{type: string, format: date-time}",
        "{type: integer}",
        "{minLength: 1}",
      ]
        .map((schema, index) => `    A${index}: ${schema}\n`)
        .join(""),
    ),
    want: ["4:5", "5:5", "6:5", "7:10"].map(
      (place) => `${place} a string of any length: give it a maxLength, a pattern or an enum`,
    ),
  },
  {
    rule: "anchored-patterns",
    name: "each alternative is anchored at both ends",
    given: schemas(
      ["^a{2,3}", "a$", "a", "^a|b$", "^a$|^b$", "^(?:a|b)$", "(?:^a|^b)$", "^\\$", "^(?=a)b$", "[", "\\-"]
        .map((pattern, index) => `    A${index}: {pattern: '${pattern}'}\n`)
        .join(""),
    ),
    want: [
      "4:10 the pattern has no $ at its end: it also allows texts that only contain a match",
      "5:10 the pattern has no ^ at its start: it also allows texts that only contain a match",
      "6:10 the pattern has no ^ at its start and $ at its end: it also allows texts that only contain a match",
      "7:10 the pattern has no ^ at its start and $ at its end: it also allows texts that only contain a match",
      "11:10 the pattern has no $ at its end: it also allows texts that only contain a match",
      "13:10 not a regular expression that JSON Schema understands: unterminated character class",
      "14:11 JSON Schema's regular expressions have the flag u, which rejects this one; write -",
      "14:11 the pattern has no ^ at its start and $ at its end: it also allows texts that only contain a match",
    ],
  },
  {
    rule: "anchored-patterns",
    name: "syntax of other languages is reported with its ECMA-262 form",
    given: schemas(
      ["(?i)^abc$", "\\A[0-9]+\\z", "^\\pL{,10}$", "^[[:alpha:]]$", "^(?i:a)$"]
        .map((pattern, index) => `    A${index}: {pattern: '${pattern}'}\n`)
        .join("") + "    B: {patternProperties: {'\\Aa': {}, a: {}}}\n",
    ),
    want: [
      "4:10 not a regular expression that JSON Schema understands: (?i) is not ECMA-262 syntax; write (?i:^abc$)",
      "5:10 not a regular expression that JSON Schema understands: \\A is not ECMA-262 syntax; write ^[0-9]+$",
      "6:10 not a regular expression that JSON Schema understands: \\pL is not ECMA-262 syntax; write ^\\p{L}{0,10}$",
      "7:10 not a regular expression that JSON Schema understands: [:alpha:] is not ECMA-262 syntax; write ^[A-Za-z]$",
      "9:29 not a regular expression that JSON Schema understands: \\A is not ECMA-262 syntax; write ^a",
    ],
  },
  {
    rule: "linear-patterns",
    name: "nested, adjacent and searched repetitions are found, in patterns of property names too",
    given: schemas(
      ["^(a+)+$", "^[a-z]+$", "^a*a*$", " +$", "^([a-z]{0,10}){0,10}$", "^(?i:[a-z]+)-[0-9]+$"]
        .map((pattern, index) => `    A${index}: {pattern: '${pattern}'}\n`)
        .join("") +
        `    B: {patternProperties: {'^(x|x)*$': {}}}\n    C: {pattern: '${"a?".repeat(20_000)}'}\n`,
    ),
    want: [
      '4:10 the time that an engine takes for this pattern grows exponentially, as with "aa" over and over; let no two repeats take the same text',
      '6:10 the time that an engine takes for this pattern grows faster than the text, as with "a" over and over; let no two repeats take the same text',
      '7:10 the time that an engine takes for this pattern grows faster than the text, as with "  " over and over; let no two repeats take the same text',
      "8:10 the time that an engine takes for this pattern grows faster than the text; let no two repeats take the same text",
      '10:29 the time that an engine takes for this pattern grows exponentially, as with "xx" over and over; let no two repeats take the same text',
      "11:9 the pattern has more consecutive parts than engines accept; write what repeats with a count, such as {5}",
    ],
  },
  {
    rule: "safe-numbers",
    name: "rounded limits and enum values are found, unless they are the limits of the format",
    given: schemas(
      "    A: {type: integer, minimum: -9007199254740992, maximum: 9007199254740991}\n" +
        "    B: {type: integer, format: int64, maximum: 9223372036854775807, exclusiveMinimum: -9223372036854775808}\n" +
        "    C: {enum: [1, 9007199254740993], multipleOf: 0.5}\n" +
        "    D: {const: 1e3}\n",
    ),
    want: [
      "4:24 minimum is beyond 2^53 - 1, where JavaScript numbers are rounded: it is read as -9007199254740992, and so are its neighbours; write a string with a pattern, or format: int64 alone for the limits of int64",
      "6:19 the value is beyond 2^53 - 1, where JavaScript numbers are rounded: it is read as 9007199254740992, and so are its neighbours; write a string with a pattern, or format: int64 alone for the limits of int64",
    ],
  },
  {
    rule: "one-of-apart",
    name: "overlapping branches are found with a common value; tags, types and closed objects keep branches apart",
    given: schemas(
      "    A: {oneOf: [{type: integer}, {type: number}]}\n" +
        "    B: {oneOf: [{type: integer}, {type: string}]}\n" +
        "    Cat: {type: object, required: [c], properties: {c: {type: string}}}\n" +
        "    Dog: {type: object, required: [d], properties: {d: {type: string}}}\n" +
        "    Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}\n" +
        "    Tagged:\n" +
        "      required: [k]\n" +
        "      oneOf: [{type: object, properties: {k: {const: a}}}, {type: object, properties: {k: {const: b}}}]\n" +
        "    Shut:\n" +
        "      type: object\n" +
        "      oneOf:\n" +
        "        - {required: [c], properties: {c: {}}, additionalProperties: false}\n" +
        "        - {required: [d], properties: {d: {}}, additionalProperties: false}\n",
    ),
    want: [
      "4:9 0 is of branch 1 and of branch 2, so oneOf rejects it; let a required property have another const in each, or write anyOf",
      '8:11 {"c":"","d":""} is of Cat and of Dog, so oneOf rejects it; let a required property have another const in each, or write anyOf',
    ],
  },
  {
    rule: "body-examples",
    name: "an example counts in the media type, in its examples, on its schema or beside a reference to it; bodies without one are found",
    given: `paths:
  /a:
    post:
      requestBody:
        content:
          text/a: {schema: {type: string}}
          text/b: {example: 1}
          text/c: {examples: {one: {value: 1}}}
          text/d: {schema: {$ref: '#/components/schemas/A'}}
          text/e: {schema: {$ref: '#/components/schemas/B', examples: [1]}}
          text/f: {examples: {}}
      responses: {'200': {$ref: '#/components/responses/R'}, '201': {$ref: '#/components/responses/R'}, '202': {description: d}}
components:
  schemas: {A: {examples: [1]}, B: {}}
  responses:
    R: {description: d, content: {text/plain: {}}}
`,
    want: ["7:11 text/a has no example", "12:11 text/f has no example", "17:35 text/plain has no example"],
  },
  {
    rule: "valid-examples",
    name: "invalid examples of media types, schemas, parameters and headers are found, formats included",
    given: `components:
  schemas:
    A: {type: object, required: [id], properties: {id: {type: string}}, examples: [{}]}
    B: {type: string, format: liquid, default: '{% nope %}', examples: ['{{ a | any }}', '{{']}
    C: {type: object, additionalProperties: false, propertyNames: {maxLength: 1}, examples: [{xx: 1}]}
  parameters:
    P: {name: p, in: query, schema: {type: integer}, example: one}
  headers:
    H: {schema: {type: string, format: date-time}, examples: {bad: {value: today}, good: {value: '2024-01-15T09:30:00Z'}}}
  examples:
    E: {value: {id: 1}}
  requestBodies:
    R:
      content:
        application/json: {schema: {$ref: '#/components/schemas/A'}, examples: {e: {$ref: '#/components/examples/E'}}}
        application/xml: {schema: {$ref: '#/components/schemas/A'}, example: <a/>}
`,
    want: [
      "4:84 the example must have required property 'id'",
      '5:39 the default must match format "liquid"',
      '5:90 the example must match format "liquid"',
      '6:94 the example has the name "xx", which must NOT have more than 1 characters',
      "6:94 the example must NOT have additional properties: xx",
      "8:54 the example must be integer",
      '10:69 the example must match format "date-time"',
      "12:17 the example must be string",
    ],
  },
  {
    rule: "unused-components",
    name: "components that only unused ones reference are found too",
    given: `paths: {/a: {get: {security: [{key: []}], responses: {'200': {$ref: '#/components/responses/R'}}}}}
components:
  securitySchemes: {key: {type: http}, spare: {type: http}}
  responses:
    R: {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Base'}}}}
  schemas:
    Base: {discriminator: {propertyName: kind, mapping: {named: Named}}}
    Named: {}
    Heir: {allOf: [{$ref: '#/components/schemas/Base'}]}
    Lone: {items: {$ref: '#/components/schemas/Lone'}}
    User: {items: {$ref: '#/components/schemas/Used'}}
    Used: {}
`,
    want: ["4:40", "11:5", "12:5", "13:5"].map((place) => `${place} nothing uses this component`),
  },
  {
    rule: "known-extensions",
    name: "allowed extensions, and names in maps, are not reported",
    given:
      "info: {x-logo: a, x-ours: b}\ncomponents:\n  headers: {x-trace: {x-sdk: {x-any: 1}, schema: {x-go: T, default: {x-data: 1}}}}\n  schemas: {A: {$ref: '#/components/schemas/B', x-beside: 1}, B: {}}\n",
    want: ["2:8", "4:51", "5:49"].map(
      (place, index) =>
        `${place} the extension ${["x-logo", "x-go", "x-beside"][index] ?? ""} is not among those allowed`,
    ),
  },
];
