// Reads the merge request of a GitLab job from its CI variables.
import { UsageError } from "../../cli/command.ts";

/** The URL of its comments, and the token to write them. */
export interface GitlabMergeRequest {
  /** The URL of the API, version 4, without a trailing slash. */
  readonly api: string;
  /** The project's number, or its path. */
  readonly project: string;
  readonly iid: string;
  readonly token: string;
}

/** GitLab rejects notes of more than 1,000,000 characters. */
export const noteLimit = 999_000;

/**
 * Returns the merge request.
 *
 * @throws UsageError if a variable is missing or not of the form that GitLab sets
 *
 * @see https://docs.gitlab.com/ci/variables/predefined_variables/
 */
export function gitlabMergeRequest(env: Readonly<Record<string, string | undefined>>): GitlabMergeRequest {
  const api = (env["CI_API_V4_URL"] ?? "").replace(/\/+$/, "");
  // The pipeline of a fork runs in the fork; the merge request is the project's.
  const project = env["CI_MERGE_REQUEST_PROJECT_ID"] ?? env["CI_PROJECT_ID"] ?? "";
  const iid = env["CI_MERGE_REQUEST_IID"] ?? "";
  const token = (env["CONTRACT_GITLAB_TOKEN"] ?? env["GITLAB_TOKEN"] ?? "").trim();
  if (!/^https?:\/\/[^/?#@\s]+/.test(api) || !URL.canParse(api)) {
    throw missing("CI_API_V4_URL", "the address of GitLab's API", "run it in a job of GitLab's CI");
  }
  if (project === "" || !/^\d+$/.test(iid)) {
    throw missing(
      "CI_MERGE_REQUEST_IID",
      "a job of a merge request's pipeline",
      "give the job rules: [{ if: $CI_PIPELINE_SOURCE == 'merge_request_event' }]",
    );
  }
  // Only the form of a token is accepted; no message prints an invalid one.
  if (!/^[\w.:=-]+$/.test(token)) {
    throw missing(
      "CONTRACT_GITLAB_TOKEN",
      "a token of a project or a person, with the scope api",
      "add it to the variables of the project, masked; the token of the job may write no comments",
    );
  }
  return { api, project, iid, token };
}

function missing(name: string, what: string, fix: string): UsageError {
  return new UsageError(`--comment gitlab needs ${name}`, { expected: `expected ${what} in ${name}`, fix });
}
