// Every rule there is: what a change is called, where it belongs and what others call it.
import { bodyAdded } from "./body-added.ts";
import { bodyMissing } from "./body-missing.ts";
import { bodyRemoved } from "./body-removed.ts";
import { bodyRequired } from "./body-required.ts";
import { contentEncoding } from "./content-encoding.ts";
import { defaultValue } from "./default.ts";
import { deprecated } from "./deprecated.ts";
import { discriminator } from "./discriminator.ts";
import { document } from "./document.ts";
import { documentMoved } from "./document-moved.ts";
import { emptyField } from "./empty-field.ts";
import { emptyValue } from "./empty-value.ts";
import { encoding } from "./encoding.ts";
import { extensibleEnum } from "./extensible-enum.ts";
import { extension } from "./extension.ts";
import { headerAdded } from "./header-added.ts";
import { headerRequired } from "./header-required.ts";
import { mediaType } from "./media-type.ts";
import { oauthFlow } from "./oauth-flow.ts";
import { operationAdded } from "./operation-added.ts";
import { operationId } from "./operation-id.ts";
import { operationRemoved } from "./operation-removed.ts";
import { parameterAdded } from "./parameter-added.ts";
import { parameterRemoved } from "./parameter-removed.ts";
import { parameterRequired } from "./parameter-required.ts";
import { parameterStyle } from "./parameter-style.ts";
import { prose } from "./prose.ts";
import { schemaName } from "./schema-name.ts";
import { security } from "./security.ts";
import { server } from "./server.ts";
import { statusAdded } from "./status-added.ts";
import { statusRemoved } from "./status-removed.ts";
import { sunset } from "./sunset.ts";
import { tags } from "./tags.ts";
import { webhookRemoved } from "./webhook-removed.ts";
import { xml } from "./xml.ts";
import type { Rule } from "./rule.ts";
import { schemaRules } from "./schema-rules.ts";

/** All rules: those over exchanges, then those over keywords of schemas. */
export const rules: readonly Rule[] = [
  bodyAdded,
  bodyMissing,
  bodyRemoved,
  bodyRequired,
  contentEncoding,
  defaultValue,
  deprecated,
  discriminator,
  document,
  documentMoved,
  emptyField,
  emptyValue,
  encoding,
  extensibleEnum,
  extension,
  headerAdded,
  headerRequired,
  mediaType,
  oauthFlow,
  operationAdded,
  operationId,
  operationRemoved,
  parameterAdded,
  parameterRemoved,
  parameterRequired,
  parameterStyle,
  prose,
  schemaName,
  security,
  server,
  statusAdded,
  statusRemoved,
  sunset,
  tags,
  webhookRemoved,
  xml,
  ...schemaRules,
];
