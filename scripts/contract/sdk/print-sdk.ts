// Prints `sdk.ts`: the client runtime's settings for one API.
import { clientName, type ClientType, printClientImports } from "../generate/client-runtime.ts";
import { type Code, emit } from "../generate/code.ts";
import { printLiteral } from "../generate/literal.ts";
import { authorizations } from "../generate/resources/credential-settings.ts";
import type { sdkSettings } from "../generate/resources/sdk-settings.ts";

const apiSettings: ClientType = { module: "connect.ts", type: "ApiSettings" };

/** Prints the constant with the settings of the API. */
export function printSdk(header: Code, settings: ReturnType<typeof sdkSettings>): Code {
  const imports = printClientImports(emit`..`, [
    apiSettings,
    ...("authorize" in settings ? [authorizations] : []),
  ]);
  return emit`${header}
${imports}
/** The settings of this API for the runtime. spec: /x-sdk, /servers, /components/securitySchemes */
export const sdk: ${clientName(apiSettings)} = ${printLiteral(settings, "", 19)};
`;
}
