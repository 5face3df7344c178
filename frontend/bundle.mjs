// Bundles and minifies our own scripts and styles into build/bundles: what every page runs, committee
// mode, and the two that work without a server; and of Bootstrap what our pages use.
// frontend/publish.py takes them from there.
import { glob, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { build } from "esbuild";
import { PurgeCSS } from "purgecss";

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

// Classes that dash-bootstrap-components and, the last one, plotly.js write in the browser.
const WRITTEN_BY_LIBRARIES = [
  "form-control",
  "form-select",
  "form-check",
  "form-check-inline",
  "form-check-input",
  "form-check-label",
  "user-select-none",
];

// A rule of Bootstrap stays if our sources have every word of its selector; `html.Ul` is a `ul`.
const bootstrap = async () => {
  const content = [];
  for await (const file of glob(["dashboard/**/*.py", `${FROM}/**/*.js`]))
    content.push({ raw: await readFile(file, "utf8"), extension: "source" });
  const defaultExtractor = (text) => `${text} ${text.toLowerCase()}`.match(/[\w-]+/g);
  for (const name of ["bootstrap.css", "bootstrap.rtl.css"]) {
    const css = [{ raw: await readFile(`build/vendor/${name}`, "utf8") }];
    const options = { content, css, defaultExtractor, safelist: WRITTEN_BY_LIBRARIES, keyframes: true };
    const [purged] = await new PurgeCSS().purge(options);
    await writeFile(`${OUT}/${name}`, purged.css);
  }
};

const styles = (await readdir("assets")).filter((name) => name.endsWith(".css")).sort();

await mkdir(OUT, { recursive: true });
await Promise.all([
  bootstrap(),
  scripts(["app", "brief", "standalone", "pack", "embed"], { format: "iife" }),
  scripts(["committee"], { format: "esm", plugins: [fromPage] }),
  build({ ...COMMON, entryPoints: [`${FROM}/standalone.css`, `${FROM}/pack.css`, `${FROM}/embed.css`] }),
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
