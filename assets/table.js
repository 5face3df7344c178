// The data page's table: a row an economy, sorted and searched here, filled from the map's face.
(() => {
  const ict = (window.ict = window.ict || {});
  const clientside = (window.dash_clientside = window.dash_clientside || {});
  const callbacks = (clientside.ict = clientside.ict || {});

  const COLUMNS = ["economy", "value", "year", "status", "source", "note"];
  let sorting = { column: "economy", order: 1 };
  let search = "";
  let current;

  const rowOf = (facets) => ({
    key: { ...facets, economy: facets.order, value: facets.number, note: facets.notes?.join(" ") },
    filled: "ic".includes(facets.letter ?? "-"),
    cells: [
      facets.name,
      facets.value ?? ict.words("no_data"),
      facets.year === undefined ? "" : String(facets.year),
      facets.status ?? "",
      facets.source ?? "",
      facets.notes?.join(" ") ?? "",
    ],
  });

  // Economies without a value stay at the end in either order.
  const compare = (a, b) => {
    const [x, y] = [a.key[sorting.column], b.key[sorting.column]];
    if (x === undefined || y === undefined) return (x === undefined) - (y === undefined);
    const order = typeof x === "number" ? x - y : x.localeCompare(y, ict.facts.locale);
    return sorting.order * order;
  };

  const rowElement = ({ cells, filled }) => {
    const row = document.createElement("tr");
    if (filled) row.className = "filled";
    cells.forEach((text, k) => {
      const cell = document.createElement(k ? "td" : "th");
      if (!k) cell.scope = "row";
      cell.className = `column-${COLUMNS[k]}`;
      cell.textContent = text;
      // A source is named in its own language, whatever that of the page.
      if (COLUMNS[k] === "source") cell.dir = "auto";
      row.append(cell);
    });
    return row;
  };

  const paint = () => {
    const { face, at } = current;
    const table = ict.element(ict.facts.ids.TABLE);
    if (!table) return;
    const wanted = ict.fold(search).split(/\s+/).filter(Boolean);
    const rows = face.economies
      .map((_, j) => rowOf(ict.facetsOf(face, at, j)))
      .filter(({ cells }) => {
        const folded = ict.fold(cells.join(" "));
        return wanted.every((word) => folded.includes(word));
      })
      .sort(compare);
    const body = table.tBodies[0] ?? table.createTBody();
    body.replaceChildren(...rows.map(rowElement));
    for (const head of table.tHead.rows[0].cells) {
      const sorted = head.dataset.column === sorting.column;
      const order = sorting.order > 0 ? "ascending" : "descending";
      head.setAttribute("aria-sort", sorted ? order : "none");
    }
    current.rows = rows.length;
  };

  callbacks.table = async (view, text, facts) => {
    ict.remember(facts);
    search = text || "";
    const same = clientside.no_update;
    try {
      const face = await ict.newestFace(facts.ids.TABLE, ict.faceAddress("map", view));
      if (!face) return same;
      const wanted = ict.yearPlace(face, view.year);
      const at = ict.stage(facts.ids.TABLE, face, wanted, (place) => {
        current.at = place;
        ict.write(facts.ids.TABLE_TITLE, face.texts[place].title);
        paint();
      });
      current = { face, at };
      paint();
      const rows = ict.words("rows", { n: current.rows, number: ict.number(current.rows) });
      const years = `${face.years[0]}..${face.years.at(-1)}`;
      const file = (kind) => ict.faceAddress("map", view, kind).replace("?", `?years=${years}&`);
      for (const link of document.querySelectorAll(".data-files a")) link.href = file(link.dataset.face);
      ict.nameTab(face.texts[at].title);
      return [face.texts[at].title, face.text.source, rows, file("csv")];
    } catch (error) {
      return [same, same, error.message, same];
    }
  };

  document.addEventListener("click", ({ target }) => {
    const head = target.closest?.("th[data-column]");
    if (!head || !current) return;
    const { column } = head.dataset;
    const turned = column === sorting.column ? -sorting.order : 1;
    sorting = { column, order: turned };
    paint();
  });
})();
