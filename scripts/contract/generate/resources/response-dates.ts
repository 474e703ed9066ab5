// Where the successes of an operation hold date-times: by status and by media type, as far as these differ.
import { clientName, type ClientValue } from "../client-runtime.ts";
import { type Code, emit, joinCode } from "../code.ts";
import { isJsonType, isStreamType } from "../../runtime/boundary/media-type.ts";
import { printKey } from "../literal.ts";
import type { PlannedContent, PlannedResponse } from "../plan.ts";
import type { DatePaths, PrintedDates } from "./date-paths.ts";

const readers = {
  status: { module: "response/date-readers.ts", name: "datesByStatus" },
  mediaType: { module: "response/date-readers.ts", name: "datesByType" },
} as const satisfies Readonly<Record<string, ClientValue>>;

/** The value of `dates`; undefined where no success holds a date-time. */
export function responseDates(
  paths: DatePaths,
  responses: readonly PlannedResponse[],
): PrintedDates | undefined {
  return chosen(
    readers.status,
    responses.map(({ status, content }) => [
      status,
      chosen(
        readers.mediaType,
        wholeContents(content).map(({ mediaType, schema }) => [normalised(mediaType), paths.of(schema)]),
      ),
    ]),
  );
}

/** One value where all are the same, else the call of a reader that chooses by a key. */
function chosen(
  reader: ClientValue,
  printed: readonly (readonly [key: string, dates: PrintedDates | undefined])[],
): PrintedDates | undefined {
  if (new Set(printed.map(([, dates]) => dates?.code)).size <= 1) return printed[0]?.[1];
  const members = printed.map(([key, dates]): Code => emit`${printKey(key)}: ${dates?.code ?? emit`{}`}`);
  return {
    code: emit`/* @__PURE__ */ ${clientName(reader)}(() => ({ ${joinCode(members, emit`, `)} }))`,
    readers: [reader, ...printed.flatMap(([, dates]) => dates?.readers ?? [])],
    constants: printed.flatMap(([, dates]) => dates?.constants ?? []),
  };
}

/** What a success without a stream is: its JSON types where there is a choice. */
function wholeContents(content: readonly PlannedContent[]): readonly PlannedContent[] {
  const whole = content.filter(({ mediaType }) => !isStreamType(mediaType));
  const json = whole.filter(({ mediaType }) => isJsonType(mediaType));
  return json.length > 0 ? json : whole.slice(0, 1);
}

/** In lower case and without blanks, as the runtime compares it. */
function normalised(mediaType: string): string {
  return mediaType.toLowerCase().replaceAll(/\s/g, "");
}
