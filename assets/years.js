// Years: slider, typed year and play button. A move shows at once; the view follows at rest.
(() => {
  const ict = (window.ict = window.ict || {});
  const clientside = (window.dash_clientside = window.dash_clientside || {});
  const callbacks = (clientside.ict = clientside.ict || {});

  const REST_MS = 200;
  const STEP_MS = 700;
  const CALM_STEP_MS = 1500;
  let stage;
  let rest;
  let playing;

  // What stands on the page now: where, a face, the place of its year, and how a year is painted.
  // Returns the place: a reader who is on the way to another year is not thrown back.
  ict.stage = (id, face, wanted, paint) => {
    const onTheWay = rest || playing;
    const at = onTheWay ? ict.yearPlace(face, stage.face.years[stage.at]) : wanted;
    stage = { id, face, at, paint };
    const { ids } = ict.facts;
    const first = face.years[0];
    const last = face.years.at(-1);
    const year = face.years[at];
    ict.set(ids.YEAR_FIRST, { children: String(first) });
    ict.set(ids.YEAR_LAST, { children: String(last) });
    ict.set(ids.YEAR_TYPED, { min: first, max: last, value: year });
    ict.set(ids.YEAR, { min: first, max: last, value: year });
    mark(year);
    return at;
  };

  ict.stagedPlace = () => stage.at;

  const mark = (year) => {
    ict.element(stage.id)?.closest("figure, .data")?.setAttribute("data-year", year);
  };

  // A reader of the page by ear hears the year that it rests at, not every year on the way.
  const hush = (isMoving) => {
    const figure = ict.element(stage.id)?.closest("figure, .data");
    for (const said of figure?.querySelectorAll("[role=status]") ?? []) said.ariaBusy = isMoving;
  };

  const nearest = (years, year) =>
    years.reduce((best, one) => (Math.abs(one - year) < Math.abs(best - year) ? one : best));

  // Towards the side that the slider moves to, so that arrow keys cross years without data.
  const snapped = (wanted) => {
    const { years } = stage.face;
    const from = years[stage.at];
    if (wanted > from) return years.find((year) => year >= wanted) ?? years.at(-1);
    if (wanted < from) return years.findLast((year) => year <= wanted) ?? years[0];
    return nearest(years, wanted);
  };

  const settle = () => {
    const { ids } = ict.facts;
    rest = undefined;
    const year = stage.face.years[stage.at];
    hush(false);
    ict.set(ids.YEAR, { value: year });
    ict.set(ids.YEAR_TYPED, { value: year });
    if (String(year) !== ict.view.year) ict.change({ year: String(year) });
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
    const at = stage.face.years.indexOf(year);
    if (at === stage.at) return;
    stage.at = at;
    stage.paint(at);
    mark(year);
    hush(true);
    clearTimeout(rest);
    if (!playing) rest = setTimeout(settle, REST_MS);
  };

  // Every move of the slider is painted at once; Dash hears of it when it has come to rest, for its
  // way through the components would cost more time than the painting.
  document.addEventListener("input", ({ target }) => {
    if (stage && target.id === ict.facts.ids.YEAR) move(Number(target.value));
  });

  callbacks.yearMoved = (value, facts) => {
    ict.remember(facts);
    if (stage && value) move(Number(value));
  };

  callbacks.yearTyped = (value, facts) => {
    ict.remember(facts);
    if (!stage || !value) return;
    const year = nearest(stage.face.years, Number(value));
    if (year !== stage.face.years[stage.at]) move(year);
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
    const { years } = stage.face;
    if (!ict.element(ict.facts.ids.PLAY) || stage.at >= years.length - 1) return stop();
    return move(years[stage.at + 1]);
  };

  callbacks.play = (clicks, facts) => {
    ict.remember(facts);
    if (!clicks || !stage) return;
    if (playing) {
      stop();
      return;
    }
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    playing = setInterval(step, calm ? CALM_STEP_MS : STEP_MS);
    showButton("pause", "true");
    const { years } = stage.face;
    if (stage.at >= years.length - 1) move(years[0]);
  };
})();
