// Generates the files of a package from a document, for the command and for programs that generate packages.
import type { OpenApiDocument } from "../document/document.ts";
import {
  ownVariables,
  type RejectedVariable,
  variablesOf,
  withAllowedVariables,
} from "../generate/allowed-variables.ts";
import { inferPagination, type InferredPagination } from "../generate/resources/infer-pagination.ts";
import { leaveOutBroken } from "./leave-out-broken.ts";
import { clientObstacle } from "./obstacles.ts";
import { packageFiles, type PackageText, type Surroundings } from "./package-files.ts";
import { type PackageSettings, packageSettings } from "./package-settings.ts";
import { type Loss, preparedDocument } from "./prepared-document.ts";
import type { Selection } from "./select-operations.ts";

/** Options of a package. */
export interface SdkRequest extends Surroundings {
  readonly name: string;
  readonly version: string | undefined;
  /** The client's class. */
  readonly client: string | undefined;
  /** Variables that the document may name besides those that begin with the package's name. */
  readonly env: readonly string[];
  readonly selection: Selection;
  /** Whether pagination is inferred from the names of parameters and properties. */
  readonly infersPagination?: boolean;
}

/** A generated package, with what its command reports. */
export interface MadeSdk {
  readonly settings: PackageSettings;
  /** Path within the package → text. */
  readonly files: Map<string, PackageText>;
  readonly losses: readonly Loss[];
  readonly refused: readonly RejectedVariable[];
  readonly inferred: readonly InferredPagination[];
  /** The document from which the package is generated. */
  readonly document: OpenApiDocument;
}

/**
 * Generates the files. Throws a UsageError for invalid names, a DocumentError if nothing can be generated.
 */
export async function makeSdk(read: OpenApiDocument, request: SdkRequest): Promise<MadeSdk> {
  const { name, version, client } = request;
  const settings = packageSettings(read, { name, version, client });
  const { document: allowed, refused } = withAllowedVariables(read, [
    ...ownVariables(name, client),
    ...variablesOf(request.env),
  ]);
  const { document: prepared, losses } = preparedDocument(allowed, request.selection, clientObstacle);
  const { document, found } =
    request.infersPagination === true ? inferPagination(prepared) : { document: prepared, found: [] };
  const { made: files, losses: broken } = await leaveOutBroken(document, (rest) =>
    packageFiles(rest, settings, request),
  );
  return { settings, files, losses: [...losses, ...broken], refused, inferred: found, document };
}
