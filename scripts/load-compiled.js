// Runs a CommonJS file with V8's cached code, which works on every Node version; `module.enableCompileCache`
// requires Node 22.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { Script } from "node:vm";

/** Packages of several megabytes, which take longer to compile than to run. */
const large = new Map([["typescript", "typescript/lib/typescript.js"]]);

/** Node modules that take milliseconds to load, and that most commands never use. */
const seldom = new Set(
  [
    ...["child_process", "crypto", "dns", "http", "https", "net", "readline", "timers/promises"],
    ...["tls", "worker_threads", "zlib"],
  ].map((name) => `node:${name}`),
);

/** Other files of a bundled program, loaded when they are used: `./packages/yaml.cjs`, `./diff.cjs#part`. */
const besides = /^\.\/(?:packages\/)?[\w.-]+\.cjs(?:#|$)/;

/** How often the cache of a purpose is written in any case: each run adds the functions that it ran. */
const firstRuns = 3;

/** Processor time of a program in microseconds from which on updating the cache is comparatively cheap. */
const worthKeeping = 2e6;

export class CompiledFiles {
  /** @type {Map<string, { script: Script, kept: Kept | undefined }>} */
  #scripts = new Map();
  /** @type {Map<string, unknown>} */
  #loaded = new Map();
  #folder;
  #name;

  /**
   * @param {string} folder  the cache's folder; it may be read-only
   * @param {string} name  the purpose of the files: only functions that ran are compiled
   */
  constructor(folder, name) {
    this.#folder = folder;
    this.#name = name;
  }

  /**
   * Returns the exports of an ASCII file.
   *
   * @param {string} file
   * @param {string} [version]  changes with the file; by default the digest on its first line
   * @returns {unknown}
   */
  load(file, version) {
    const source = readFileSync(file, "latin1");
    const path = this.#path(`${basename(file)}-${version ?? source.slice(3, 19)}`);
    const kept = readKept(path);
    const names = "exports, require, module, __filename, __dirname, __import";
    const script = new Script(`(function (${names}) {${source}\n})`, {
      filename: file,
      ...(kept !== undefined && { cachedData: kept.data }),
    });
    this.#scripts.set(path, { script, kept: script.cachedDataRejected === false ? kept : undefined });
    const module = { exports: {} };
    /** @type {unknown} */
    const run = script.runInThisContext();
    const parts = [module.exports, this.#requireOf(file), module, file, dirname(file), importModule];
    /** @type {Function} */ (run)(...parts);
    this.#loaded.set(`./${basename(file)}`, module.exports);
    return module.exports;
  }

  /** Writes compiled code of the first runs, and of programs that ran so long that much may be new. */
  keep() {
    const { user, system } = process.cpuUsage();
    for (const [path, { script, kept }] of this.#scripts) {
      const { data: before, runs } = kept ?? { data: Buffer.alloc(0), runs: 0 };
      if (runs >= firstRuns && user + system < worthKeeping) continue;
      const data = script.createCachedData();
      const isMore = data.length > 1.1 * before.length;
      if (isMore || runs < firstRuns)
        writeKept(path, { data: isMore ? data : before, runs: Math.min(runs + 1, firstRuns) });
    }
  }

  /** @param {string} label */
  #path(label) {
    const { version, arch } = process;
    return join(this.#folder, `${this.#name}-${label}-${version}-${arch}.bin`.replaceAll(/[^\w.-]/g, "_"));
  }

  /**
   * @param {string} file
   * @returns {(name: string) => unknown}
   */
  #requireOf(file) {
    const plain = createRequire(file);
    return Object.assign(
      (/** @type {string} */ name) => {
        if (seldom.has(name)) return whenUsed(/** @returns {unknown} */ () => plain(name));
        if (besides.test(name)) return this.#partOf(file, name);
        const path = large.get(name);
        if (path === undefined) return /** @type {unknown} */ (plain(name));
        return this.#once(name, () => this.#loadPackage(plain, name, path));
      },
      { resolve: plain.resolve },
    );
  }

  /**
   * @param {string} from  file that requires another
   * @param {string} name  the other's, relative to it, and the name of one of its exports after `#`
   * @returns {unknown}
   */
  #partOf(from, name) {
    const [path = "", part] = name.split("#");
    const load = () => {
      const whole = this.#once(path, () => this.load(join(dirname(from), path)));
      return part === undefined
        ? whole
        : /** @type {unknown} */ (Reflect.get(/** @type {object} */ (whole), part));
    };
    return this.#loaded.has(path) ? load() : whenUsed(load);
  }

  /**
   * @param {string} name
   * @param {() => unknown} load
   */
  #once(name, load) {
    if (!this.#loaded.has(name)) this.#loaded.set(name, load());
    return this.#loaded.get(name);
  }

  /**
   * @param {NodeJS.Require} plain
   * @param {string} name
   * @param {string} path
   */
  #loadPackage(plain, name, path) {
    /** @type {unknown} */
    const manifest = plain(`${name}/package.json`);
    return this.load(plain.resolve(path), /** @type {{ version: string }} */ (manifest).version);
  }
}

/**
 * The `import()` of a loaded file: on Node 20, a script with cached code has none of its own.
 *
 * @param {string} specifier
 * @returns {Promise<unknown>}
 */
function importModule(specifier) {
  return import(specifier);
}

/**
 * Compiled code, and the number of runs that it was written after; the file's last byte.
 *
 * @typedef {{ data: Buffer, runs: number }} Kept
 */

/**
 * @param {string} path
 * @returns {Kept | undefined}
 */
function readKept(path) {
  try {
    const bytes = readFileSync(path);
    return { data: bytes.subarray(0, -1), runs: bytes.at(-1) ?? 0 };
  } catch {
    return undefined;
  }
}

/**
 * Writes a cache file atomically, since V8 does not verify it; on failure the next start compiles again.
 *
 * @param {string} path
 * @param {Kept} kept
 */
function writeKept(path, { data, runs }) {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const written = `${path}.${process.pid}`;
    writeFileSync(written, Buffer.concat([data, Buffer.of(runs)]));
    renameSync(written, path);
  } catch {
    // A folder without write access, or a full disk.
  }
}

/**
 * Returns a proxy for a module that loads it on first use.
 *
 * @param {() => unknown} load
 * @returns {unknown}
 */
function whenUsed(load) {
  /** @type {object | undefined} */
  let loaded;
  const module = () => (loaded ??= /** @type {object} */ (load()));
  /** @type {object} */
  const empty = {};
  return new Proxy(empty, {
    get: (_, key) => /** @type {unknown} */ (Reflect.get(module(), key)),
    has: (_, key) => Reflect.has(module(), key),
    ownKeys: () => Reflect.ownKeys(module()),
    getOwnPropertyDescriptor: (_, key) => {
      const found = Reflect.getOwnPropertyDescriptor(module(), key);
      // A proxy must not report a property as non-configurable that its target does not have.
      return found && { ...found, configurable: true };
    },
  });
}
