// `npm start`: the reference server.
import { launch } from "./launch.js";

await launch("server");
