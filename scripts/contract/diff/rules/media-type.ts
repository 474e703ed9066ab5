// Names a media type that may be sent or asked for.
import { members } from "./describe.ts";
import type { Rule } from "./rule.ts";

export const mediaType: Rule = {
  id: "media-type",
  direction: "both",
  area: "body",
  kind: "structure",
  summary: "a media type that may be sent or asked for",
  describe: members,
  oasdiff: ({ side }) =>
    side === "request" ? "request-body-media-type-removed" : "response-media-type-removed",
};
