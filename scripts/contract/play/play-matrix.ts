// Plays the exchanges of the matrix: the client generated from the row's document against a server of the
// column's document, on loopback.
import type { MatrixCell } from "../diff/versions/matrix.ts";
import type { Played } from "../diff/versions/played.ts";
import type { JsonObject, OpenApiDocument } from "../document/document.ts";
import { roundNumbers } from "../document/round-numbers.ts";
import { splitQuery } from "../exchange/parse-wire.ts";
import type { HttpRequest } from "../exchange/http.ts";
import { planOf } from "../generate/plan.ts";
import { type Called, PlayedClient, type Sent } from "./played-client.ts";
import { PlayedServers } from "./played-servers.ts";

/** A version, as it is played. */
export interface PlayedVersion {
  readonly name: string;
  readonly document: OpenApiDocument;
}

/**
 * Plays the smallest exchange of each cell that has a break, row by row, until the time is over.
 *
 * @param seconds no cell begins later; a call takes five seconds at most
 */
export async function playMatrix(
  given: readonly PlayedVersion[],
  cells: readonly (readonly MatrixCell[])[],
  seconds: number,
): Promise<ReadonlyMap<MatrixCell, Played>> {
  // Exact numbers are for comparing only.
  const versions = given.map(({ name, document }) => ({
    name,
    document: { ...document, root: roundNumbers(document.root) as JsonObject },
  }));
  const end = Date.now() + 1000 * seconds;
  const servers = new PlayedServers(versions.map(({ document }) => document));
  const played = new Map<MatrixCell, Played>();
  try {
    for (const row of cells) {
      const open = row.filter(({ breaks, smallest }) => breaks.length > 0 && smallest !== undefined);
      let client: PlayedClient | string | undefined;
      for (const cell of open) {
        const why = Date.now() > end ? `${seconds} seconds are over` : obstacleOf(cell);
        if (why !== undefined) {
          played.set(cell, { outcome: "not-played", detail: why });
          continue;
        }
        client ??= await clientOf(versions[cell.client]!, open, servers);
        played.set(
          cell,
          typeof client === "string"
            ? { outcome: "not-played", detail: client }
            : await playCell(cell, { client, servers, names: versions.map(({ name }) => name) }),
        );
      }
    }
  } finally {
    await servers.stop();
  }
  return played;
}

/** Returns why an exchange cannot be played by any client. */
function obstacleOf({ smallest }: MatrixCell): string | undefined {
  const witness = smallest?.witness;
  if (witness === undefined) return "it has no exchange";
  if (smallest?.rule === "security") return "credentials are not played";
  const { request, response } = witness.exchange;
  if (witness.shortened === true || request.unwritten !== undefined || response?.unwritten !== undefined)
    return "its exchange cannot be written in full";
  if (witness.sender === "head" && response === undefined) return "the server sends the request";
  return undefined;
}

/** Returns the row's client, or why there is none. */
async function clientOf(
  { name, document }: PlayedVersion,
  cells: readonly MatrixCell[],
  servers: PlayedServers,
): Promise<PlayedClient | string> {
  const labels = new Set(cells.map(({ smallest }) => smallest?.operation));
  const ids = planOf(document)
    .operations.filter(({ id, source }) => labels.has(source.operationId ?? id))
    .map(({ id }) => id);
  if (ids.length === 0) return `a client of ${name} has no such operation`;
  try {
    return await PlayedClient.make(document, ids, (await servers.at(cells[0]!.client)).basePath);
  } catch (error) {
    return `no client of ${name} can be generated: ${error instanceof Error ? error.message : String(error)}`;
  }
}

interface Playing {
  readonly client: PlayedClient;
  readonly servers: PlayedServers;
  readonly names: readonly string[];
}

async function playCell(cell: MatrixCell, { client, servers, names }: Playing): Promise<Played> {
  const { smallest } = cell;
  const { exchange, sender, rejection } = smallest!.witness!;
  const [own, other] = [names[cell.client] ?? "", names[cell.server] ?? ""];
  const { operation } = smallest!;
  const { request, response } = exchange;
  try {
    const server = await servers.at(cell.server);
    const { result: called, accepted } = await server.responding(
      sender === "head" ? response : undefined,
      () => client.call(operation, request, server),
    );
    const why = called === undefined ? `a client of ${own} has no such operation` : unlike(called, request);
    if (called === undefined || why !== undefined) return { outcome: "not-played", detail: why ?? "" };
    if (sender === "head") {
      if (called.status !== response?.status)
        return { outcome: "not-played", detail: `${other} responds with ${called.status}, not as it may` };
      return called.error === undefined
        ? { outcome: "taken", detail: `the client raises no error: ${rejection[0] ?? "its types differ"}` }
        : { outcome: "raised", detail: called.error };
    }
    if (accepted) return { outcome: "unseen", detail: `${other} accepts it` };
    const home = await servers.at(cell.client);
    const before = await home.responding(undefined, () => client.call(operation, request, home));
    return before.accepted
      ? { outcome: "rejected", detail: `${other} rejects it with ${called.status}, ${own} accepts it` }
      : { outcome: "not-played", detail: `${own} itself rejects it with ${before.result?.status}` };
  } catch (error) {
    return { outcome: "not-played", detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Returns how the request that the client wrote differs from the exchange; undefined if it does not. */
function unlike({ sent, error }: Called, request: HttpRequest): string | undefined {
  if (sent === undefined) return `the client sends nothing: ${error ?? "no request"}`;
  if (sent.method !== request.method || !isSameTarget(sent.target, request.target))
    return `the client writes ${sent.method} ${sent.target}`;
  const field = request.headers.find(([name, value]) => !isSent(name, value, sent));
  if (field !== undefined) return `the client does not write ${field[0]}: ${field[1]}`;
  return isSameBody(sent.body, request.body?.text ?? "")
    ? undefined
    : `the client writes ${sent.body.slice(0, 80)}`;
}

/** The media type may have parameters of its own, such as the boundary of a form. */
function isSent(name: string, value: string, { headers }: Sent): boolean {
  const found = headers.get(name);
  return /^content-type$/i.test(name) ? found !== null : found === value;
}

function isSameTarget(one: string, other: string): boolean {
  const [first, second] = [one, other].map((target) => {
    const [path = "", query = ""] = target.split("?");
    const pairs = query === "" ? [] : splitQuery(query).map((pair) => pair.join("="));
    return [path, ...pairs.sort()].map(decoded).join("\n");
  });
  return first === second;
}

function isSameBody(one: string, other: string): boolean {
  if (one === other) return true;
  try {
    return JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other));
  } catch {
    return false;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
