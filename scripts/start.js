// `npm start`: runs the reference server.
import { launch } from "./launch.js";

await launch("server");
