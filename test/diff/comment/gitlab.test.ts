// The note on a merge request: exactly one, complete, and no other user's note is touched.
import t from "tap";
import { gitlabMergeRequest } from "../../../scripts/contract/diff/comment/gitlab-merge-request.ts";
import { writeGitlabNote } from "../../../scripts/contract/diff/comment/write-gitlab-note.ts";
import { noteOf, ours, startGitlab, token } from "./gitlab-server.ts";

const marker = "<!-- contract-diff: spec/openapi.yaml -->";
const patience = { tries: 4, pause: 1, longest: 5, timeout: 5000 };

t.test("the note is created once and then updated, whichever page it is on", async (t) => {
  const others = Array.from({ length: 120 }, (_, at) =>
    noteOf(at + 1, at === 4 ? `${marker}\nnot ours` : "hello"),
  );
  const gitlab = await startGitlab(t, others);
  const request = gitlabMergeRequest(gitlab.env);
  t.match(
    await writeGitlabNote(request, `${marker}\n\nfirst`, patience),
    /^a note is written to merge request !3$/,
  );
  t.equal(gitlab.notes.length, 121);
  t.match(await writeGitlabNote(request, `${marker}\n\nsecond`, patience), /is updated/);
  t.match(await writeGitlabNote(request, `${marker}\n\nsecond`, patience), /is up to date/);
  t.equal(gitlab.notes.length, 121);
  t.equal(gitlab.notes[120]?.body, `${marker}\n\nsecond`);
  t.equal(gitlab.notes[4]?.body, `${marker}\nnot ours`, "another person's is left alone");
  t.equal(gitlab.seen.filter((line) => /[?&]page=3(&|$)/.test(line)).length, 3);
  const other = "<!-- contract-diff: other.yaml -->\nthird";
  t.match(await writeGitlabNote(request, other, patience), /is written/, "each contract has its own");
});

t.test("a transient failure is retried, and no note is created twice", async (t) => {
  const gitlab = await startGitlab(t);
  const request = gitlabMergeRequest(gitlab.env);
  gitlab.faults.push(
    (_, response) => Boolean(response.writeHead(429, { "Retry-After": "0" }).end()),
    (_, response) => Boolean(response.writeHead(502).end("<html>")),
    // The note is created, but the response is lost.
    ({ method, socket }) => {
      if (method !== "POST") return false;
      gitlab.notes.push(noteOf(1, `${marker}\nx`, ours));
      socket.destroy();
      return true;
    },
  );
  t.match(await writeGitlabNote(request, `${marker}\nx`, patience), /is up to date/);
  t.equal(gitlab.notes.length, 1);
  for (let count = 0; count < 4; count++)
    gitlab.faults.push((_, response) => Boolean(response.writeHead(503).end()));
  await t.rejects(writeGitlabNote(request, `${marker}\nx`, patience), {
    message: /it responds with 503$/,
    fix: /again later/,
  });
});

t.test("an error of GitLab is reported without the token", async (t) => {
  const gitlab = await startGitlab(t);
  const cases = [
    { env: { CONTRACT_GITLAB_TOKEN: "glpat-wrong" }, want: /it responds with 401: 401 Unauthorized …$/ },
    { env: { CI_MERGE_REQUEST_IID: "4" }, want: /it responds with 404: 404 Not found$/ },
  ];
  for (const { env, want } of cases) {
    const request = gitlabMergeRequest({ ...gitlab.env, ...env });
    await t.rejects(writeGitlabNote(request, marker, patience), { message: want });
  }
  gitlab.faults.push((_, response) =>
    Boolean(response.writeHead(302, { Location: `${gitlab.api}/user` }).end()),
  );
  await t.rejects(writeGitlabNote(gitlabMergeRequest(gitlab.env), marker, patience), {
    message: /it responds with 302/,
  });
  const missing: Record<string, string>[] = [
    { CI_API_V4_URL: "" },
    { CI_API_V4_URL: "ftp://gitlab" },
    { CI_MERGE_REQUEST_IID: "" },
    { CONTRACT_GITLAB_TOKEN: "" },
    { CONTRACT_GITLAB_TOKEN: `${token}\nHost: other` },
  ];
  for (const env of missing) {
    t.throws(() => gitlabMergeRequest({ ...gitlab.env, ...env }), {
      name: "UsageError",
      message: /^--comment gitlab needs/,
    });
    try {
      gitlabMergeRequest({ ...gitlab.env, ...env });
    } catch (error) {
      t.notMatch(JSON.stringify(error), token);
    }
  }
  t.match(
    gitlabMergeRequest({ ...gitlab.env, CONTRACT_GITLAB_TOKEN: ` ${token}\n` }),
    { token },
    "a line end is none of it",
  );
});

t.test("no line of a note is a GitLab quick action", async (t) => {
  const gitlab = await startGitlab(t);
  await writeGitlabNote(gitlabMergeRequest(gitlab.env), `${marker}\n/close\n  /merge\na/b`, patience);
  t.equal(gitlab.notes[0]?.body, `${marker}\n&#47;close\n  &#47;merge\na/b`);
});
