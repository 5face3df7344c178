// Years: slider, typed year and play button. A move shows at once; the view follows at rest.
(() => {
  const ict = (window.ict = window.ict || {});
  const clientside = (window.dash_clientside = window.dash_clientside || {});
  const callbacks = (clientside.ict = clientside.ict || {});

  const REST_MS = 200;
  const STEP_MS = 700;
  const CALM_STEP_MS = 1500;
  const stages = new Map();
  let shown;
  let told;
  let rest;
  let playing;

  // What stands on the page now and has years; what left the page with its figure is forgotten.
  const staged = () => {
    for (const [key, { id }] of stages) if (!ict.element(id)) stages.delete(key);
    return [...stages.values()];
  };

  const yearsOf = () =>
    [...new Set(staged().flatMap(({ face }) => face.years))].sort((a, b) => a - b);

  // Dash hears of a value that is set here later than the reader moves on: it is not a move.
  const tell = (properties) => {
    told = properties.value;
    ict.set(ict.facts.ids.YEAR, properties);
  };

  // A figure with years: where it is, its face, the place of its year, and how a year is painted.
  // Returns the place: a reader who is on the way to another year is not thrown back. Figures on
  // one page share the year bar; each shows the nearest year before that it has.
  ict.stage = (id, face, wanted, paint) => {
    const onTheWay = rest || playing;
    const others = staged().filter((one) => ict.domId(one.id) !== ict.domId(id));
    const at = onTheWay ? ict.yearPlace(face, shown) : wanted;
    stages.set(ict.domId(id), { id, face, at, paint });
    if (!onTheWay) {
      const own = others.map((one) => one.face.years[one.at]);
      shown = Math.max(face.years[at], ...own);
    }
    const { ids } = ict.facts;
    const years = yearsOf();
    const [first, last] = [years[0], years.at(-1)];
    ict.set(ids.YEAR_FIRST, { children: String(first) });
    ict.set(ids.YEAR_LAST, { children: String(last) });
    ict.set(ids.YEAR_TYPED, { min: first, max: last, value: shown });
    tell({ min: first, max: last, value: shown });
    mark(id, face.years[at]);
    return at;
  };

  // The place of the one figure of a page that has a single one.
  ict.stagedPlace = () => staged()[0].at;

  const figureOf = (id) => ict.element(id)?.closest("figure, .data");

  const mark = (id, year) => figureOf(id)?.setAttribute("data-year", year);

  // A reader of the page by ear hears the year that it rests at, not every year on the way.
  const hush = (isMoving) => {
    for (const { id } of staged()) {
      for (const said of figureOf(id)?.querySelectorAll("[role=status]") ?? []) said.ariaBusy = isMoving;
    }
  };

  const nearest = (years, year) =>
    years.reduce((best, one) => (Math.abs(one - year) < Math.abs(best - year) ? one : best));

  // Towards the side that the slider moves to, so that arrow keys cross years without data.
  const snapped = (wanted) => {
    const years = yearsOf();
    if (wanted > shown) return years.find((year) => year >= wanted) ?? years.at(-1);
    if (wanted < shown) return years.findLast((year) => year <= wanted) ?? years[0];
    return nearest(years, wanted);
  };

  const settle = () => {
    const { ids } = ict.facts;
    rest = undefined;
    hush(false);
    tell({ value: shown });
    ict.set(ids.YEAR_TYPED, { value: shown });
    if (String(shown) !== ict.view.year) ict.change({ year: String(shown) });
  };

  const write = (id, year) => {
    const field = ict.element(id);
    if (field && Number(field.value) !== year) field.value = year;
  };

  const move = (wanted) => {
    const year = snapped(wanted);
    const { ids } = ict.facts;
    write(ids.YEAR, year);
    write(ids.YEAR_TYPED, year);
    if (year === shown) return;
    shown = year;
    for (const one of staged()) {
      const at = ict.yearPlace(one.face, year);
      if (at === one.at) continue;
      one.at = at;
      one.paint(at);
      mark(one.id, one.face.years[at]);
    }
    hush(true);
    clearTimeout(rest);
    if (!playing) rest = setTimeout(settle, REST_MS);
  };

  // Every move of the slider is painted at once; Dash hears of it when it has come to rest, for its
  // way through the components would cost more time than the painting.
  document.addEventListener("input", ({ target }) => {
    if (stages.size && target.id === ict.facts.ids.YEAR) move(Number(target.value));
  });

  callbacks.yearMoved = (value, facts) => {
    ict.remember(facts);
    if (stages.size && value && Number(value) !== told) move(Number(value));
  };

  callbacks.yearTyped = (value, facts) => {
    ict.remember(facts);
    if (!stages.size || !value) return;
    const year = nearest(yearsOf(), Number(value));
    if (year !== shown) move(year);
    else write(facts.ids.YEAR_TYPED, year);
  };

  const showButton = (word, pressed) => {
    const text = ict.words(word);
    ict.set(ict.facts.ids.PLAY, { title: text, "aria-label": text, "aria-pressed": pressed });
  };

  const stop = () => {
    clearInterval(playing);
    playing = undefined;
    if (!ict.element(ict.facts.ids.PLAY)) return;
    showButton("play", "false");
    settle();
  };

  const step = () => {
    const next = yearsOf().find((year) => year > shown);
    if (!ict.element(ict.facts.ids.PLAY) || !next) return stop();
    return move(next);
  };

  callbacks.play = (clicks, facts) => {
    ict.remember(facts);
    if (!clicks || !stages.size) return;
    if (playing) {
      stop();
      return;
    }
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    playing = setInterval(step, calm ? CALM_STEP_MS : STEP_MS);
    showButton("pause", "true");
    const years = yearsOf();
    if (shown >= years.at(-1)) move(years[0]);
  };
})();
