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
