// The document that the test fetch responds by. A package contains only the parts needed for responses.
import openapi from "../../generated/openapi.json" with { type: "json" };

export const document: unknown = openapi;
