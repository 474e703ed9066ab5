// Decides how values are called in XML: who sends other elements than its receiver reads breaks it.
import type { ApiContent } from "../exchange/api.ts";
import { mediaKind, type MediaRange } from "../exchange/media-range.ts";
import { xmlNames } from "../exchange/xml-shape.ts";
import { xml } from "../rules/xml.ts";
import type { Draft } from "./draft.ts";
import { byRevision, type Flow, type Settings, walkOf } from "./settings.ts";

/** One finding for each place that both sides describe and write in different ways. */
export function decideXml(
  settings: Settings,
  at: { flow: Flow; place: string; media: MediaRange; sender: ApiContent; receiver: ApiContent },
): Draft[] {
  if (mediaKind(at.media) !== "xml") return [];
  const walk = walkOf(settings, at.flow);
  const sent = xmlNames(walk.sender.root, at.sender.schema);
  const read = xmlNames(walk.receiver.root, at.receiver.schema);
  return [...read.values()].flatMap((wanted): Draft[] => {
    const own = sent.get(wanted.place);
    if (own === undefined || own.written === wanted.written) return [];
    // The root is called what its reader calls it where only one side says so.
    if (wanted.place === "" && [own.written, wanted.written].includes("<>")) return [];
    return [
      {
        verdict: "breaking",
        side: at.flow.side,
        place: wanted.place === "" ? at.place : `${at.place}/${wanted.place}`,
        part: wanted.place === "" ? "body" : "property",
        rule: xml,
        change: byRevision(at.flow, { sender: own.written, receiver: wanted.written }),
        pointers: byRevision(at.flow, { sender: own.pointer, receiver: wanted.pointer }),
        reason: `sent as ${own.written}, read as ${wanted.written}; no exchange is shown, as XML is compared by its names alone`,
      },
    ];
  });
}
