// API keys in the query of a request.
import type { HttpRequest } from "../../exchange/http.ts";

/** Returns the encoded names of those keys that the request does not contain yet. */
export function credentialQuery({ credentials, target }: HttpRequest): string[] {
  const question = target.indexOf("?");
  const sent = new URLSearchParams(question === -1 ? "" : target.slice(question + 1));
  return credentials.flatMap(({ scheme }) => {
    const name = /^apiKey query (.+)$/su.exec(scheme)?.[1];
    return name === undefined || sent.has(name) ? [] : [encodeURIComponent(name)];
  });
}
