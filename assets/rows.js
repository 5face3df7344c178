// The table of a figure: the figure's own points, written out when the reader opens it.
(() => {
  const ict = (window.ict = window.ict || {});

  const NUMBER = /^[<+\-−‎~]*\d/;

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  const caption = (figure) =>
    [".figure-title", ".figure-subtitle"]
      .map((part) => figure.querySelector(part).textContent)
      .filter(Boolean)
      .join(" – ");

  const tableOf = ([heads, ...rows], text) => {
    const isNumber = heads.map((_, k) => k > 0 && rows.every((row) => !row[k] || NUMBER.test(row[k])));
    const cell = (content, k, tag, scope) => {
      const made = make(tag, { className: isNumber[k] ? "column-value" : "" }, content);
      if (scope) made.scope = scope;
      return made;
    };
    const line = (row) =>
      make("tr", {}, ...row.map((content, k) => cell(content, k, k ? "td" : "th", k ? "" : "row")));
    return make(
      "table",
      { className: "table data-table" },
      make("caption", {}, text),
      make("thead", {}, make("tr", {}, ...heads.map((head, k) => cell(head, k, "th", "col")))),
      make("tbody", {}, ...rows.map(line)),
    );
  };

  const fill = (details) => {
    const figure = details.closest("figure");
    const graph = figure.querySelector(".js-plotly-plot");
    const place = details.querySelector(".data-scroll");
    const rows = graph?.data && ict.facts ? ict.rowsOf(graph) : [];
    if (rows.length) place.replaceChildren(tableOf(rows, caption(figure)));
    else place.replaceChildren(ict.facts ? ict.words("no_data") : "");
    return graph;
  };

  // A figure that is drawn anew, for another year or indicator, has its open table written anew.
  const follow = (details, graph) => {
    if (!graph?.on || graph.ictRows === details) return;
    graph.ictRows = details;
    graph.on("plotly_afterplot", () => details.open && fill(details));
  };

  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (target.matches?.("details.figure-rows") && target.open) follow(target, fill(target));
    },
    true,
  );

  // Opened by key, the table has the focus, so that the arrow keys move through it; closed by key or
  // by Escape, the plot has it.
  ict.toggleRows = (figure) => {
    const details = figure?.querySelector("details.figure-rows");
    if (!details) return;
    details.open = !details.open;
    const next = details.open ? details.querySelector(".data-scroll") : figure.querySelector(".figure-box");
    next.focus();
  };

  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    const details = target.closest?.("details.figure-rows[open]");
    if (key === "Escape" && details) ict.toggleRows(details.closest("figure"));
    const writing = target.closest?.("input, textarea, select");
    if (key !== "t" || event.ctrlKey || event.metaKey || event.altKey || writing) return;
    ict.toggleRows(target.closest?.("figure"));
  });
})();
