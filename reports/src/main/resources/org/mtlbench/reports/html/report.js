(() => {
  "use strict";

  const make = (name, attributes, text) => {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    if (text) element.textContent = text;
    return element;
  };

  // Sorting: numbers by the value behind the text, texts as people sort them, gaps always last.
  const key = (row, column) => {
    const cell = row.cells[column];
    if (cell.dataset.value !== undefined) return Number(cell.dataset.value);
    const text = cell.textContent.trim();
    return text === "" || text === "-" ? null : text;
  };
  const words = new Intl.Collator(undefined, { numeric: true });
  const compare = (a, b) => {
    if (typeof a === "number" && typeof b === "number") return a - b;
    if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
    return words.compare(a, b);
  };
  const sortBy = (table, header) => {
    const first = header.dataset.first || "ascending";
    const second = first === "ascending" ? "descending" : "ascending";
    const order = header.getAttribute("aria-sort") === first ? second : first;
    table.querySelectorAll("thead th").forEach((th) => th.setAttribute("aria-sort", "none"));
    header.setAttribute("aria-sort", order);
    const sign = order === "ascending" ? 1 : -1;
    const body = table.tBodies[0];
    const rows = Array.from(body.rows, (row) => [key(row, header.cellIndex), row]);
    rows.sort(([a], [b]) => {
      if (a === null || b === null) return (a === null) - (b === null);
      return sign * compare(a, b);
    });
    // Rows outside the document move without layout.
    const after = body.nextSibling;
    body.remove();
    body.append(...rows.map(([, row]) => row));
    table.insertBefore(body, after);
  };

  // Filtering: every word has to be found somewhere in the entry.
  const matches = (text, query) =>
    query.toLowerCase().split(/\s+/).every((word) => text.includes(word));
  let filters = 0;
  const filter = (label, entries, textOf, noun, before, accepts, after) => {
    const id = "filter-" + ++filters;
    const bar = make("div", { class: "filter" });
    const input = make("input", {
      type: "search", id, autocomplete: "off", spellcheck: "false", placeholder: "words, e.g. mgda hps",
    });
    const count = make("span", { class: "soft", role: "status" });
    const texts = entries.map((entry) => textOf(entry).toLowerCase());
    const apply = () => {
      let shown = 0;
      entries.forEach((entry, i) => {
        entry.hidden = !(matches(texts[i], input.value.trim()) && (!accepts || accepts(entry)));
        shown += entry.hidden ? 0 : 1;
      });
      count.textContent = shown === entries.length
        ? "" : `${shown} of ${entries.length} ${noun}` + (shown === 0 ? ": no match" : "");
      if (after) after();
    };
    input.addEventListener("input", apply);
    bar.append(make("label", { for: id }, label), input, count);
    before.before(bar);
    return { bar, count, apply };
  };

  document.querySelectorAll("table.sortable").forEach((table) => {
    table.querySelectorAll("thead th").forEach((header) => {
      const button = make("button", { type: "button" }, header.textContent);
      header.replaceChildren(button);
      header.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => sortBy(table, header));
    });
    const rows = Array.from(table.tBodies[0].rows);
    if (rows.length > 4) {
      filter("Filter rows", rows, (row) => row.textContent, "rows", table.closest(".wide"));
    }
  });

  // A table that is not wider than the page needs no scroll bars.
  const fit = new ResizeObserver((entries) => {
    new Set(entries.map((entry) => entry.target.closest(".wide"))).forEach((box) => {
      box.classList.toggle("fits", box.firstElementChild.scrollWidth <= box.clientWidth + 1);
    });
  });
  document.querySelectorAll(".table > .wide").forEach((box) => {
    fit.observe(box);
    fit.observe(box.firstElementChild);
  });

  // A button for each method hides what belongs to it in every chart.
  document.querySelectorAll(".series").forEach((bar) => {
    bar.classList.add("live");
    bar.prepend(make("span", { class: "soft" }, "Methods (click to hide):"));
    bar.addEventListener("click", (event) => {
      const clicked = event.target.closest("button");
      if (!clicked) return;
      const number = clicked.dataset.switch;
      const shown = clicked.getAttribute("aria-pressed") !== "true";
      document.querySelectorAll(`.series [data-switch="${number}"]`)
        .forEach((button) => button.setAttribute("aria-pressed", String(shown)));
      document.querySelectorAll(`main [data-series="${number}"]`).forEach((part) => {
        if (!part.closest(".series")) part.classList.toggle("off", !shown);
      });
    });
  });

  // Scenes in space turn by dragging, with the arrow keys and with buttons. Points and texts move to
  // their new place, lines get new ends, and what is nearer covers what is behind.
  document.querySelectorAll("[data-view]").forEach((scene) => {
    const svg = scene.closest("svg");
    const box = svg.parentElement;
    const numbers = (text) => text.split(" ").map(Number);
    const [azimuth, elevation, x, y, scale] = numbers(scene.dataset.view);
    const start = { azimuth, elevation };
    let view = start;
    const parts = Array.from(scene.querySelectorAll("[data-at]"), (part) => ({
      part, at: numbers(part.dataset.at), line: part.querySelector("polyline"),
    }));
    const project = (from, [a, b, c]) => {
      const turn = from.azimuth * Math.PI / 180;
      const tilt = from.elevation * Math.PI / 180;
      const away = b * Math.cos(turn) - a * Math.sin(turn);
      return {
        x: x + scale * (a * Math.cos(turn) + b * Math.sin(turn)),
        y: y - scale * (c * Math.cos(tilt) + away * Math.sin(tilt)),
        depth: away * Math.cos(tilt) - c * Math.sin(tilt),
      };
    };
    // Seen from above, the labels of the vertical axis, those above the floor, lie on one another.
    const upright = parts.filter(({ part, at }) =>
      part.querySelector("text") && !part.querySelector(".mark") && at[2] > -0.5);
    const draw = () => {
      upright.forEach(({ part }) => part.classList.toggle("off", view.elevation > 75));
      parts.forEach(({ part, at, line }) => {
        if (at.length === 6) {
          const ends = [at.slice(0, 3), at.slice(3)].map((end) => project(view, end));
          line.setAttribute("points", ends.map((end) => `${end.x.toFixed(2)},${end.y.toFixed(2)}`).join(" "));
        } else {
          const [now, before] = [project(view, at), project(start, at)];
          part.setAttribute("transform",
            `translate(${(now.x - before.x).toFixed(2)} ${(now.y - before.y).toFixed(2)})`);
        }
      });
      parts.filter(({ at }) => at.length === 3)
        .sort((a, b) => project(view, b.at).depth - project(view, a.at).depth)
        .forEach(({ part }) => scene.append(part));
    };
    const turn = (right, up) => {
      view = {
        azimuth: (view.azimuth + right) % 360,
        elevation: Math.min(90, Math.max(0, view.elevation + up)),
      };
      draw();
    };
    const reset = () => {
      view = start;
      draw();
    };
    const bar = make("div", { class: "turn", role: "group", "aria-label": "Turn the chart" });
    bar.append(make("span", { class: "soft" }, "Drag the chart, use the arrow keys, or:"));
    [["\u2190", "Turn left", () => turn(15, 0)], ["\u2192", "Turn right", () => turn(-15, 0)],
      ["\u2191", "Tilt up", () => turn(0, 10)], ["\u2193", "Tilt down", () => turn(0, -10)],
      ["Reset", "Reset the view", reset]].forEach(([text, label, action]) => {
      const button = make("button", { type: "button", "aria-label": label, title: label }, text);
      button.addEventListener("click", action);
      bar.append(button);
    });
    box.prepend(bar);
    box.classList.add("turnable");
    box.setAttribute("tabindex", "0");
    box.addEventListener("keydown", (event) => {
      const steps = { ArrowLeft: [5, 0], ArrowRight: [-5, 0], ArrowUp: [0, 5], ArrowDown: [0, -5] };
      const step = steps[event.key];
      if (!step) return;
      event.preventDefault();
      turn(...step);
    });
    // A drag over a mark must not follow its link.
    let dragged = 0;
    let last = null;
    svg.addEventListener("dragstart", (event) => event.preventDefault());
    svg.addEventListener("pointerdown", (event) => {
      dragged = 0;
      last = { x: event.clientX, y: event.clientY };
    });
    svg.addEventListener("pointermove", (event) => {
      if (!last || !event.buttons) return;
      const [right, down] = [event.clientX - last.x, event.clientY - last.y];
      last = { x: event.clientX, y: event.clientY };
      dragged += Math.abs(right) + Math.abs(down);
      if (dragged > 4) svg.setPointerCapture(event.pointerId);
      turn(-right / 2, down / 2);
    });
    svg.addEventListener("click", (event) => {
      if (dragged > 4) event.preventDefault();
    }, true);
  });

  const cells = Array.from(document.querySelectorAll("details.cell"));
  if (cells.length > 4) {
    const states = [...new Set(cells.map((cell) => cell.dataset.status))];
    const select = make("select", { id: "state" });
    select.append(make("option", { value: "" }, "any state"));
    states.forEach((state) => select.append(make("option", { value: state }, state)));
    const list = document.getElementById("cell-list");
    const bar = filter(
      "Filter cells", cells, (cell) => cell.querySelector("summary").textContent + " " + cell.id,
      "cells", list, (cell) => !select.value || cell.dataset.status === select.value,
      () => list.querySelectorAll("section").forEach((part) => {
        part.hidden = !part.querySelector("details.cell:not([hidden])");
      }));
    select.addEventListener("change", bar.apply);
    if (states.length > 1) {
      bar.count.before(make("label", { for: "state" }, "in state"), select);
    }
  }

  // Charts of cells are kept compressed until their cell is opened.
  const unpack = async (place) => {
    const bytes = Uint8Array.from(atob(place.dataset.chart), (c) => c.charCodeAt(0));
    delete place.dataset.chart;
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const svg = await new Response(stream).text();
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
    place.replaceChildren(document.importNode(parsed.documentElement, true));
    place.classList.replace("packed", "unpacked");
  };
  cells.forEach((cell) => cell.addEventListener("toggle", () => {
    const place = cell.querySelector("[data-chart]");
    if (cell.open && place && "DecompressionStream" in window) unpack(place);
  }));

  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.matches("tr")) target.hidden = false;
    if (target && target.matches("details.cell")) {
      target.hidden = false;
      target.closest("section").hidden = false;
      target.open = true;
      target.scrollIntoView();
      target.querySelector("summary").focus({ preventScroll: true });
    }
  };
  window.addEventListener("hashchange", reveal);
  reveal();
})();
