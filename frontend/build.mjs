// Bundles what the pages need from npm into build/vendor: plotly.js with our chart types only,
// Bootstrap's stylesheet for either page direction, and the runtime that Dash's scripts expect.
// frontend/publish.py takes it from there.
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { build } from "esbuild";

const OUT = "build/vendor";

// Parts of plotly.js that no figure of ours uses: it looks components up by name and skips absent
// ones; names of countries are never searched, because our locations are ISO codes; the projections
// of our frames (equal earth, conic equal area) are d3-geo's own.
const COMPONENTS = ["annotations3d", "images", "rangeselector", "rangeslider", "sliders", "updatemenus"];
const LEFT_OUT = new Map([
  ["d3-geo-projection", ""],
  ["country-iso-search", "exports.COUNTRIES = []; exports.createLookup = () => ({ lookupAlpha3() {} });"],
  ...COMPONENTS.map((name) => [
    `./components/${name}`,
    `module.exports = { moduleType: "component", name: "${name}" };`,
  ]),
]);

const leaveOut = {
  name: "leave-out",
  setup(context) {
    context.onResolve({ filter: /^(country-iso-search|d3-geo-projection|\.\/components\/\w+)$/ }, ({ path }) =>
      LEFT_OUT.has(path) ? { path, namespace: "left-out" } : undefined,
    );
    context.onLoad({ filter: /./, namespace: "left-out" }, ({ path }) => ({
      contents: LEFT_OUT.get(path),
    }));
  },
};

// plotly's words for our languages; English is its own.
const languages = Object.values(JSON.parse(await readFile("data/i18n/languages.json", "utf8")));
const locales = languages.map(({ plotly }) => plotly.toLowerCase()).filter((name) => name !== "en");
const ofOurs = {
  name: "languages-of-ours",
  setup(context) {
    context.onResolve({ filter: /^languages-of-ours$/ }, ({ path }) => ({ path, namespace: "ours" }));
    context.onLoad({ filter: /./, namespace: "ours" }, () => ({
      contents: `module.exports = [${locales.map((name) => `require("plotly.js/lib/locales/${name}")`)}];`,
      resolveDir: process.cwd(),
    }));
  },
};

await mkdir(OUT, { recursive: true });
await build({
  entryPoints: { plotly: "frontend/plotly.js" },
  outdir: OUT,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  define: { global: "window" },
  legalComments: "external",
  plugins: [leaveOut, ofOurs],
  logLevel: "warning",
});
await copyFile("node_modules/regenerator-runtime/runtime.js", `${OUT}/regenerator.js`);
for (const side of ["", ".rtl"]) {
  await copyFile(`node_modules/bootstrap/dist/css/bootstrap${side}.min.css`, `${OUT}/bootstrap${side}.css`);
}
