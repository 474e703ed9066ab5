// `boundary.ts`: what stands between HTTP and the operations, whatever carries the messages: paths, credentials, media types, JSON,
// parameters, validation, problem documents, responses.
import { type Code, emit, joinCode } from "./code.ts";
import { headerLine } from "./header.ts";
import type { Plan } from "./plan.ts";
import { readRuntime } from "./runtime-source.ts";

const runtime = [
  "problem.ts",
  "message-head.ts",
  "media-type.ts",
  "path-order.ts",
  "path-template.ts",
  "path-table.ts",
  "credentials.ts",
  "security.ts",
  "measure-json.ts",
  "scan-json.ts",
  "read-json.ts",
  "read-parameters.ts",
  "form-file.ts",
  "read-form.ts",
  "read-body.ts",
  "check-response.ts",
];

/** Names, in the order of the alphabet. */
const exported = [
  "BodyRules",
  "Callers",
  "FormFile",
  "Forms",
  "Found",
  "GivenResponse",
  "Guard",
  "HeaderFields",
  "HttpError",
  "JsonLimits",
  "JsonProblem",
  "JsonReading",
  "MessageHead",
  "ParameterRules",
  "PathTable",
  "PathTemplate",
  "ReadBody",
  "ReadParameters",
  "RequestProblem",
  "ResponseBreaksDocument",
  "ResponseRules",
  "Security",
  "TableRoute",
  "admit",
  "assertValid",
  "checkBody",
  "checkParameters",
  "checkPart",
  "checkResponse",
  "expectedType",
  "hasBody",
  "headerNamesOf",
  "httpErrorOf",
  "invalidRequest",
  "isJsonType",
  "matchPath",
  "mayMeet",
  "missingBody",
  "problemText",
  "problemType",
  "queryKeys",
  "queryOf",
  "readBody",
  "readJson",
  "readJsonBody",
  "readParameters",
  "scanJson",
  "statusOf",
  "templateOf",
  "wireResponse",
];

export async function emitBoundary(plan: Plan): Promise<Code> {
  return joinCode([
    headerLine(plan.header),
    emit`import {
  decode,
  own,
  type ParameterProblem,
  type ParameterReader,
  parseQuery,
  setOwn,
  type Values,
  type WireParameter,
} from "./parameters.ts";
import { bodyProblems, parameterProblems } from "./validation-problems.ts";
import type { RequestValidators, ResponseValidators, Validator } from "./validators.js";

`,
    await readRuntime(
      runtime.map((file) => `boundary/${file}`),
      exported,
    ),
  ]);
}
