// The plotly.js that the pages run: the chart types that our figures use, the locales of our
// languages (`build.mjs` lists them), and defaults that hold for every figure: nothing is sent or
// fetched elsewhere. The page says on its <html> element where the shapes are.
const Plotly = require("plotly.js/lib/core");

Plotly.register([
  require("plotly.js/lib/choropleth"),
  require("plotly.js/lib/heatmap"),
  require("plotly.js/lib/scattergeo"),
  ...require("languages-of-ours"),
]);
Plotly.setPlotConfig({
  topojsonURL: document.documentElement.dataset.topology || "/geo/",
  showSendToCloud: false,
  displaylogo: false,
});

// dcc.Graph draws as soon as it stands on the page, before its figure has come. An empty plot costs
// a third of what a map costs, so nothing is drawn until there is something to draw; the listeners
// that dcc.Graph adds in between are handed over.
const draw = Plotly.react;
const isEmpty = ({ data, layout }) => !data?.length && !layout?.annotations?.length;

Plotly.react = (graph, figure, ...rest) => {
  // A page that is laid out anew begins with empty figures: the old one stays until its heir comes.
  if (graph._fullLayout && isEmpty(figure)) return Promise.resolve(graph);
  if (graph._fullLayout) return draw(graph, figure, ...rest);
  if (isEmpty(figure)) {
    graph.waiting ??= [];
    graph.on = (event, listener) => graph.waiting.push([event, listener]);
    return Promise.resolve(graph);
  }
  const drawn = draw(graph, figure, ...rest);
  for (const [event, listener] of graph.waiting ?? []) graph.on(event, listener);
  delete graph.waiting;
  return drawn;
};

window.Plotly = Plotly;

// A page with a map names its shapes in its head, so that they come at once. Read here, they are
// parsed while Dash draws the page, and the map need not ask for them.
const shapes = document.querySelector("link[rel=preload][href$='/world_110m.json']");
if (shapes) {
  window.PlotlyGeoAssets ??= { topojson: {} };
  fetch(shapes.href)
    .then((response) => (response.ok ? response.json() : undefined))
    .then((topology) => (window.PlotlyGeoAssets.topojson.world_110m ??= topology))
    .catch(() => {}); // plotly.js then asks itself, and says what is wrong
}
