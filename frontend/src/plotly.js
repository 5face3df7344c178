// plotly.js, which comes only where a figure needs it: a page that opens with one names it in its head;
// else Dash loads it when a figure is put on the page, and committee mode for its list.

const page = /** @type {{ Plotly?: any, _dashPlotlyJSURL?: string }} */ (/** @type {unknown} */ (window));
const address = document.documentElement.dataset.plotly;

// Dash would take plotly's own, which is three times as large and asks elsewhere for shapes.
if (address) Object.defineProperty(window, "_dashPlotlyJSURL", { get: () => address, set: () => {} });

/** @type {Promise<unknown> | undefined} */
let coming;

/** Resolves when plotly.js is there. */
export const plotly = () => {
  if (page.Plotly) return Promise.resolve();
  coming ??= new Promise((done, fail) => {
    const script = document.createElement("script");
    Object.assign(script, { src: address || page._dashPlotlyJSURL, onload: done, onerror: fail });
    document.body.append(script);
  });
  coming.catch(() => (coming = undefined));
  return coming;
};
