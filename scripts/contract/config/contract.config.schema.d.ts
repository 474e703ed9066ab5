// Written from contract.config.schema.json by scripts/project/pack/config-types.ts. Do not edit.

/** The settings of a repository for `contract`: what a config contains, or exports as its default. */
export type ContractConfig = components["schemas"]["config"];
interface components {
    schemas: {
        /**
         * contract.config.yaml
         * @description What contract does with the documents of a repository.
         */
        config: {
            $schema?: string;
            /** The documents, each below a name of its own. */
            documents?: {
                [key: string]: string | components["schemas"]["document"];
            };
            /** Overlays, applied in this order before anything else. */
            overlay?: string | string[];
            generate?: components["schemas"]["generate"];
            lint?: components["schemas"]["lint"];
            diff?: components["schemas"]["diff"];
            sdk?: components["schemas"]["sdk"];
            server?: components["schemas"]["server"];
            verify?: components["schemas"]["verify"];
            /** Versions that clients still use. */
            supported?: components["schemas"]["supported"] | components["schemas"]["supported"][];
        };
        document: {
            /** A path, from the folder of this file. */
            document: string;
            /** Overlays, applied in this order before anything else. */
            overlay?: string | string[];
            generate?: components["schemas"]["generate"];
            lint?: components["schemas"]["lint"];
            diff?: components["schemas"]["diff"];
            sdk?: components["schemas"]["sdk"];
            server?: components["schemas"]["server"];
            verify?: components["schemas"]["verify"];
            /** Versions that clients still use. */
            supported?: components["schemas"]["supported"] | components["schemas"]["supported"][];
        };
        /** @description What contract generate does; false leaves the document out of it. */
        generate: boolean | null | {
            /** Where the generated files go. */
            out?: string | number;
            /** Write the Fastify plugin, too, as `contract server` does. */
            server?: boolean;
            /** Also write the modules of a control surface for testers: faults, journal, verification. */
            control?: boolean;
            /** Variables of the environment that the document may name, such as POOLS_TOKEN or POOLS_*. */
            env?: string | number | (string | number)[];
        } | {
            /** Where the generated files go. */
            out?: string | number;
            /** Write the Fastify plugin, too, as `contract server` does. */
            server?: boolean;
            /** Also write the modules of a control surface for testers: faults, journal, verification. */
            control?: boolean;
            /** Variables of the environment that the document may name, such as POOLS_TOKEN or POOLS_*. */
            env?: string | number | (string | number)[];
        }[];
        /** @description What contract lint does; false leaves the document out of it. */
        lint: boolean | null | {
            /** Leave a rule out. May be repeated. */
            skip?: string | number | (string | number)[];
            /** Allow an extension in addition to x-sdk. May be repeated. */
            "allow-extension"?: string | number | (string | number)[];
            /**
             * Leave findings out: 'rule=bounded-strings path=/v1/**: why'. Conditions: rule, path,
             * operation, pointer, text (a regular expression). May be repeated.
             */
            ignore?: string | number | (string | number)[];
            /** Severities of findings; the first entry that matches applies. */
            severity?: ({
                rule: string;
                path?: string;
                operation?: string;
                pointer?: string;
                text?: string;
                severity: "error" | "warn" | "off";
                /** The reason, for readers a year from now. */
                reason: string;
            } | {
                rule?: string;
                path: string;
                operation?: string;
                pointer?: string;
                text?: string;
                severity: "error" | "warn" | "off";
                /** The reason, for readers a year from now. */
                reason: string;
            } | {
                rule?: string;
                path?: string;
                operation: string;
                pointer?: string;
                text?: string;
                severity: "error" | "warn" | "off";
                /** The reason, for readers a year from now. */
                reason: string;
            } | {
                rule?: string;
                path?: string;
                operation?: string;
                pointer: string;
                text?: string;
                severity: "error" | "warn" | "off";
                /** The reason, for readers a year from now. */
                reason: string;
            } | {
                rule?: string;
                path?: string;
                operation?: string;
                pointer?: string;
                text: string;
                severity: "error" | "warn" | "off";
                /** The reason, for readers a year from now. */
                reason: string;
            })[];
            /** How findings are printed. Default: text. */
            format?: "text" | "github" | "gitlab" | "junit";
        };
        /** @description What contract diff does; false leaves the document out of it. */
        diff: boolean | null | {
            /**
             * Whether senders send declared names only (closed) or anything a schema allows. Default:
             * closed.
             */
            world?: "closed" | "open";
            /** The clients that the verdict protects. May be repeated. Default: wire. */
            protect?: "wire" | "tolerant-readers" | "sdk" | "lifecycle" | "statuses" | "webhooks" | ("wire" | "tolerant-readers" | "sdk" | "lifecycle" | "statuses" | "webhooks")[];
            /** Only this operation: an operationId, or a method and path. */
            operation?: string | number;
            /** Only operations of such paths: /v1/pools/*, /v1/**. May be repeated. */
            path?: string | number | (string | number)[];
            /** Only operations with this tag. May be repeated. */
            tag?: string | number | (string | number)[];
            /** Leave out operations with x-internal: true. */
            "skip-internal"?: boolean;
            /** Leave servers out. */
            "skip-servers"?: boolean;
            /** Compare this extension, too; a change is a notice. May be repeated. */
            extension?: string | number | (string | number)[];
            /**
             * Leave findings out: 'rule=max-length path=/v1/**: why'. Conditions: rule, path, operation,
             * side, `place`, text (a regular expression). May be repeated.
             */
            ignore?: string | number | (string | number)[];
            /** Severities of findings; the first entry that matches applies. */
            severity?: ({
                rule: string;
                path?: string;
                operation?: string;
                side?: string;
                place?: string;
                text?: string;
                severity: "error" | "warn" | "off";
                /** The reason, for readers a year from now. */
                reason: string;
            } | {
                rule?: string;
                path: string;
                operation?: string;
                side?: string;
                place?: string;
                text?: string;
                severity: "error" | "warn" | "off";
                /** The reason, for readers a year from now. */
                reason: string;
            } | {
                rule?: string;
                path?: string;
                operation: string;
                side?: string;
                place?: string;
                text?: string;
                severity: "error" | "warn" | "off";
                /** The reason, for readers a year from now. */
                reason: string;
            } | {
                rule?: string;
                path?: string;
                operation?: string;
                side: string;
                place?: string;
                text?: string;
                severity: "error" | "warn" | "off";
                /** The reason, for readers a year from now. */
                reason: string;
            } | {
                rule?: string;
                path?: string;
                operation?: string;
                side?: string;
                place: string;
                text?: string;
                severity: "error" | "warn" | "off";
                /** The reason, for readers a year from now. */
                reason: string;
            } | {
                rule?: string;
                path?: string;
                operation?: string;
                side?: string;
                place?: string;
                text: string;
                severity: "error" | "warn" | "off";
                /** The reason, for readers a year from now. */
                reason: string;
            })[];
            /** Allow undecided findings. */
            lenient?: boolean;
            /** How findings are printed. Default: text. */
            format?: "text" | "json" | "markdown" | "github" | "sarif" | "gitlab" | "junit" | "html";
            /** What to compare with. Default: origin/main. */
            base?: string | number;
            /** File of accepted breaking changes. Default: accepted-changes.yaml next to head's document. */
            accepted?: string | number;
            /** Fail on undecided findings, too: --fail-on undecided. */
            strict?: boolean;
            /** Print changes that were shown to be compatible. */
            proofs?: boolean;
            /**
             * Whose acceptances apply, in addition to base's: head's own, those of the file's owners
             * (CODEOWNERS at base), of a person. With base, a change can neither accept nor excuse its
             * own breaks. May be repeated. Default: head.
             */
            "accepted-from"?: string | number | (string | number)[];
            /** What ends with exit code 1; any is every change, of prose, too. Default: breaking. */
            "fail-on"?: "breaking" | "undecided" | "notice" | "any";
            /** Fail if info.version is bumped by less than the changes require. */
            "check-version"?: boolean;
            /**
             * Print the smallest edit of head that removes each break, and a patch. With --format text
             * or markdown.
             */
            repair?: boolean;
            /**
             * Print only the repair: a patch for git apply, an Overlay 1.1, or the body of a review for
             * GitHub.
             */
            "repair-as"?: "patch" | "overlay" | "review";
        };
        /** @description What contract sdk does; false leaves the document out of it. */
        sdk: boolean | null | {
            /** The package's name, such as @team/pools. */
            name?: string | number;
            /** The client's class, such as PoolsClient. */
            client?: string | number;
            /** The package's version. Default: the document's. */
            version?: string | number;
            /** Where the package's source is; npm's provenance needs it. */
            repository?: string | number;
            /** Publish publicly: access public and provenance in package.json. */
            public?: boolean;
            /** Where the package goes. Default: dist/sdk/<name>. */
            out?: string | number;
            /** Infer pagination from the names of parameters and properties; prints what was inferred. */
            "infer-pagination"?: boolean;
            /** The type of integers of 64 bits: number, bigint or string. Default: number. */
            int64?: string | number;
            /** The type of date-times: Date or string. Default: Date. */
            dates?: string | number;
            /** Only operations with one of these tags. */
            tags?: string | number | (string | number)[];
            /** Only these operations. */
            operations?: string | number | (string | number)[];
            /** Write nothing and end with 1 when an operation cannot be generated. */
            strict?: boolean;
            /** Variables of the environment that the document may name, such as POOLS_TOKEN or POOLS_*. */
            env?: string | number | (string | number)[];
        } | {
            /** The package's name, such as @team/pools. */
            name?: string | number;
            /** The client's class, such as PoolsClient. */
            client?: string | number;
            /** The package's version. Default: the document's. */
            version?: string | number;
            /** Where the package's source is; npm's provenance needs it. */
            repository?: string | number;
            /** Publish publicly: access public and provenance in package.json. */
            public?: boolean;
            /** Where the package goes. Default: dist/sdk/<name>. */
            out?: string | number;
            /** Infer pagination from the names of parameters and properties; prints what was inferred. */
            "infer-pagination"?: boolean;
            /** The type of integers of 64 bits: number, bigint or string. Default: number. */
            int64?: string | number;
            /** The type of date-times: Date or string. Default: Date. */
            dates?: string | number;
            /** Only operations with one of these tags. */
            tags?: string | number | (string | number)[];
            /** Only these operations. */
            operations?: string | number | (string | number)[];
            /** Write nothing and end with 1 when an operation cannot be generated. */
            strict?: boolean;
            /** Variables of the environment that the document may name, such as POOLS_TOKEN or POOLS_*. */
            env?: string | number | (string | number)[];
        }[];
        /** @description What contract server does; false leaves the document out of it. */
        server: boolean | null | {
            /** Where the generated files go. */
            out?: string | number;
            /** Only operations with one of these tags. */
            tags?: string | number | (string | number)[];
            /** Only these operations. */
            operations?: string | number | (string | number)[];
            /** Write nothing and end with 1 when an operation cannot be generated. */
            strict?: boolean;
        } | {
            /** Where the generated files go. */
            out?: string | number;
            /** Only operations with one of these tags. */
            tags?: string | number | (string | number)[];
            /** Only these operations. */
            operations?: string | number | (string | number)[];
            /** Write nothing and end with 1 when an operation cannot be generated. */
            strict?: boolean;
        }[];
        /** @description What contract verify does; false leaves the document out of it. */
        verify: boolean | null | {
            /** Only this operation; repeatable. Default: all. */
            operation?: string | number | (string | number)[];
            /** Requests a second at most. Default: no limit. */
            rate?: string | number;
            /** Requests at a time. Default: 4. */
            concurrency?: string | number;
            /** Start nothing new after this time, and report what was not tried. Default: no limit. */
            budget?: string | number;
            /** End with the first finding. */
            "fail-fast"?: boolean;
            /** The order of operations; 0 is the document's. Default: 0. */
            seed?: string | number;
            /** Report responses that take longer. Default: no limit. */
            slow?: string | number;
            /** Stop waiting for a response after this time. Default: 30000. */
            timeout?: string | number;
            /** How the report is printed. Default: text. */
            format?: "text" | "json" | "junit" | "sarif" | "markdown" | "html";
            /** End with exit code 1 when less of what can be tested was tested. */
            "min-coverage"?: string | number;
            /** File of accepted findings. Default: accepted-findings.yaml next to the document. */
            accepted?: string | number;
        };
        supported: string | {
            /** A tag, revision or pattern, such as v1.*. */
            versions: string;
            /** The last day on which it is supported. */
            until?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
