// Stands in for Dash where there is no server: shows what the scripts of the pages hand over, and
// tells them what the reader does. A file says how a view is shown (`ict.show`), and where faces
// are found (`ict.faceOf`).
(() => {
  const ict = window.ict;
  const clientside = window.dash_clientside;
  const { ict: callbacks } = clientside;
  const CONFIG = {
    displayModeBar: false,
    scrollZoom: false,
    doubleClick: false,
    showTips: false,
    responsive: true,
  };

  clientside.no_update = Symbol("no update");

  // What ict.html describes, and texts, as nodes.
  const nodes = (part) => {
    if (part === null || part === undefined) return [];
    if (Array.isArray(part)) return part.flatMap(nodes);
    if (typeof part !== "object") return [document.createTextNode(String(part))];
    const { children, className, style, key, ...attributes } = part.props;
    const element = document.createElement(part.type);
    if (className) element.className = className;
    Object.assign(element.style, style);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...nodes(children));
    return [element];
  };

  const draw = (element, figure) => {
    const { data, layout } = figure;
    Plotly.react(element.querySelector(".graph"), { data, layout: { autosize: true, ...layout }, config: CONFIG });
  };

  const PROPERTIES = new Set(["value", "min", "max", "title"]);

  const write = (element, name, value) => {
    if (name === "children") element.replaceChildren(...nodes(value));
    else if (name === "figure") draw(element, value);
    else if (PROPERTIES.has(name)) element[name] = value;
    else element.setAttribute(name, value);
  };

  clientside.set_props = (id, props) => {
    if (id === ict.facts.ids.VIEW) {
      ict.show(props.data);
      return;
    }
    const element = ict.element(id);
    for (const [name, value] of Object.entries(element ? props : {})) write(element, name, value);
  };

  // What a callback answers goes to the figure and the parts of its caption, in this order.
  const PARTS = ["title", "subtitle", "sentence", "source", "notes"];

  const idsOf = (chart) => {
    const { ids } = ict.facts;
    const own = { map: ids.MAP, scatter: ids.SCATTER }[chart];
    if (own) return [own, ...PARTS.map((part) => ({ caption: chart, part }))];
    return ["figure", ...PARTS].map((part) => ({ chart, of: "", part }));
  };

  const given = (id, name, value) => {
    if (value !== clientside.no_update && value !== undefined) clientside.set_props(id, { [name]: value });
  };

  // Shows a chart of the view.
  ict.showChart = async (chart, view) => {
    const { facts } = ict;
    const ids = idsOf(chart);
    const own = callbacks[{ map: "map", scatter: "scatter" }[chart]];
    const answers = await (own ? own(view, facts) : callbacks.chart(view, ids[0], facts));
    if (answers === clientside.no_update) return;
    ids.forEach((id, k) => given(id, k ? "children" : "figure", answers[k]));
    if (chart === "map") given(facts.ids.MAP_LEGEND, "children", answers[ids.length]);
  };

  // Faces come out of the file.
  const kept = new Map();
  ict.json = (address) => {
    if (!kept.has(address)) kept.set(address, ict.faceOf(address).then(ict.unpacked));
    return kept.get(address);
  };

  document.addEventListener("click", ({ target }) => {
    if (target.closest(`#${ict.facts.ids.PLAY}`)) callbacks.play(1, ict.facts);
  });

  document.addEventListener("change", ({ target }) => {
    if (target.id === ict.facts.ids.YEAR_TYPED) callbacks.yearTyped(target.value, ict.facts);
  });

  ict.shapes = (topology) => {
    window.PlotlyGeoAssets = { topojson: { world_110m: topology } };
  };
})();
