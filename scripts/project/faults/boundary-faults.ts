// Faults in reading requests: texts of parameters, bodies, methods.
import type { PlantedFault } from "./planted-fault.ts";

const parameters = "generated/parameters.ts";
const boundary = "generated/boundary.ts";
const json = "generated/json.ts";

export const boundaryFaults: readonly PlantedFault[] = [
  {
    name: "integers of the query may be hexadecimal",
    file: parameters,
    find: "const integer = /^-?(?:0|[1-9][0-9]*)$/;",
    replace: "const integer = /^-?(?:0x[0-9]+|[0-9]+)$/;",
  },
  {
    name: "integers of the query may have a sign",
    file: parameters,
    find: "const integer = /^-?(?:0|[1-9][0-9]*)$/;",
    replace: "const integer = /^[-+]?(?:0|[1-9][0-9]*)$/;",
  },
  {
    name: "integers of the query may have blanks",
    file: parameters,
    find: "const integer = /^-?(?:0|[1-9][0-9]*)$/;",
    replace: "const integer = /^\\s*-?(?:0|[1-9][0-9]*)$/;",
  },
  {
    name: "a body may be left out",
    file: boundary,
    find: "if (rules?.required === true) problems.push(missingBody);",
    replace: "",
  },
  {
    name: "a body may be of any media type",
    file: boundary,
    find: "const declared = declaredType(sent, rules.mediaTypes);",
    replace: "const declared = rules.mediaTypes[0];",
  },
  {
    name: "a media type with a charset is refused",
    file: boundary,
    find: "const declared = declaredType(sent, rules.mediaTypes);",
    replace: 'const declared = sent.includes(";") ? undefined : declaredType(sent, rules.mediaTypes);',
  },
  {
    name: "something may stand behind JSON",
    file: json,
    find: "if (this.#at < this.#text.length) throw",
    replace: "if (false) throw",
  },
  {
    name: "a 405 has no Allow",
    file: boundary,
    find: "return new HttpError(405, `This resource supports ${allowed}.`, { headers: { Allow: allowed } });",
    replace: "return new HttpError(405, `This resource supports ${allowed}.`);",
  },
  {
    name: "a 405 names GET only",
    file: boundary,
    find: 'const allowed = found.allowed.join(", ");',
    replace: 'const allowed = "GET";',
  },
  {
    name: "a method that is not there is a 404",
    file: boundary,
    find: "return new HttpError(405, `This resource supports ${allowed}.`, { headers: { Allow: allowed } });",
    replace: "return noSuchPath();",
  },
];
