// The exports of the client's runtime that emitted code imports, checked by the compiler: a renamed or moved
// export is a type error here.
import type * as apiPromise from "../../../client/api-promise.ts";
import type * as callOptions from "../../../client/call-options.ts";
import type * as caller from "../../../client/caller.ts";
import type * as connect from "../../../client/connect.ts";
import type * as authorize from "../../../client/credentials/authorize.ts";
import type * as oauth from "../../../client/credentials/oauth.ts";
import type * as invoke from "../../../client/invoke.ts";
import type * as fetchTransport from "../../../client/fetch-transport.ts";
import type * as node from "../../../client/node.ts";
import type * as operation from "../../../client/operation.ts";
import type * as page from "../../../client/pages/page.ts";
import type * as steps from "../../../client/pages/steps.ts";
import type * as wait from "../../../client/pages/wait.ts";
import type * as requestTypes from "../../../client/request-types.ts";
import type * as bodyTypes from "../../../client/request/body-types.ts";
import type * as formBody from "../../../client/request/form-body.ts";
import type * as moreHeaders from "../../../client/request/more-headers.ts";
import type * as pathStyles from "../../../client/request/path-styles.ts";
import type * as positionalParts from "../../../client/request/positional-parts.ts";
import type * as queryStyles from "../../../client/request/query-styles.ts";
import type * as serverVariables from "../../../client/request/server-variables.ts";
import type * as downloads from "../../../client/response/downloads.ts";
import type * as dateReaders from "../../../client/response/date-readers.ts";
import type * as exactIntegers from "../../../client/response/exact-integers.ts";
import type * as streamEvents from "../../../client/response/stream-events.ts";
import type * as streamItems from "../../../client/response/stream-items.ts";
import type * as streamLines from "../../../client/response/stream-lines.ts";
import type * as streamSequence from "../../../client/response/stream-sequence.ts";
import type * as reconnect from "../../../client/reconnect.ts";
import type * as streaming from "../../../client/streaming.ts";
import type * as handle from "../../../client/webhooks/handle.ts";
import type * as unwrap from "../../../client/webhooks/unwrap.ts";
import type * as verify from "../../../client/webhooks/verify.ts";
import type * as testing from "../../../client/testing.ts";
import type * as validate from "../../../client/validate.ts";
import { type Code, emit, joinCode, noCode, trustedCode } from "./code.ts";

/** The modules below `client/` that emitted code may import. */
interface Values {
  "call-options.ts": typeof callOptions;
  "caller.ts": typeof caller;
  "connect.ts": typeof connect;
  "invoke.ts": typeof invoke;
  "operation.ts": typeof operation;
  "fetch-transport.ts": typeof fetchTransport;
  "node.ts": typeof node;
  "testing.ts": typeof testing;
  "validate.ts": typeof validate;
  "api-promise.ts": typeof apiPromise;
  "credentials/authorize.ts": typeof authorize;
  "credentials/oauth.ts": typeof oauth;
  "pages/page.ts": typeof page;
  "pages/steps.ts": typeof steps;
  "pages/wait.ts": typeof wait;
  "request-types.ts": typeof requestTypes;
  "request/body-types.ts": typeof bodyTypes;
  "request/form-body.ts": typeof formBody;
  "request/more-headers.ts": typeof moreHeaders;
  "request/path-styles.ts": typeof pathStyles;
  "request/positional-parts.ts": typeof positionalParts;
  "request/query-styles.ts": typeof queryStyles;
  "request/server-variables.ts": typeof serverVariables;
  "response/date-readers.ts": typeof dateReaders;
  "response/downloads.ts": typeof downloads;
  "response/exact-integers.ts": typeof exactIntegers;
  "response/stream-events.ts": typeof streamEvents;
  "response/stream-items.ts": typeof streamItems;
  "response/stream-lines.ts": typeof streamLines;
  "response/stream-sequence.ts": typeof streamSequence;
  "reconnect.ts": typeof reconnect;
  "streaming.ts": typeof streaming;
  "webhooks/handle.ts": typeof handle;
  "webhooks/unwrap.ts": typeof unwrap;
  "webhooks/verify.ts": typeof verify;
}

/** The types that emitted code imports from those modules; types have no `keyof`, so each has an entry. */
interface Types {
  "api-promise.ts": { ApiPromise: apiPromise.ApiPromise<unknown> };
  "call-options.ts": {
    CallOptions: callOptions.CallOptions;
    ConnectionOptions: callOptions.ConnectionOptions;
  };
  "caller.ts": { Caller: caller.Caller };
  "connect.ts": { ApiSettings: connect.ApiSettings };
  "credentials/authorize.ts": { Token: authorize.Token };
  "credentials/oauth.ts": { OAuthOptions: oauth.OAuthOptions; RenewableToken: oauth.RenewableToken };
  "fetch-transport.ts": { FetchRoute: fetchTransport.FetchRoute };
  "operation.ts": {
    DatePaths: operation.DatePaths;
    NextLink: operation.NextLink;
    Operation: operation.Operation;
    WaitLink: operation.WaitLink;
  };
  "pages/page.ts": { Pages: page.Pages<unknown, unknown> };
  "pages/wait.ts": { Waitable: wait.Waitable<unknown, unknown>; WaitOptions: wait.WaitOptions<unknown> };
  "request-types.ts": {
    Id: requestTypes.Id<"">;
    Input: requestTypes.Input<unknown>;
    Output: requestTypes.Output<unknown>;
  };
  "response/stream-events.ts": { ServerSentEvent: streamEvents.ServerSentEvent<unknown> };
  "streaming.ts": {
    ItemStream: streaming.ItemStream<unknown>;
    StreamOptions: streaming.StreamOptions;
  };
  "webhooks/handle.ts": {
    FastifyScope: handle.FastifyScope;
    HandleOptions: handle.HandleOptions<{ readonly name: string }>;
  };
  "webhooks/unwrap.ts": {
    EventRules: unwrap.EventRules;
    UnwrapOptions: unwrap.UnwrapOptions;
    WebhookEventOf: unwrap.WebhookEventOf<unknown>;
  };
  "webhooks/verify.ts": { WebhookHeaders: verify.WebhookHeaders; WebhookSecret: verify.WebhookSecret };
}

/** A module of the runtime, below `client/`. */
export type ClientModule = keyof Values;

/** A function or class of the runtime, and the module that exports it. */
export type ClientValue = {
  [Module in ClientModule]: { readonly module: Module; readonly name: keyof Values[Module] & string };
}[ClientModule];

/** A type of the runtime, and the module that exports it. */
export type ClientType = {
  [Module in keyof Types]: { readonly module: Module; readonly type: keyof Types[Module] & string };
}[keyof Types];

/** Returns the name of an export as code. */
export function clientName(used: ClientValue | ClientType): Code {
  return trustedCode("type" in used ? used.type : used.name);
}

/** Returns the file of a module within a package or this repository: `client/pages/page.ts`. */
export function clientFile(module: ClientModule | ClientType["module"]): Code {
  return trustedCode(`client/${module}`);
}

/**
 * Returns one import statement for each module, in the order of first use.
 *
 * @param root  path of the folder that contains `client/`, relative to the file: `..`
 */
export function printClientImports(root: Code, used: readonly (ClientValue | ClientType)[]): Code {
  return joinCode(
    [...new Set(used.map(({ module }) => module))].map((module) => {
      const exports = used.filter((one) => one.module === module);
      const onlyTypes = exports.every((one) => "type" in one);
      const names = new Set(
        exports.map((one) => (!onlyTypes && "type" in one ? emit`type ${clientName(one)}` : clientName(one))),
      );
      return emit`import ${onlyTypes ? emit`type ` : noCode}{ ${joinCode(names, emit`, `)} } from "${root}/${clientFile(module)}";\n`;
    }),
  );
}
