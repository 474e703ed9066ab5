// Prints one method of a resource, with the interfaces of its query and options, and the document's
// descriptions.
import type { Json, JsonObject } from "../../document/document.ts";
import { type Code, emit, joinCode, noCode } from "../code.ts";
import { docComment, docTag } from "../comment.ts";
import { printKey, printString } from "../literal.ts";
import { toIdentifier, UniqueNames } from "../names.ts";
import type { PlannedOperation, PlannedParameter } from "../plan.ts";
import { isPositional } from "../positional-parts.ts";
import { pathNames } from "./link-plans.ts";
import { type BodyChoice, chosenBy, formsOf } from "./body-choice.ts";
import type { ModelTypes } from "./model-types.ts";
import { ResponseTypes, unionOf } from "./response-types.ts";
import { headerOptions } from "./header-options.ts";
import { isJsonType } from "../../runtime/boundary/media-type.ts";
import { bodyDataType, bodyType, bodyTypesOf } from "./media-types.ts";
import { streamsOf } from "./stream-items.ts";

/** The names of the declarations for an operation. */
export interface MethodNames {
  /** The interface of its query parameters, if it has any. */
  readonly query: Code;
  /** The interface of its options, if it has header parameters. */
  readonly options: Code;
}

/** A path parameter as a parameter of the method. */
export interface PathParameter {
  readonly name: Code;
  readonly type: Code;
  readonly description: string | undefined;
}

/** The parameters of a method as declared, and their names (`id`, `options?`). */
interface Signature {
  readonly names: readonly Code[];
  readonly parameters: Code;
}

interface Optional {
  readonly needed: boolean;
  readonly text: readonly [name: Code, type: Code];
}

function optionalOf(needed: boolean, name: Code, type: Code): Optional {
  return { needed, text: [name, type] };
}

/** Names of the other parameters of methods. */
const taken = ["body", "query", "options", "values"];

/** Prints the methods of one client. */
export class MethodPrinter {
  readonly #root: JsonObject;
  readonly #models: ModelTypes;
  readonly responses: ResponseTypes;

  constructor(root: JsonObject, models: ModelTypes) {
    this.#root = root;
    this.#models = models;
    this.responses = new ResponseTypes(root, models);
  }

  /** Returns the interfaces that the method's signature needs. */
  declarations(operation: PlannedOperation, names: MethodNames): Code[] {
    const query = operation.parameters.filter(({ place }) => place === "query");
    const headers = headerOptions(operation);
    const title = `\`${operation.source.method} ${operation.source.path}\``;
    return [
      query.length === 0
        ? noCode
        : emit`${docComment([`Query parameters of ${title}.`])}export interface ${names.query} extends Input<NonNullable<${parametersType(operation)}["query"]>> ${this.#members(query)}\n`,
      headers.length === 0
        ? noCode
        : emit`${docComment([`Options of ${title}.`])}export interface ${names.options} extends CallOptions {\n${headers.map(({ option, parameter }) => this.#option(operation, option, parameter))}}\n`,
    ].filter((text) => text !== "");
  }

  /**
   * Returns the parameters for each media type of the body, the default first; a single overload if there is
   * only one.
   */
  overloads(operation: PlannedOperation, names: MethodNames): Code[] {
    const first = bodyType(operation);
    const types = bodyTypesOf(operation);
    if (first === undefined || types.length < 2) return [this.signature(operation, names).parameters];
    return formsOf(first, types).map((form, index) => {
      const choice: BodyChoice = {
        type: unionOf(
          form.map((type) => this.#bodyType(operation, type)),
          emit`unknown`,
        ),
        options: chosenBy(form, index === 0),
        isDefault: index === 0,
      };
      return this.signature(operation, names, choice).parameters;
    });
  }

  /** Returns a signature: `(senderPoolId: SenderPoolId, body: UpdateSenderPool, options?: …)`. */
  signature(operation: PlannedOperation, names: MethodNames, choice?: BodyChoice): Signature {
    const path = this.pathParameters(operation);
    const body = bodyType(operation);
    const own = optionsType(operation, names);
    const query = operation.parameters.filter(({ place }) => place === "query");
    const demanding = query.some(({ required }) => required);
    const headers = headerOptions(operation);
    const strict = headers.some(({ parameter }) => parameter.required);
    const bodyNeeded = operation.body?.required === true;
    // Required parameters come first, so that optional ones can be omitted.
    const optional = [
      ...(body === undefined
        ? []
        : [optionalOf(bodyNeeded, emit`body`, choice?.type ?? this.#bodyType(operation, body))]),
      ...(query.length === 0 ? [] : [optionalOf(demanding, emit`query`, names.query)]),
      optionalOf(
        strict || choice?.isDefault === false,
        emit`options`,
        choice === undefined ? own : emit`${own} & ${choice.options}`,
      ),
    ];
    const last = optional.findLastIndex(({ needed }) => needed);
    const parameters = [
      ...path,
      ...optional.map(({ needed, text: [name, type] }, index) => {
        if (needed) return { name, type };
        return index < last ? { name, type: emit`${type} | undefined` } : { name: emit`${name}?`, type };
      }),
    ];
    return {
      names: parameters.map(({ name }) => name),
      parameters: joinCode(
        parameters.map(({ name, type }) => emit`${name}: ${type}`),
        emit`, `,
      ),
    };
  }

  pathParameters(operation: PlannedOperation): PathParameter[] {
    const names = new UniqueNames();
    const inPath = operation.parameters.filter(({ place }) => place === "path");
    const byName = new Map(inPath.map((parameter) => [parameter.name, parameter]));
    return pathNames(operation).map((wire) => {
      const parameter = byName.get(wire);
      const identifier = toIdentifier(wire);
      const fallback =
        parameter === undefined
          ? emit`string`
          : emit`Input<${parametersType(operation)}["path"][${printString(wire)}]>`;
      return {
        name: names.take(taken.includes(identifier) ? emit`${identifier}Value` : identifier),
        type: this.#models.nameOf(parameter?.schema, "Input") ?? fallback,
        description: text(parameter?.source.node["description"]),
      };
    });
  }

  comment(operation: PlannedOperation): Code {
    const { operation: node, method, path, pointer } = operation.source;
    const described = this.pathParameters(operation).flatMap(({ name, description }) =>
      description === undefined ? [] : [docTag("param", `${name} ${description.replace(/\s+/g, " ")}`)],
    );
    return docComment(
      [
        text(node["summary"]),
        text(node["description"]),
        `\`${method} ${path}\`, spec: ${pointer}`,
        ...described,
        node["deprecated"] === true ? docTag("deprecated") : undefined,
      ],
      "  ",
    );
  }

  #bodyType(operation: PlannedOperation, mediaType: string): Code {
    const type = this.#wholeBodyType(operation, mediaType);
    if (operation.switch === undefined || !isJsonType(mediaType)) return type;
    const { field, on } = operation.switch;
    return emit`${type} & { readonly ${printKey(field)}?: ${on ? emit`true` : emit`false | null`} | undefined }`;
  }

  #wholeBodyType(operation: PlannedOperation, mediaType: string): Code {
    const content = operation.body?.content.find((one) => one.mediaType === mediaType);
    const source = emit`Input<NonNullable<operations[${printString(operation.id)}]["requestBody"]>["content"][${printString(mediaType)}]>`;
    const isParts = content !== undefined && isPositional(this.#root, content);
    return (
      (isParts ? undefined : bodyDataType(mediaType)) ??
      this.#models.nameOf(content?.schema, "Input") ??
      source
    );
  }

  #members(query: readonly PlannedParameter[]): Code {
    const members = this.#models.members(
      query.map(({ name, required, schema, source }) => ({
        name,
        required,
        schema,
        description: source.node["description"],
      })),
      "Input",
    );
    return members === "" ? emit`{}` : emit`{\n${members}}`;
  }

  #option(
    operation: PlannedOperation,
    option: Code,
    { name, place, required, schema, source }: PlannedParameter,
  ): Code {
    const wire = emit`Input<NonNullable<NonNullable<${parametersType(operation)}[${printString(place)}]>[${printString(name)}]>>`;
    const type = this.#models.nameOf(schema, "Input") ?? wire;
    const standard = this.#models.defaultOf(schema);
    const comment = docComment(
      [text(source.node["description"]), `The ${place} \`${name}\`.`, standard],
      "  ",
    );
    return emit`${comment}  readonly ${option}${required ? emit`:` : emit`?:`} ${type}${required ? noCode : emit` | undefined`};\n`;
  }
}

function parametersType({ id }: PlannedOperation): Code {
  return emit`operations[${printString(id)}]["parameters"]`;
}

/** Returns the options that a call has besides those of the document. */
function optionsType(operation: PlannedOperation, names: MethodNames): Code {
  const streams = streamsOf(operation).length > 0;
  if (headerOptions(operation).length === 0) return streams ? emit`StreamOptions` : emit`CallOptions`;
  return streams ? emit`${names.options} & StreamOptions` : names.options;
}

function text(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
