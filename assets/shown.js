// What is shown in a year: every economy's value, class and paleness, from the map's face.
(() => {
  const ict = (window.ict = window.ict || {});

  // The place in the face's years of the view's year, or of the nearest earlier one with data.
  ict.yearPlace = (face, year) => {
    const wanted = year === "latest" || !year ? face.latest : Number(year);
    const earlier = face.years.filter((one) => one <= wanted);
    return Math.max(earlier.length - 1, 0);
  };

  // Where the value for the year at place `at` stands: there, or up to `carry_years` before.
  const valuePlace = (face, series, at) => {
    for (let k = at; k >= 0 && face.years[at] - face.years[k] <= face.carry_years; k--) {
      if (series.values[k] !== null) return k;
    }
    return -1;
  };

  const levelOf = (value, limits) => {
    let level = 0;
    while (level < limits.length && limits[level] <= value) level++;
    return level;
  };

  const computed = (face, at) => {
    const size = face.economies.length;
    const shown = {
      places: new Int16Array(size).fill(-1),
      levels: new Int8Array(size).fill(-1),
      pale: new Uint8Array(size),
      counts: new Array(face.limits.length + 1).fill(0),
      none: 0,
      filled: 0,
    };
    face.series.forEach((series, j) => {
      const place = series ? valuePlace(face, series, at) : -1;
      if (place < 0) {
        shown.none++;
        return;
      }
      shown.places[j] = place;
      shown.levels[j] = levelOf(series.values[place], face.limits);
      shown.counts[shown.levels[j]]++;
      shown.pale[j] = place !== at || "ic".includes(series.status[place]) ? 1 : 0;
      shown.filled += shown.pale[j];
    });
    return shown;
  };

  // Kept for every year, so that a second pass through the years costs nothing.
  const kept = new WeakMap();
  ict.shown = (face, at) => {
    if (!kept.has(face)) kept.set(face, new Map());
    const years = kept.get(face);
    if (!years.has(at)) years.set(at, computed(face, at));
    return years.get(at);
  };

  // Rank from the highest value, among the economies with a value of the same year; ties share it.
  ict.rankOf = (face, at, j) => {
    const shown = ict.shown(face, at);
    if (shown.places[j] !== at) return undefined;
    const own = face.series[j].values[at];
    const values = face.series.filter((_, i) => shown.places[i] === at).map((s) => s.values[at]);
    return { rank: 1 + values.filter((value) => value > own).length, n: values.length };
  };

  const STATUSES = { o: "observed", e: "estimated", i: "interpolated", c: "carried" };

  // What is said of an economy in a year; undefined parts where there is nothing to say.
  ict.facetsOf = (face, at, j) => {
    const place = ict.shown(face, at).places[j];
    const code = face.economies[j];
    const who = { name: ict.facts.names[code], order: ict.order(code) };
    if (place < 0) return who;
    const { values, status, sources, notes } = face.series[j];
    return {
      ...who,
      number: values[place],
      value: ict.value(values[place], face.decimals, face.unit),
      year: face.years[place],
      letter: status[place],
      status: ict.words(STATUSES[status[place]]),
      source: face.sources[sources.charCodeAt(place) - 97],
      notes: (notes[face.years[place]] ?? []).map((note) => face.notes[note]),
    };
  };
})();
