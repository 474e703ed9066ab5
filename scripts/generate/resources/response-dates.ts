// Where the responses of an operation hold date-times: one value for all, or a function where they differ.
import { isJsonType, isStreamType, mediaEssence } from "../../document/media-types.ts";
import { type Code, emit, joinCode } from "../code.ts";
import { printLiteral } from "../literal.ts";
import type { PlannedOperation } from "../plan.ts";
import type { DatePaths } from "./date-paths.ts";
import { successes } from "./link-plans.ts";

/** The value of an operation's `dates`, as code; undefined where no success holds date-times. */
export function responseDates(operation: PlannedOperation, paths: DatePaths): Code | undefined {
  const found = successes(operation).flatMap(({ status, content }) =>
    content
      .filter(({ mediaType }) => (isJsonType(mediaType) || isRange(mediaType)) && !isStreamType(mediaType))
      .map(({ mediaType, schema }) => ({ status, type: mediaEssence(mediaType), dates: paths.of(schema) })),
  );
  const [first] = found;
  if (found.every(({ dates }) => dates === first?.dates)) return first?.dates;
  const types = new Set(found.map(({ type }) => type));
  const cases = found
    .toSorted((left, right) => generality(left) - generality(right))
    .map(({ status, type, dates }) => {
      const isType = types.size === 1 || isRange(type) ? [] : [emit`type === ${printLiteral(type)}`];
      const conditions = [...isStatus(status), ...isType];
      return emit`${joinCode(conditions.length > 0 ? conditions : [emit`true`], emit` && `)} ? ${dates ?? emit`undefined`} : `;
    });
  return emit`(${types.size === 1 ? emit`status` : emit`status, type`}) => ${joinCode(cases)}undefined`;
}

/** `200` comes before `2XX`, and that before `default`; a media type before a range of them. */
function generality({ status, type }: { readonly status: string; readonly type: string }): number {
  return 2 * breadth(status) + Number(isRange(type));
}

function breadth(status: string): number {
  return status === "default" ? 2 : Number(/x/i.test(status));
}

function isRange(mediaType: string): boolean {
  return mediaType.includes("*");
}

function isStatus(status: string): Code[] {
  if (status === "default") return [];
  if (breadth(status) === 0) return [emit`status === ${printLiteral(Number(status))}`];
  return [emit`Math.floor(status / 100) === ${printLiteral(Number(status[0]))}`];
}
