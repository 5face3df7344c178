// What committee mode, a bundle of its own, takes from the page's (frontend/bundle.mjs): one state,
// each script once.
export * as addresses from "./addresses.js";
export * as chosen from "./chosen.js";
export * as elements from "./elements.js";
export * as faces from "./faces.js";
export * as facts from "./facts.js";
export * as fold from "./fold.js";
export * as grid from "./grid.js";
export * as legend from "./legend.js";
export * as plotly from "./plotly.js";
export * as present from "./present.js";
export * as registry from "./registry.js";
export * as scatter from "./scatter.js";
export * as shown from "./shown.js";
export * as svgMap from "./svg-map.js";
export * as svgSource from "./svg-source.js";
export * as theme from "./theme.js";
export * as tray from "./tray.js";
export * as view from "./view.js";
export * as words from "./words.js";
