// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.

export { Resources } from "../resources.ts";
