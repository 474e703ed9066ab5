// Exits with a one-line error instead of a stack trace if packages needed by the next command of an npm
// script are not installed.
import { complaintAboutNode, complaintAboutPackages } from "./launch.js";

const complaint =
  complaintAboutNode(process.versions.node) ?? complaintAboutPackages((name) => import.meta.resolve(name));
if (complaint !== undefined) {
  process.stderr.write(`${complaint}\n`);
  process.exitCode = 2;
}
