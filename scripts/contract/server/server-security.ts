// The security schemes of a document for its server: how requests carry credentials, and the types of the
// credentials.
import type { JsonObject } from "../document/document.ts";
import { child, childPointer, deref, isArray, isObject } from "../document/pointer.ts";
import { type Code, emit, joinCode } from "../generate/code.ts";
import { docComment } from "../generate/comment.ts";
import { type Literal, printKey, printLiteral } from "../generate/literal.ts";
import type { Plan } from "../generate/plan.ts";
import { type SecurityScheme, securityScheme } from "../runtime/boundary/credentials.ts";

/** Prints the schemes that operations require, each once. */
export function printSecurity(plan: Plan): { readonly text: Code; readonly any: boolean } {
  const requirements = plan.operations.flatMap(({ source }) => source.security);
  const schemes = Object.entries(securitySchemesOf(plan));
  const names = schemes.map(([name]) => name);
  const scoped = names.filter((name) =>
    requirements.some((requirement) => {
      const scopes = requirement[name];
      return isArray(scopes) && scopes.length > 0;
    }),
  );
  const members = schemes.map(([name, scheme]) => {
    const pointer = childPointer("/components/securitySchemes", name);
    return emit`${docComment([`spec: ${pointer}`], "  ")}  readonly ${printKey(name)}: ${shownBy(scheme)};\n`;
  });
  const table = Object.fromEntries(schemes.map(([name, scheme]): [string, Literal] => [name, { ...scheme }]));
  const scopedNames = joinCode(
    scoped.map((name) => printLiteral(name)),
    emit` | `,
  );
  const text = joinCode(
    [
      emit`/** The credentials of a request, by security scheme. */\nexport interface Credentials {\n${members}}\n`,
      emit`/** Schemes for which some operation requires scopes. */\ntype Scoped = ${scoped.length === 0 ? emit`never` : scopedNames};\n`,
      emit`const schemes: Guard["schemes"] = ${printLiteral(table)};\n`,
    ],
    emit`\n`,
  );
  return { text, any: names.length > 0 };
}

/** Returns the schemes that operations require, each once, in order of first use. */
export function securitySchemesOf({ document: { root }, operations }: Plan): Record<string, SecurityScheme> {
  const names = operations.flatMap(({ source }) =>
    source.security.flatMap((requirement) => Object.keys(requirement)),
  );
  return Object.fromEntries([...new Set(names)].map((name) => [name, schemeNamed(root, name)]));
}

function schemeNamed(root: JsonObject, name: string): SecurityScheme {
  const declared = child(child(child(root, "components"), "securitySchemes"), name);
  const node = declared === undefined ? undefined : deref(root, declared);
  return isObject(node) ? securityScheme(node) : { kind: "other" };
}

function shownBy({ kind }: SecurityScheme): Code {
  switch (kind) {
    case "basic":
      return emit`{ readonly username: string; readonly password: string }`;
    case "bearer":
      return emit`{ readonly token: string }`;
    case "http":
      return emit`{ readonly credentials: string }`;
    case "apiKey":
      return emit`{ readonly key: string }`;
    case "mutualTLS":
      return emit`{ readonly certificate: PeerCertificate | undefined; readonly authorized: boolean }`;
    case "other":
      return emit`object`;
  }
}
