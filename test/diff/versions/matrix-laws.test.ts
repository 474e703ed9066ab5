// Laws of the version matrix for any documents. CHECK_LONG=1 tries some thousand chains.
import t from "tap";
import { compare } from "../../../scripts/contract/diff/compare.ts";
import { Matrix } from "../../../scripts/contract/diff/versions/matrix.ts";
import { silentBreaks } from "../../../scripts/contract/diff/versions/silent-breaks.ts";
import type { OpenApiDocument } from "../../../scripts/contract/document/document.ts";
import { resolvePointer } from "../../../scripts/contract/document/pointer.ts";
import { knows } from "../adversary/known-names.ts";
import { validatorOf } from "../adversary/reference-validator.ts";
import { secondOpinion } from "../second-opinion.ts";
import { allValues, chainOfDocuments } from "./chain-of-documents.ts";

const chains = process.env["CHECK_LONG"] === "1" ? 3000 : 25;

t.test("a cell of the matrix equals a separate comparison of its two versions", (t) => {
  let red = 0;
  for (let seed = 1; seed <= chains; seed++) {
    const documents = chainOfDocuments(seed, 4);
    const matrix = new Matrix(documents);
    for (const [client, base] of documents.entries())
      for (const [server, head] of documents.entries()) {
        const wanted = compare(base, head).findings.filter(({ verdict }) => verdict === "breaking");
        const { breaks, undecided } = matrix.cell(client, server);
        const found = breaks.map(({ finding }) => finding());
        t.same(undecided, []);
        t.same(
          found.map(({ fingerprint, detail }) => `${fingerprint} ${detail}`).sort(),
          wanted.map(({ fingerprint, detail }) => `${fingerprint} ${detail}`).sort(),
          `seed ${seed}, ${base.name} to ${head.name}`,
        );
        red += Number(found.length > 0);
      }
  }
  t.ok(red > chains, "enough cells are red");
  t.end();
});

t.test(
  "every breaking cell has an exchange that two validators confirm for sender and receiver",
  async (t) => {
    for (let seed = 1; seed <= chains / 2; seed++) {
      const documents = chainOfDocuments(seed);
      const matrix = new Matrix(documents);
      for (const [client, base] of documents.entries())
        for (const [server, head] of documents.entries()) {
          const { breaks, smallest } = matrix.cell(client, server);
          if (breaks.length === 0) continue;
          t.ok(smallest?.witness, `seed ${seed}: a red cell has an exchange`);
          const opinion = await secondOpinion(smallest!, { base, head });
          if (opinion !== undefined) t.same(opinion, { sender: true, receiver: false }, `seed ${seed}`);
        }
    }
  },
);

t.test(
  "a break without a breaking step is found by the matrix exactly if it is found by trying every value",
  (t) => {
    let silent = 0;
    for (let seed = 1; seed <= chains * 2; seed++) {
      const documents = chainOfDocuments(seed);
      const matrix = new Matrix(documents);
      for (const at of [0, 1, 2])
        for (const side of ["request", "response"] as const) {
          const said = [matrix.cell(0, 1), matrix.cell(1, 2), matrix.cell(0, 2)].map((cell) =>
            cell.breaks.some(
              (one) =>
                one.side === side &&
                one.operation === `POST /things${at}` &&
                one.rule !== "operation-removed",
            ),
          );
          const tried = [
            [0, 1],
            [1, 2],
            [0, 2],
          ].map(([client, server]) => isBroken(documents[client!]!, documents[server!]!, { at, side }));
          t.same(said, tried, `seed ${seed}, thing ${at}, ${side}`);
          if (!said[0] && !said[1] && said[2]) {
            silent += 1;
            t.ok(
              silentBreaks(matrix).some((one) => one.finding().side === side),
              `seed ${seed}: told as a break that no step shows`,
            );
          }
        }
    }
    t.ok(silent > chains / 20, `${silent} journeys break where no step does`);
    t.end();
  },
);

t.test("a break that a single step shows is not reported as one that no step shows", (t) => {
  for (let seed = 1; seed <= chains; seed++) {
    const matrix = new Matrix(chainOfDocuments(seed));
    const key = ({ operation, side, place }: { operation: string; side: string; place: string }) =>
      [operation, side, place].join(" ");
    const steps = [matrix.cell(0, 1), matrix.cell(1, 2)].flatMap(({ breaks }) =>
      breaks.map(({ finding }) => key(finding())),
    );
    for (const { finding } of silentBreaks(matrix)) t.notOk(steps.includes(key(finding())), `seed ${seed}`);
  }
  t.end();
});

/** Whether some value is sent by its sender and rejected by its receiver. */
function isBroken(
  base: OpenApiDocument,
  head: OpenApiDocument,
  { at, side }: { readonly at: number; readonly side: "request" | "response" },
): boolean {
  const way =
    side === "request"
      ? `/paths/~1things${at}/post/requestBody/content/application~1json/schema`
      : `/paths/~1things${at}/post/responses/200/content/application~1json/schema`;
  const [client, server] = [base, head].map(({ root }) => resolvePointer(root, way));
  if (client === undefined || server === undefined) return false;
  const [sent, read] =
    side === "request"
      ? [
          { root: base.root, schema: client },
          { root: head.root, schema: server },
        ]
      : [
          { root: head.root, schema: server },
          { root: base.root, schema: client },
        ];
  const [isSent, isRead] = [sent, read].map(({ root, schema }) => validatorOf(root, schema));
  return allValues.some(
    (value) => isSent!(value) && knows(sent.root, [sent.schema], value) && !isRead!(value),
  );
}
