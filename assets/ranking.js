// The ranking: places with ties and with the age of each value, from the map's face, for any year.
(() => {
  const ict = (window.ict = window.ict || {});
  const clientside = (window.dash_clientside = window.dash_clientside || {});
  const callbacks = (clientside.ict = clientside.ict || {});

  const STATUSES = { o: "observed", e: "estimated" };
  const ORDERS = { up: "order_up", down: "order_down", none: "order_none" };

  const valueOf = (face, { value }) => ict.value(value, face.decimals, face.unit);

  const stated = (face, one) => {
    const facts = { value: valueOf(face, one), year: face.years[one.k] };
    return one.letter === "o"
      ? ict.words("stated", facts)
      : ict.words("stated_other", { ...facts, status: ict.words(STATUSES[one.letter]) });
  };

  // The first by name of those that share a place, and how many others do.
  const named = (fresh, one) => {
    const sharing = fresh.filter(({ place }) => place === one.place);
    const n = sharing.length - 1;
    return n ? ict.words("tied", { n, name: sharing[0].name, number: ict.number(n) }) : one.name;
  };

  const sentence = (face, at, { fresh }, view) => {
    const year = face.years[at];
    if (!fresh.length) return ict.words("ranked_none", { year });
    const [first, last] = [fresh[0], fresh.at(-1)];
    const said = ict.words("ranked", {
      n: fresh.length,
      number: ict.number(fresh.length),
      year,
      first: named(fresh, first),
      high: stated(face, first),
      last: named(fresh, last),
      low: stated(face, last),
    });
    const places = new Map(fresh.map(({ code, place }) => [code, place]));
    const own = ict
      .economies(view)
      .filter((code) => places.has(code))
      .map((code) =>
        ict.words("ranked_at", { name: ict.facts.names[code], place: ict.number(places.get(code)) }),
      );
    return [said, ...own].reduce((a, b) => ict.words("two", { first: a, second: b }));
  };

  const cell = (kind, content) => {
    const element = document.createElement(kind === "economy" ? "th" : "td");
    if (kind === "economy") element.scope = "row";
    element.className = `column-${kind}`;
    element.append(content);
    return element;
  };

  // A plain link: the table is not Dash's, and the page that it leads to is another one.
  const link = ({ code, name }) => {
    const anchor = document.createElement("a");
    anchor.href = ict.pageAddress("/economy", { ...ict.view, economies: code });
    anchor.textContent = name;
    return anchor;
  };

  const bar = ({ value }, most) => {
    const element = document.createElement("span");
    element.className = "bar";
    element.style.inlineSize = `${most > 0 ? Math.max(0, (100 * value) / most) : 0}%`;
    return element;
  };

  const rowElement = (face, one, most, chosen) => {
    const row = document.createElement("tr");
    row.classList.toggle("highlighted", chosen.includes(one.code));
    row.classList.toggle("unranked", !one.place);
    const place = one.place ? ict.number(one.place) + (one.tied ? " =" : "") : "–";
    const year = String(face.years[one.k]);
    const age = one.age ? ict.words("older", { n: one.age, year }) : year;
    row.append(
      cell("place", place),
      cell("economy", link(one)),
      cell("value", valueOf(face, one)),
      cell("bar", bar(one, most)),
      cell("year", age),
      cell("status", ict.words(STATUSES[one.letter])),
    );
    return row;
  };

  const paint = (face, at, view) => {
    const table = ict.element(ict.facts.ids.RANKING);
    if (!table) return undefined;
    const found = ict.ranked(face, at);
    const rows = [...found.fresh, ...found.older];
    const most = Math.max(...rows.map(({ value }) => value), 0);
    const chosen = ict.economies(view);
    const body = table.tBodies[0] ?? table.createTBody();
    body.replaceChildren(...rows.map((one) => rowElement(face, one, most, chosen)));
    return sentence(face, at, found, view);
  };

  callbacks.ranking = async (view, facts) => {
    ict.remember(facts);
    const same = clientside.no_update;
    const { ids } = facts;
    try {
      const face = await ict.newestFace(ids.RANKING, ict.faceAddress("map", view));
      if (!face) return [same, same, same, same, same];
      const repaint = (place) => {
        const said = paint(face, place, ict.view);
        ict.write(ids.RANKING_TITLE, face.texts[place].title);
        ict.write(ids.RANKING_SENTENCE, said);
      };
      const at = ict.stage(ids.RANKING, face, ict.yearPlace(face, view.year), repaint);
      const said = paint(face, at, view);
      const { title } = face.texts[at];
      const order = ict.words(ORDERS[face.direction]);
      ict.nameTab(title);
      return [title, said, order, face.text.source, ict.faceAddress("ranking", view, "csv")];
    } catch (error) {
      return [same, error.message, same, same, same];
    }
  };
})();
