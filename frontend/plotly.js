// The plotly.js that the pages run: the chart types that our figures use, the locales of our
// languages (English is its own), and defaults that hold for every figure: nothing is sent or
// fetched elsewhere. The page says on its <html> element where the shapes are.
const Plotly = require("plotly.js/lib/core");

Plotly.register([
  require("plotly.js/lib/bar"),
  require("plotly.js/lib/choropleth"),
  require("plotly.js/lib/scattergeo"),
  require("plotly.js/lib/locales/ar"),
  require("plotly.js/lib/locales/es"),
  require("plotly.js/lib/locales/fr"),
  require("plotly.js/lib/locales/ru"),
  require("plotly.js/lib/locales/zh-cn"),
]);
Plotly.setPlotConfig({
  topojsonURL: document.documentElement.dataset.topology || "/geo/",
  showSendToCloud: false,
  displaylogo: false,
});
window.Plotly = Plotly;
