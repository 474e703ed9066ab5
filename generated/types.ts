// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.

export type DateTime = string & {
    readonly __format?: "date-time";
};
export type Binary = string & {
    readonly __content?: "binary";
};
export type Int64 = number & {
    readonly __format?: "int64";
};
export type Int64Value = number;
export interface paths {
    "/SenderPools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sender pools
         * @description Pools in order of creation, oldest first.
         */
        get: operations["listSenderPools"];
        put?: never;
        /**
         * Create a sender pool
         * @description The pool exists when the `202` arrives; its senders are added as the operation proceeds. To find the pool,
         *     list pools by the operation's ID.
         */
        post: operations["createSenderPool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/SenderPools/Operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sender pool operations
         * @description Operations in order of creation, oldest first.
         */
        get: operations["listSenderPoolOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/SenderPools/Operations/{operationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The operation's ID, as returned with the `202`. */
                operationId: components["schemas"]["OperationId"];
            };
            cookie?: never;
        };
        /**
         * Fetch a sender pool operation
         * @description The status and progress of an operation. Operations stay readable after their pool is deleted.
         */
        get: operations["fetchSenderPoolOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/SenderPools/{senderPoolId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The pool's ID. */
                senderPoolId: components["parameters"]["SenderPoolId"];
            };
            cookie?: never;
        };
        /**
         * Fetch a sender pool
         * @description The pool without its senders, which are listed separately.
         */
        get: operations["fetchSenderPool"];
        put?: never;
        post?: never;
        /**
         * Delete a sender pool
         * @description The pool and its memberships are deleted when the `202` arrives. The senders stay; an operation that was still filling
         *     the pool is canceled.
         */
        delete: operations["deleteSenderPool"];
        options?: never;
        head?: never;
        /**
         * Update a sender pool
         * @description Absent fields stay unchanged. `tags` replaces all tags, `{}` removes them. The update has been applied when the
         *     `202` arrives.
         */
        patch: operations["updateSenderPool"];
        trace?: never;
    };
    "/SenderPools/{senderPoolId}/Senders": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The pool's ID. */
                senderPoolId: components["parameters"]["SenderPoolId"];
            };
            cookie?: never;
        };
        /**
         * List the senders of a pool
         * @description Senders in order of their own creation, oldest first.
         */
        get: operations["listSenderPoolSenders"];
        put?: never;
        /**
         * Add senders to a pool
         * @description Adding a member again changes nothing and counts as created. A sender that does not exist in the account
         *     counts as failed.
         */
        post: operations["addSenderPoolSenders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/SenderPools/{senderPoolId}/Senders/{senderId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The pool's ID. */
                senderPoolId: components["parameters"]["SenderPoolId"];
                /** @description The sender's ID. */
                senderId: components["parameters"]["SenderId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a sender from a pool
         * @description The sender is removed from the pool when the `202` arrives, and stays in the account. Removing a sender that is not a member is a `404`.
         */
        delete: operations["removeSenderPoolSender"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Senders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List senders
         * @description Senders in order of creation, oldest first.
         */
        get: operations["listSenders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Senders/{senderId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The sender's ID. */
                senderId: components["parameters"]["SenderId"];
            };
            cookie?: never;
        };
        /**
         * Fetch a sender
         * @description One sender of the account.
         */
        get: operations["fetchSender"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description A TypeID: a prefix and a UUIDv7, so IDs sort by creation time. The API publishes the pattern without its closing `$`, which
         *     would make the quantifier meaningless; here it is anchored.
         * @example comms_senderpool_01h9krwprkeee8fzqspvwy6nq8
         */
        SenderPoolId: string;
        /**
         * @description The TypeID of an operation; it correlates everything that one request created.
         * @example comms_operation_01h9krwprkeee8fzqspvwy6nq8
         */
        OperationId: string;
        /**
         * @description The TypeID of a sender.
         * @example comms_sender_01h9krwprkeee8fzqspvwy6nq8
         */
        SenderId: string;
        /**
         * @description Custom metadata, as key-value pairs.
         * @example {
         *       "region": "APAC"
         *     }
         */
        Tags: {
            [key: string]: components["schemas"]["TagValue"];
        };
        /**
         * @description Any characters.
         * @example region
         */
        TagKey: string;
        /**
         * Format: liquid
         * @description Any text that parses as a Liquid template; variables are rendered per recipient when a message is sent, never
         *     by this API.
         * @example APAC
         * @example Hello {{ recipient.firstName | default: 'there' }}
         */
        TagValue: string;
        /**
         * @description A display name.
         * @example Sales Leads - APAC
         */
        Name: string;
        /**
         * Format: date-time
         * @description A date-time in UTC.
         * @example 2023-09-05T22:54:57.299Z
         */
        Timestamp: DateTime;
        /**
         * Format: date-time
         * @description A date-time of RFC 3339, with `T`, seconds and offset; no leap seconds.
         * @example 2024-01-15T09:30:00Z
         */
        Moment: DateTime;
        /**
         * Format: uri
         * @description An absolute URL that can be fetched.
         * @example https://comms.twilio.com/v1/SenderPools/comms_senderpool_01h9krwprkeee8fzqspvwy6nq8
         */
        Location: string;
        /**
         * @description 1 to 255 printable ASCII characters, bare or as a quoted string (RFC 9651). Parameters of a quoted string are not part of the key.
         * @example "9c2f7a52-6a0e-4f43-8f1f-0b7d2ad0c1b7"
         */
        IdempotencyKey: string;
        /**
         * @description A strong entity tag (RFC 9110).
         * @example "1"
         */
        EntityTag: string;
        /**
         * @description One or more entity tags, or `*` for any version (RFC 9110).
         * @example "1"
         */
        EntityTagCondition: string;
        /**
         * @description Visible ASCII characters.
         * @example req-1
         */
        RequestId: string;
        /**
         * @description Opaque; bound to the account, the route and the filters. It does not expire.
         * @example eyJhZnRlciI6IjAxaDlrcndwcmtlZWU4ZnpxIn0
         */
        PageToken: string;
        /**
         * @description The channel of a sender.
         * @example SMS
         */
        Channel: "SMS" | "RCS" | "EMAIL" | "WHATSAPP" | "PUSH";
        /**
         * @description The status of a sender.
         * @example ACTIVATED
         */
        SenderStatus: "ACTIVATED" | "DEACTIVATED";
        /**
         * @description `PROCESSING` while senders are queued, `COMPLETED` when none is, `CANCELED` when the pool was deleted meanwhile.
         * @example COMPLETED
         */
        SenderPoolOperationStatus: "PROCESSING" | "COMPLETED" | "CANCELED";
        /** @description A set of senders that messages can be sent from. */
        SenderPool: {
            id: components["schemas"]["SenderPoolId"];
            name: components["schemas"]["Name"];
            tags: components["schemas"]["Tags"];
            createdAt: components["schemas"]["Timestamp"];
            updatedAt: components["schemas"]["Timestamp"];
        };
        /** @description A page of pools. */
        SenderPoolList: {
            senderPools: components["schemas"]["SenderPool"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description The properties of a new pool. */
        CreateSenderPool: {
            /** Stored as `""` if absent. */
            name?: components["schemas"]["Name"];
            /** The senders to add to the pool. */
            senders?: components["schemas"]["SenderReference"][];
            tags?: components["schemas"]["Tags"];
        };
        /** @description The properties to change. */
        UpdateSenderPool: {
            name?: components["schemas"]["Name"];
            tags?: components["schemas"]["Tags"];
        };
        /** @description A sender, named by its ID. */
        SenderReference: {
            senderId: components["schemas"]["SenderId"];
        };
        /** @description The senders to add. */
        SenderReferenceList: components["schemas"]["SenderReference"][];
        /** @description A number, address or app that messages are sent from. */
        Sender: {
            id: components["schemas"]["SenderId"];
            /**
             * A display name, or null.
             *
             * @example "Front desk"
             */
            displayName: string | null;
            /**
             * The number or address, in the notation of its channel.
             *
             * @example "+15005550006"
             */
            address: string;
            channel: components["schemas"]["Channel"];
            status: components["schemas"]["SenderStatus"];
            tags: components["schemas"]["Tags"];
            createdAt: components["schemas"]["Timestamp"];
            updatedAt: components["schemas"]["Timestamp"];
        };
        /** @description A page of senders. */
        SenderList: {
            senders: components["schemas"]["Sender"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description A long-running operation that a request started. */
        SenderPoolOperation: {
            id: components["schemas"]["OperationId"];
            status: components["schemas"]["SenderPoolOperationStatus"];
            stats: components["schemas"]["SenderPoolOperationStats"];
            createdAt: components["schemas"]["Timestamp"];
            updatedAt: components["schemas"]["Timestamp"];
        };
        /** @description Counts of the requested senders; `total` is the sum of the others. */
        SenderPoolOperationStats: {
            /** All requested senders. */
            total: number;
            /** Not processed yet. */
            queued: number;
            /** Added to the pool. */
            created: number;
            /** Not added: the account has no such sender, or the pool was deleted. */
            failed: number;
        };
        /** @description A page of operations. */
        SenderPoolOperationList: {
            operations: components["schemas"]["SenderPoolOperation"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description Tokens for paging through a list. */
        Pagination: {
            /** The next page, or null on the last one. */
            next: components["schemas"]["PageToken"] | null;
            /** This page again. */
            self: components["schemas"]["PageToken"];
        };
        /** @description The operation that was started. */
        OperationAccepted: {
            operationId: components["schemas"]["OperationId"];
            operationLocation: components["schemas"]["Location"];
        };
        /** @description The pool that was changed. */
        ResourceAccepted: {
            resourceId: components["schemas"]["SenderPoolId"];
            resourceLocation: components["schemas"]["Location"];
        };
        /** @description A problem document (RFC 9457). */
        Problem: {
            /** A URI reference that identifies the problem type. */
            type: string;
            /** A short summary of the problem type. */
            title: string;
            /** The HTTP status. */
            status: number;
            /** What is wrong with this request and how to fix it. */
            detail: string;
            /** A URI reference that identifies this occurrence. */
            instance: string;
            /** The numeric error code. */
            code: number;
            /** All problems of the request; `detail` reports when more were found than are listed. */
            errors?: components["schemas"]["ProblemError"][];
        };
        /** @description One problem of the request. */
        ProblemError: components["schemas"]["BodyError"] | components["schemas"]["ParameterError"];
        /** @description A problem in the body. */
        BodyError: {
            /** The location of the problem. */
            in: "body";
            /** A JSON pointer (RFC 6901). */
            pointer: string;
            detail: components["schemas"]["ErrorDetail"];
        };
        /** @description A problem with a parameter or header field. */
        ParameterError: {
            /** The location of the problem. */
            in: "query" | "path" | "header";
            /** The parameter's name. */
            name: string;
            detail: components["schemas"]["ErrorDetail"];
        };
        /**
         * @description What is wrong.
         * @example must NOT have more than 10 properties
         */
        ErrorDetail: string;
    };
    responses: {
        /** @description Accepted; the work continues as an operation. */
        OperationAccepted: {
            headers: {
                /** @description The URL of the operation or resource, the same as in the body. */
                Location: components["schemas"]["Location"];
                /** @description The same as `operationId` in the body. */
                "Operation-Id": components["schemas"]["OperationId"];
                /** @description The same as `operationLocation` in the body. */
                "Operation-Location": components["schemas"]["Location"];
                /** @description The ID of this request in the server's logs. */
                "Request-Id": components["schemas"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OperationAccepted"];
            };
        };
        /** @description Done; the changed pool is in the body. */
        ResourceAccepted: {
            headers: {
                /** @description The URL of the operation or resource, the same as in the body. */
                Location: components["schemas"]["Location"];
                /** @description The same as `resourceId` in the body. */
                "Resource-Id": components["schemas"]["SenderPoolId"];
                /** @description The same as `resourceLocation` in the body. */
                "Resource-Location": components["schemas"]["Location"];
                /** @description The ID of this request in the server's logs. */
                "Request-Id": components["schemas"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ResourceAccepted"];
            };
        };
        /** @description The request is invalid. */
        BadRequest: {
            headers: {
                /** @description The ID of this request in the server's logs. */
                "Request-Id": components["schemas"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The credentials are missing or wrong. */
        Unauthorized: {
            headers: {
                /** @description How to authenticate. */
                "WWW-Authenticate": string;
                /** @description The ID of this request in the server's logs. */
                "Request-Id": components["schemas"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The resource does not exist in this account. */
        NotFound: {
            headers: {
                /** @description The ID of this request in the server's logs. */
                "Request-Id": components["schemas"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The resource does not support this method. */
        MethodNotAllowed: {
            headers: {
                /** @description The methods that the resource supports. */
                Allow: string;
                /** @description The ID of this request in the server's logs. */
                "Request-Id": components["schemas"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request took too long to arrive. */
        RequestTimeout: {
            headers: {
                /** @description The ID of this request in the server's logs. */
                "Request-Id": components["schemas"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The first request with this key is still in progress. */
        Conflict: {
            headers: {
                /** @description Seconds to wait before the next attempt. */
                "Retry-After"?: number;
                /** @description The ID of this request in the server's logs. */
                "Request-Id": components["schemas"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The pool has changed. */
        PreconditionFailed: {
            headers: {
                /** @description The ID of this request in the server's logs. */
                "Request-Id": components["schemas"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. */
        ContentTooLarge: {
            headers: {
                /** @description The ID of this request in the server's logs. */
                "Request-Id": components["schemas"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The media type of the body is not supported. */
        UnsupportedMediaType: {
            headers: {
                /** @description The ID of this request in the server's logs. */
                "Request-Id": components["schemas"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The key was used with another request. */
        UnprocessableContent: {
            headers: {
                /** @description The ID of this request in the server's logs. */
                "Request-Id": components["schemas"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests. */
        TooManyRequests: {
            headers: {
                /** @description Seconds to wait before the next attempt. */
                "Retry-After"?: number;
                /** @description The remaining quota, and the seconds until it resets. */
                RateLimit?: string;
                /** @description The quota and its window in seconds. */
                "RateLimit-Policy"?: string;
                /** @description The ID of this request in the server's logs. */
                "Request-Id": components["schemas"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The header fields are too large. */
        RequestHeaderFieldsTooLarge: {
            headers: {
                /** @description The ID of this request in the server's logs. */
                "Request-Id": components["schemas"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The server failed. */
        InternalServerError: {
            headers: {
                /** @description The ID of this request in the server's logs. */
                "Request-Id": components["schemas"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The server is temporarily unavailable. */
        ServiceUnavailable: {
            headers: {
                /** @description Seconds to wait before the next attempt. */
                "Retry-After"?: number;
                /** @description The ID of this request in the server's logs. */
                "Request-Id": components["schemas"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description The pool's ID. */
        SenderPoolId: components["schemas"]["SenderPoolId"];
        /** @description The sender's ID. */
        SenderId: components["schemas"]["SenderId"];
        /** @description Only resources created after this date-time (exclusive). */
        StartDate: components["schemas"]["Moment"];
        /** @description Only resources created before this date-time (exclusive). */
        EndDate: components["schemas"]["Moment"];
        /** @description Only senders of this channel. */
        Channel: components["schemas"]["Channel"];
        /** @description Only senders in this state. */
        SenderStatus: components["schemas"]["SenderStatus"];
        /**
         * @description A token from the `pagination` of another page. It includes the filters of that request: omit them or send them
         *     unchanged.
         */
        PageToken: components["schemas"]["PageToken"];
        /**
         * @description The maximum number of entries per page.
         * @default 50
         */
        PageSize: number;
        /**
         * @description A key of your choice, bare or as a quoted string. The same key with the same request returns the first response
         *     again for 24 hours. With another body it is rejected (`422`), as it is while the first request is in progress (`409`).
         */
        IdempotencyKey: components["schemas"]["IdempotencyKey"];
        /** @description The last `ETag` that the client received. The write is rejected with `412` if the pool has changed since. */
        IfMatch: components["schemas"]["EntityTagCondition"];
    };
    requestBodies: never;
    headers: {
        /** @description The URL of the operation or resource, the same as in the body. */
        Location: components["schemas"]["Location"];
        /** @description The same as `operationId` in the body. */
        OperationId: components["schemas"]["OperationId"];
        /** @description The same as `operationLocation` in the body. */
        OperationLocation: components["schemas"]["Location"];
        /** @description The same as `resourceId` in the body. */
        ResourceId: components["schemas"]["SenderPoolId"];
        /** @description The same as `resourceLocation` in the body. */
        ResourceLocation: components["schemas"]["Location"];
        /** @description The ID of this request in the server's logs. */
        RequestId: components["schemas"]["RequestId"];
        /** @description The version of the pool, for `If-Match`. */
        ETag: components["schemas"]["EntityTag"];
        /** @description The methods that the resource supports. */
        Allow: string;
        /** @description How to authenticate. */
        WwwAuthenticate: string;
        /** @description Seconds to wait before the next attempt. */
        RetryAfter: number;
        /** @description The remaining quota, and the seconds until it resets. */
        RateLimit: string;
        /** @description The quota and its window in seconds. */
        RateLimitPolicy: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listSenderPools: {
        parameters: {
            query?: {
                /** @description Only resources created after this date-time (exclusive). */
                startDate?: components["parameters"]["StartDate"];
                /** @description Only resources created before this date-time (exclusive). */
                endDate?: components["parameters"]["EndDate"];
                /** @description Only pools that this operation created or added senders to. An unknown operation gives an empty list. */
                operationId?: components["schemas"]["OperationId"];
                /**
                 * @description A token from the `pagination` of another page. It includes the filters of that request: omit them or send them
                 *     unchanged.
                 */
                pageToken?: components["parameters"]["PageToken"];
                /**
                 * @description The maximum number of entries per page.
                 * @default 50
                 */
                pageSize?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of pools. */
            200: {
                headers: {
                    /** @description The ID of this request in the server's logs. */
                    "Request-Id": components["schemas"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SenderPoolList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["RequestHeaderFieldsTooLarge"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createSenderPool: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of your choice, bare or as a quoted string. The same key with the same request returns the first response
                 *     again for 24 hours. With another body it is rejected (`422`), as it is while the first request is in progress (`409`).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSenderPool"];
            };
        };
        responses: {
            202: components["responses"]["OperationAccepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["RequestHeaderFieldsTooLarge"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSenderPoolOperations: {
        parameters: {
            query?: {
                /** @description Only resources created after this date-time (exclusive). */
                startDate?: components["parameters"]["StartDate"];
                /** @description Only resources created before this date-time (exclusive). */
                endDate?: components["parameters"]["EndDate"];
                /** @description Only operations in this state. */
                status?: components["schemas"]["SenderPoolOperationStatus"];
                /**
                 * @description A token from the `pagination` of another page. It includes the filters of that request: omit them or send them
                 *     unchanged.
                 */
                pageToken?: components["parameters"]["PageToken"];
                /**
                 * @description The maximum number of entries per page.
                 * @default 50
                 */
                pageSize?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of operations. */
            200: {
                headers: {
                    /** @description The ID of this request in the server's logs. */
                    "Request-Id": components["schemas"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SenderPoolOperationList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["RequestHeaderFieldsTooLarge"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    fetchSenderPoolOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The operation's ID, as returned with the `202`. */
                operationId: components["schemas"]["OperationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The operation. */
            200: {
                headers: {
                    /** @description The ID of this request in the server's logs. */
                    "Request-Id": components["schemas"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SenderPoolOperation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["RequestHeaderFieldsTooLarge"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    fetchSenderPool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The pool's ID. */
                senderPoolId: components["parameters"]["SenderPoolId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pool. */
            200: {
                headers: {
                    /** @description The version of the pool, for `If-Match`. */
                    ETag: components["schemas"]["EntityTag"];
                    /** @description The ID of this request in the server's logs. */
                    "Request-Id": components["schemas"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SenderPool"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["RequestHeaderFieldsTooLarge"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteSenderPool: {
        parameters: {
            query?: never;
            header?: {
                /** @description The last `ETag` that the client received. The write is rejected with `412` if the pool has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description A key of your choice, bare or as a quoted string. The same key with the same request returns the first response
                 *     again for 24 hours. With another body it is rejected (`422`), as it is while the first request is in progress (`409`).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The pool's ID. */
                senderPoolId: components["parameters"]["SenderPoolId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["ResourceAccepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["RequestHeaderFieldsTooLarge"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateSenderPool: {
        parameters: {
            query?: never;
            header?: {
                /** @description The last `ETag` that the client received. The write is rejected with `412` if the pool has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description A key of your choice, bare or as a quoted string. The same key with the same request returns the first response
                 *     again for 24 hours. With another body it is rejected (`422`), as it is while the first request is in progress (`409`).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The pool's ID. */
                senderPoolId: components["parameters"]["SenderPoolId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateSenderPool"];
            };
        };
        responses: {
            202: components["responses"]["ResourceAccepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["RequestHeaderFieldsTooLarge"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSenderPoolSenders: {
        parameters: {
            query?: {
                /** @description Only senders of this channel. */
                channel?: components["parameters"]["Channel"];
                /** @description Only senders in this state. */
                status?: components["parameters"]["SenderStatus"];
                /** @description Only resources created after this date-time (exclusive). */
                startDate?: components["parameters"]["StartDate"];
                /** @description Only resources created before this date-time (exclusive). */
                endDate?: components["parameters"]["EndDate"];
                /**
                 * @description A token from the `pagination` of another page. It includes the filters of that request: omit them or send them
                 *     unchanged.
                 */
                pageToken?: components["parameters"]["PageToken"];
                /**
                 * @description The maximum number of entries per page.
                 * @default 50
                 */
                pageSize?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /** @description The pool's ID. */
                senderPoolId: components["parameters"]["SenderPoolId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of senders. */
            200: {
                headers: {
                    /** @description The ID of this request in the server's logs. */
                    "Request-Id": components["schemas"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SenderList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["RequestHeaderFieldsTooLarge"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    addSenderPoolSenders: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of your choice, bare or as a quoted string. The same key with the same request returns the first response
                 *     again for 24 hours. With another body it is rejected (`422`), as it is while the first request is in progress (`409`).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The pool's ID. */
                senderPoolId: components["parameters"]["SenderPoolId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SenderReferenceList"];
            };
        };
        responses: {
            202: components["responses"]["OperationAccepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["RequestHeaderFieldsTooLarge"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    removeSenderPoolSender: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of your choice, bare or as a quoted string. The same key with the same request returns the first response
                 *     again for 24 hours. With another body it is rejected (`422`), as it is while the first request is in progress (`409`).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The pool's ID. */
                senderPoolId: components["parameters"]["SenderPoolId"];
                /** @description The sender's ID. */
                senderId: components["parameters"]["SenderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["ResourceAccepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["RequestHeaderFieldsTooLarge"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSenders: {
        parameters: {
            query?: {
                /** @description Only senders of this channel. */
                channel?: components["parameters"]["Channel"];
                /** @description Only senders in this state. */
                status?: components["parameters"]["SenderStatus"];
                /** @description Only resources created after this date-time (exclusive). */
                startDate?: components["parameters"]["StartDate"];
                /** @description Only resources created before this date-time (exclusive). */
                endDate?: components["parameters"]["EndDate"];
                /**
                 * @description A token from the `pagination` of another page. It includes the filters of that request: omit them or send them
                 *     unchanged.
                 */
                pageToken?: components["parameters"]["PageToken"];
                /**
                 * @description The maximum number of entries per page.
                 * @default 50
                 */
                pageSize?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of senders. */
            200: {
                headers: {
                    /** @description The ID of this request in the server's logs. */
                    "Request-Id": components["schemas"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SenderList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["RequestHeaderFieldsTooLarge"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    fetchSender: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The sender's ID. */
                senderId: components["parameters"]["SenderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sender. */
            200: {
                headers: {
                    /** @description The ID of this request in the server's logs. */
                    "Request-Id": components["schemas"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sender"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["RequestHeaderFieldsTooLarge"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
/** The request variants of schemas that differ: properties that only the server writes may be omitted. */
export interface requests {
    schemas: {};
}
