// The document that the test fetch answers by. A package carries as much of it as answers are made of.
import openapi from "../../generated/openapi.json" with { type: "json" };

export const document: unknown = openapi;
