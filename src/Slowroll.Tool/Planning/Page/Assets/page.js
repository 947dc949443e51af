// The page of a plan: moves one instant through all of it. Every number that is shown was computed before; this script
// only looks it up. A "stop" is an instant at which the slider can stand, by its place in data.stops.
(() => {
  "use strict";

  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const slider = byId("slider");
  const whens = [...document.querySelectorAll(".when")];
  const cursors = [...document.querySelectorAll(".chart .cursor")];
  const groups = [...document.querySelectorAll("[data-group]")].map((row) => ({
    ...data.groups[Number(row.dataset.group)],
    share: row.querySelector(".share-text"),
    bar: row.querySelector(".filled"),
    count: row.querySelector(".count"),
  }));
  let current = data.now;

  // A table that has an entry only where its value changes.
  const lookUp = (table, stop) => {
    let [low, high] = [0, table.at.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (table.at[middle] <= stop) low = middle; else high = middle - 1;
    }
    return table.text[low];
  };

  const inWords = (stop) => {
    const shares = data.flags.slice(0, 3).map((flag) =>
      `${flag.name} ${flag.groups.map((group) =>
        `${group.name === "" ? "" : `${group.name} `}${lookUp(data.groups[group.number].shares, stop)}`).join(", ")}`);
    return [`${data.stops[stop]}, ${data.distances[stop]}`, ...shares].join("; ");
  };

  // Hosts: each cell is on new from one stop to another.
  const rows = [...document.querySelectorAll("#host-table tbody tr")];
  const cells = rows.flatMap((row, i) => [...row.querySelectorAll(".side")].map((side, j) => ({
    side, from: data.hosts[i][2 * j], until: data.hosts[i][2 * j + 1], isOn: side.classList.contains("on"),
  })));

  const markHosts = () => {
    for (const cell of cells) {
      const isOn = cell.from <= current && current < cell.until;
      if (isOn === cell.isOn) continue;
      cell.isOn = isOn;
      cell.side.classList.toggle("on", isOn);
      cell.side.textContent = isOn ? "new" : "stable";
    }
  };

  const show = (stop) => {
    current = stop;
    slider.value = data.slider[stop];
    slider.setAttribute("aria-valuetext", inWords(stop));
    byId("when").textContent = data.stops[stop];
    byId("distance").textContent = data.distances[stop];
    for (const when of whens) when.textContent = data.stops[stop];
    for (const cursor of cursors) {
      cursor.setAttribute("x1", `${data.x[stop]}%`);
      cursor.setAttribute("x2", `${data.x[stop]}%`);
    }
    for (const group of groups) {
      group.share.textContent = lookUp(group.shares, stop);
      group.bar.setAttribute("width", `${lookUp(group.widths, stop)}%`);
      if (group.count) group.count.textContent = lookUp(group.counts, stop);
    }
    byId("previous").disabled = !(data.events[0] < stop);
    byId("following").disabled = !(data.events[data.events.length - 1] > stop);
    markHosts();
  };

  const jump = (stop) => {
    if (stop === undefined) return;
    show(stop);
    byId("announced").textContent = inWords(stop);
  };

  // The slider has places for instants at equal distances only. From an instant between two of them a step leads to the
  // next one, and skips none.
  slider.addEventListener("input", () => {
    const [place, before] = [Number(slider.value), data.slider[current]];
    const isSkipped = (place === before + 1 && data.grid[before] > current)
      || (place === before - 1 && data.grid[before] < current);
    show(data.grid[isSkipped ? before : place]);
  });
  byId("now").addEventListener("click", () => jump(data.now));
  byId("previous").addEventListener("click", () => jump(data.events.filter((stop) => stop < current).pop()));
  byId("following").addEventListener("click", () => jump(data.events.find((stop) => stop > current)));

  for (const item of document.querySelectorAll(".events li")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Show";
    button.setAttribute("aria-label", `Show the plan at ${item.querySelector("time").textContent}`);
    button.addEventListener("click", () => jump(Number(item.dataset.stop)));
    item.append(button);
  }

  // Search. Only so many rows are shown at once, so that a page of 5,000 hosts stays quick.
  const search = byId("search");
  if (search) {
    const names = rows.map((row) => row.querySelector("th").textContent.toLowerCase());
    const number = new Intl.NumberFormat("en-US");
    const step = 100;
    let most = step;
    const filter = () => {
      const wanted = search.value.trim().toLowerCase();
      let found = 0;
      rows.forEach((row, i) => {
        const matches = names[i].includes(wanted);
        found += matches ? 1 : 0;
        row.hidden = !matches || found > most;
      });
      byId("more").hidden = found <= most;
      byId("found").textContent = (wanted === ""
        ? `${number.format(found)} ${found === 1 ? "host" : "hosts"}`
        : `${number.format(found)} of ${number.format(rows.length)} hosts ${found === 1 ? "matches" : "match"}`)
        + (found > most ? `; the first ${number.format(most)} are shown` : "");
    };
    search.addEventListener("input", () => { most = step; filter(); });
    byId("more").addEventListener("click", () => { most += step; filter(); });
    search.parentElement.hidden = false;
    filter();
  }

  for (const cursor of cursors) cursor.style.visibility = "visible";
  byId("time").hidden = false;
  show(data.now);
})();
