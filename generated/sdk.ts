// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.

import type { ApiSettings } from "../client/connect.ts";

/** The settings of this API for the runtime. spec: /x-sdk, /servers, /components/securitySchemes */
export const sdk: ApiSettings = {
  client: "TwilioClient",
  baseUrl: "https://comms.twilio.com/v1",
  baseUrlEnv: "TWILIO_COMMS_BASE_URL",
  userAgent: "twilio-comms/1.0.0",
  requestIdHeader: "Request-Id",
  credentials: [
    {
      header: "Authorization",
      prefix: "Basic ",
      fields: [
        { name: "accountId", env: "TWILIO_ACCOUNT_SID" },
        { name: "authToken", env: "TWILIO_AUTH_TOKEN" },
      ],
    },
    {
      header: "Authorization",
      prefix: "Basic ",
      fields: [
        { name: "apiKey", env: "TWILIO_API_KEY" },
        { name: "apiKeySecret", env: "TWILIO_API_KEY_SECRET" },
      ],
    },
  ],
};
