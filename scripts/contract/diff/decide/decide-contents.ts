// Decides bodies by media type: which may still be sent or requested, and their content.
import type { Json } from "../../document/document.ts";
import type { ApiContent } from "../../exchange/api.ts";
import { httpBody } from "../../exchange/body-text.ts";
import type { Exchange, HttpBody } from "../../exchange/http.ts";
import {
  covers,
  holdsJson,
  mediaKind,
  type MediaRange,
  memberOfRange,
  speakingFor,
} from "../../exchange/media-range.ts";
import { decideEncoding } from "./decide-encoding.ts";
import { decideSchemas } from "./decide-schemas.ts";
import { decideSubtypes } from "./decide-subtypes.ts";
import { decideXml } from "./decide-xml.ts";
import type { Draft } from "./draft.ts";
import type { Flow, OperationPair, Context } from "./context.ts";
import { underSenderKeys } from "./xml-keys.ts";

/** One media type with its declarations on both sides. */
export interface ContentPair {
  readonly media: MediaRange;
  readonly sender: ApiContent;
  readonly receiver: ApiContent | undefined;
}

/**
 * Returns the media types that a sender may use, one for each range of the receiver's that they intersect.
 */
export function contentPairs(sent: readonly ApiContent[], read: readonly ApiContent[]): ContentPair[] {
  const ranges = sent.map(({ range }) => range);
  const all = [...ranges, ...read.map(({ range }) => range)];
  return sent.flatMap((sender) => {
    const inside = all.filter((range) => range !== sender.range && covers(sender.range, range));
    const medias = [memberOfRange(sender.range, all), ...inside.filter((range) => !range.text.includes("*"))];
    return medias
      .filter((media) => speakingFor(sent, media) === sender)
      .map((media) => ({ media, sender, receiver: speakingFor(read, media) }));
  });
}

/** Returns the location of a body, with its media type if that is not plain JSON. */
export function bodyLocation({ type, subtype }: MediaRange): string {
  return type === "application" && subtype === "json" ? "body" : `body(${type}/${subtype})`;
}

/** Returns the findings about the content of a body in one media type. */
export function decideContent(
  written: Context,
  writtenPair: OperationPair,
  at: {
    readonly flow: Flow;
    readonly prefix: string;
    readonly contents: ContentPair;
    embed(body: HttpBody): Exchange;
  },
): Draft[] {
  const { flow, prefix } = at;
  const given = { context: written, pair: writtenPair, contents: at.contents };
  const { context, pair, contents } =
    mediaKind(at.contents.media) === "xml" ? underSenderKeys(given, flow) : given;
  const { media, sender, receiver } = contents;
  if (receiver === undefined) return [];
  const place = prefix + bodyLocation(media);
  const described = { root: pair[flow.sender].root, schema: sender.schema };
  const embed = (value: Json) => at.embed(httpBody(media, value, described));
  return [
    ...decideEncoding(context, { flow, place, media, sender, receiver, embed: (body) => at.embed(body) }),
    ...decideXml(context, { flow, place, media, sender, receiver, embed }),
    ...decideSubtypes(context, { flow, place, sender, receiver, embed }),
    ...decideSchemas(context, pair, {
      flow,
      place,
      part: "body",
      errors: "body",
      sender: sender.schema,
      receiver: receiver.schema,
      text: !holdsJson(media),
      sendable: undefined,
      embed,
    }),
  ];
}
