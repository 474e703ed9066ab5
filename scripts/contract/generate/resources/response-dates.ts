// Where the exchanges of an operation contain date-times and integers of 64 bits: in responses by status and
// by media type if these differ.
import { clientName, type ClientValue } from "../client-runtime.ts";
import { type Code, emit, joinCode } from "../code.ts";
import { isJsonType, isStreamType } from "../../runtime/boundary/media-type.ts";
import { printKey } from "../literal.ts";
import type { PlannedContent, PlannedOperation, PlannedResponse } from "../plan.ts";
import type { PrintedDates } from "./date-constants.ts";
import type { DatePaths } from "./date-paths.ts";

const readers = {
  status: { module: "response/date-readers.ts", name: "datesByStatus" },
  mediaType: { module: "response/date-readers.ts", name: "datesByType" },
} as const satisfies Readonly<Record<string, ClientValue>>;

export const integerBody: ClientValue = { module: "response/exact-integers.ts", name: "integerBody" };
export const fromDigits: ClientValue = { module: "response/exact-integers.ts", name: "fromDigits" };

/** Returns the value of `dates`; undefined if no success response contains a date-time. */
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

/** Returns the locations of integers in the JSON body of a request; undefined if it contains none. */
export function jsonBodyIntegers(paths: DatePaths, { body }: PlannedOperation): PrintedDates | undefined {
  const content = body?.content.find(({ mediaType }) => isJsonType(mediaType));
  const found = paths.of(content?.schema);
  return found && { ...found, readers: [integerBody, ...found.readers] };
}

/** Returns one value if all are equal, else the call of a reader that selects by a key. */
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

/** Returns the contents of a success response without streams: only JSON types if there is a choice. */
function wholeContents(content: readonly PlannedContent[]): readonly PlannedContent[] {
  const whole = content.filter(({ mediaType }) => !isStreamType(mediaType));
  const json = whole.filter(({ mediaType }) => isJsonType(mediaType));
  return json.length > 0 ? json : whole.slice(0, 1);
}

/** Returns a media type in lower case and without spaces, as the runtime compares it. */
function normalised(mediaType: string): string {
  return mediaType.toLowerCase().replaceAll(/\s/g, "");
}
