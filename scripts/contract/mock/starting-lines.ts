// Lines that a mock prints at its start: its URL, its credentials and an example call.
import { shellWord } from "../cli/shell-word.ts";
import { callbacksOf, webhooksOf } from "../document/operations.ts";
import { controlPath } from "../runtime/control/control-surface.ts";
import { printedCredential, shownCredential } from "./show-credential.ts";
import type { MockedContract } from "./mock.ts";
import type { StartedMock } from "./start-mock.ts";

/** Returns the lines for a terminal. */
export function startingLines(
  {
    origin,
    contracts,
    tokens,
    webhookSecret,
  }: Pick<StartedMock, "origin" | "contracts" | "tokens" | "webhookSecret">,
  ui = false,
): string[] {
  const [first] = contracts.flatMap(({ credentials }) => credentials);
  // Browsers do not send the fragment.
  const shown = first === undefined ? "" : `#${encodeURIComponent(first.value)}`;
  const sends = contracts.some(
    ({ contract: { root } }) => webhooksOf(root).length > 0 || callbacksOf(root).length > 0,
  );
  return [
    ...contracts.flatMap(linesOf(origin)),
    ...tokens.map(({ scheme, path }) => `  tokens of ${scheme}: POST ${origin}${path}`),
    ...(ui ? [`  page: ${origin}${controlPath}/ui${shown}`] : []),
    ...(sends ? [`  what it sends is signed with ${webhookSecret}`] : []),
  ];
}

function linesOf(origin: string): (mocked: MockedContract) => string[] {
  return (mocked) => {
    const { contract, credentials } = mocked;
    const operations = Object.values(contract.operations);
    const bases = [...new Set(operations.map(({ basePath }) => origin + basePath))];
    const count = `${operations.length} operation${operations.length === 1 ? "" : "s"}`;
    return [
      `mock: ${contract.title || contract.document.name} is at ${bases.join(" and ") || origin}, ${count}`,
      ...credentials.map((one) => `  ${printedCredential(contract.schemes, one)}`),
      ...tryLine(mocked, origin),
    ];
  };
}

/** Returns an example call that needs nothing but credentials. */
function tryLine({ contract, credentials }: MockedContract, origin: string): string[] {
  const operations = Object.values(contract.operations);
  const plain = operations.find(
    ({ method, parameters }) =>
      method === "GET" && !parameters.some(({ required, in: place }) => required || place === "path"),
  );
  if (plain === undefined) return [];
  const shown = shownCredential(plain, contract.schemes, credentials);
  if (shown === undefined) return [];
  const url = origin + plain.basePath + plain.path + shown.query;
  return [`  try: ${["curl", "-i", ...shown.words, url].map(shellWord).join(" ")}`];
}
