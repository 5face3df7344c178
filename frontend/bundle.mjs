// Bundles and minifies our own scripts and styles into build/bundles: what every page runs, committee
// mode, and the two that work without a server. frontend/publish.py takes them from there.
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { build } from "esbuild";

const OUT = "build/bundles";
const FROM = "frontend/src";
const COMMON = { bundle: true, minify: true, target: "es2022", outdir: OUT, logLevel: "warning" };

// What a page has already is not loaded a second time: committee mode takes it from there.
const SHARED = new Map(
  [...(await readFile(`${FROM}/shared.js`, "utf8")).matchAll(/^export \* as (\w+) from "\.\/([\w-]+\.js)"/gm)].map(
    ([, name, file]) => [file, name],
  ),
);
const fromPage = {
  name: "from-page",
  setup(context) {
    context.onResolve({ filter: /^\.\.\// }, ({ path, importer }) =>
      basename(dirname(importer)) === "room" ? { path: basename(path), namespace: "page" } : undefined,
    );
    context.onLoad({ filter: /./, namespace: "page" }, ({ path }) =>
      SHARED.has(path)
        ? { contents: `module.exports = dash_clientside.ict.shared.${SHARED.get(path)};` }
        : { errors: [{ text: `Committee mode needs ${path}: add it to ${FROM}/shared.js.` }] },
    );
  },
};

const scripts = (names, more) =>
  build({ ...COMMON, ...more, entryPoints: names.map((name) => `${FROM}/${name}.js`) });

const styles = (await readdir("assets")).filter((name) => name.endsWith(".css")).sort();

await Promise.all([
  scripts(["app", "standalone", "pack"], { format: "iife" }),
  scripts(["committee"], { format: "esm", plugins: [fromPage] }),
  build({ ...COMMON, entryPoints: [`${FROM}/standalone.css`, `${FROM}/pack.css`] }),
  build({
    ...COMMON,
    outdir: undefined,
    outfile: `${OUT}/app.css`,
    stdin: {
      contents: styles.map((name) => `@import "./${name}";`).join("\n"),
      resolveDir: "assets",
      loader: "css",
    },
  }),
]);
