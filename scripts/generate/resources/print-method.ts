// One method of a resource, with the interfaces of its query and options, and the document's words on all of them.
import type { Json } from "../../document/document.ts";
import { docComment } from "../comment.ts";
import { printKey, printString } from "../literal.ts";
import { toIdentifier, UniqueNames } from "../names.ts";
import type { PlannedOperation, PlannedParameter } from "../plan.ts";
import { pathNames, successes } from "./link-plans.ts";
import type { ModelTypes } from "./model-types.ts";
import { headerOptions } from "./header-options.ts";
import { bodyDataType, bodyType, dataTypeOf } from "./media-types.ts";

/** The names of what is declared for an operation. */
export interface MethodNames {
  readonly constant: string;
  /** The interface of its query parameters, where it has any. */
  readonly query: string;
  /** The interface of its options, where it has header parameters. */
  readonly options: string;
}

/** A path value as a parameter of the method. */
export interface PathParameter {
  readonly name: string;
  readonly type: string;
  readonly description: string | undefined;
}

/** What methods call their other parameters. */
const taken = ["body", "query", "options", "values"];

export class MethodPrinter {
  readonly #models: ModelTypes;

  constructor(models: ModelTypes) {
    this.#models = models;
  }

  /** The interfaces that the method's signature needs. */
  declarations(operation: PlannedOperation, names: MethodNames): string[] {
    const query = operation.parameters.filter(({ place }) => place === "query");
    const headers = headerOptions(operation);
    const title = `\`${operation.source.method} ${operation.source.path}\``;
    return [
      query.length === 0
        ? ""
        : `${docComment([`Query parameters of ${title}.`])}export interface ${names.query} extends Input<NonNullable<${parametersType(operation)}["query"]>> ${this.#members(query)}\n`,
      headers.length === 0
        ? ""
        : `${docComment([`Options of ${title}.`])}export interface ${names.options} extends CallOptions {\n${headers.map(({ option, parameter }) => this.#option(operation, option, parameter)).join("")}}\n`,
    ].filter((text) => text !== "");
  }

  /** `(senderPoolId: SenderPoolId, body: UpdateSenderPool, options?: …)`, and the arguments for the runtime. */
  signature(operation: PlannedOperation, names: MethodNames): { parameters: string; args: string } {
    const path = this.pathParameters(operation);
    const body = bodyType(operation);
    const query = operation.parameters.filter(({ place }) => place === "query");
    const demanding = query.some(({ required }) => required);
    const headers = headerOptions(operation);
    const strict = headers.some(({ parameter }) => parameter.required);
    const bodyNeeded = operation.body?.required === true;
    // What is required stands first, so that what is not can be left out.
    const optional = [
      ...(body === undefined
        ? []
        : [{ needed: bodyNeeded, text: ["body", this.#bodyType(operation, body)] }]),
      ...(query.length === 0 ? [] : [{ needed: demanding, text: ["query", names.query] }]),
      { needed: strict, text: ["options", headers.length === 0 ? "CallOptions" : names.options] },
    ];
    const last = optional.findLastIndex(({ needed }) => needed);
    const parameters = [
      ...path.map(({ name, type }) => `${name}: ${type}`),
      ...optional.map(({ needed, text: [name, type] }, index) => {
        if (needed) return `${name}: ${type}`;
        return index < last ? `${name}: ${type} | undefined` : `${name}?: ${type}`;
      }),
    ];
    const args = [
      path.length === 0 ? "" : `path: [${path.map(({ name }) => name).join(", ")}]`,
      query.length === 0 ? "" : "query",
      body === undefined ? "" : "body",
    ].filter((part) => part !== "");
    return { parameters: parameters.join(", "), args: args.length === 0 ? "{}" : `{ ${args.join(", ")} }` };
  }

  pathParameters(operation: PlannedOperation): PathParameter[] {
    const names = new UniqueNames();
    return pathNames(operation).map((wire) => {
      const parameter = operation.parameters.find(({ place, name }) => place === "path" && name === wire);
      const identifier = toIdentifier(wire);
      const fallback =
        parameter === undefined
          ? "string"
          : `Input<${parametersType(operation)}["path"][${printString(wire)}]>`;
      return {
        name: names.take(taken.includes(identifier) ? `${identifier}Value` : identifier),
        type: this.#models.nameOf(parameter?.schema, "Input") ?? fallback,
        description: text(parameter?.source.node["description"]),
      };
    });
  }

  /** The data of a success. */
  dataType(operation: PlannedOperation): string {
    const types = successes(operation).flatMap(({ status, content }) => {
      if (content.length === 0) return ["undefined"];
      return content.map(({ mediaType, schema }) => {
        const source = `Output<operations[${printString(operation.id)}]["responses"][${statusKey(status)}]["content"][${printString(mediaType)}]>`;
        return dataTypeOf(mediaType) ?? this.#models.nameOf(schema, "Output") ?? source;
      });
    });
    return [...new Set(types)].join(" | ") || "unknown";
  }

  /** The type of a list's items, which are at this place of its answer. */
  itemType(operation: PlannedOperation, place: readonly string[]): string {
    const [schema] = successes(operation).map(({ content }) => content[0]?.schema);
    const model = this.#models.itemName(schema, place);
    if (model !== undefined) return model;
    const data = this.dataType(operation);
    return `${data}${place.map((key) => `[${printString(key)}]`).join("")}[number]`;
  }

  /** The names of the headers that come with a success, as a type. */
  headerType(operation: PlannedOperation): string {
    const names = new Set(
      successes(operation).flatMap(({ headers }) => headers.map(({ name }) => printString(name))),
    );
    return [...names].join(" | ") || "never";
  }

  comment(operation: PlannedOperation): string {
    const { operation: node, method, path, pointer } = operation.source;
    const described = this.pathParameters(operation).flatMap(({ name, description }) =>
      description === undefined ? [] : [`@param ${name} ${description.replace(/\s+/g, " ")}`],
    );
    return docComment(
      [
        text(node["summary"]),
        text(node["description"]),
        `\`${method} ${path}\`, spec: ${pointer}`,
        described.length === 0 ? undefined : described.join("\n"),
        node["deprecated"] === true ? "@deprecated" : undefined,
      ],
      "  ",
    );
  }

  #bodyType(operation: PlannedOperation, mediaType: string): string {
    const content = operation.body?.content.find((one) => one.mediaType === mediaType);
    const source = `Input<NonNullable<operations[${printString(operation.id)}]["requestBody"]>["content"][${printString(mediaType)}]>`;
    return bodyDataType(mediaType) ?? this.#models.nameOf(content?.schema, "Input") ?? source;
  }

  #members(query: readonly PlannedParameter[]): string {
    const members = this.#models.members(
      query.map(({ name, required, schema, source }) => ({
        name,
        required,
        schema,
        description: source.node["description"],
      })),
      "Input",
    );
    return members === "" ? "{}" : `{\n${members}}`;
  }

  #option(
    operation: PlannedOperation,
    option: string,
    { name, place, required, schema, source }: PlannedParameter,
  ): string {
    const wire = `Input<NonNullable<NonNullable<${parametersType(operation)}[${printString(place)}]>[${printString(name)}]>>`;
    const type = this.#models.nameOf(schema, "Input") ?? wire;
    const comment = docComment([text(source.node["description"]), `The ${place} \`${name}\`.`], "  ");
    return `${comment}  readonly ${printKey(option)}${required ? ":" : "?:"} ${type}${required ? "" : " | undefined"};\n`;
  }
}

function parametersType({ id }: PlannedOperation): string {
  return `operations[${printString(id)}]["parameters"]`;
}

/** openapi-typescript writes statuses as numbers, ranges and `default` as strings. */
function statusKey(status: string): string {
  return /^\d+$/.test(status) ? status : printString(status);
}

function text(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
