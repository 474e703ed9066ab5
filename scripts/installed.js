// Ends with one line, in place of a stack trace, where the packages are not installed that the next command of an npm script needs.
import { complaintAboutNode, complaintAboutPackages } from "./launch.js";

const complaint =
  complaintAboutNode(process.versions.node) ?? complaintAboutPackages((name) => import.meta.resolve(name));
if (complaint !== undefined) {
  process.stderr.write(`${complaint}\n`);
  process.exitCode = 2;
}
