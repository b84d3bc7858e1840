// The paper beside the grid: its other pages and sheets come without leaving what is typed, and a
// cell of a sheet can be chosen as the place of a count. Without this script the links
// are links.
"use strict";

(() => {
  const fold = document.getElementById("paper");
  const pane = fold.querySelector("[data-paper]");
  const wide = matchMedia("(min-width: 64rem)");
  const entering = document.getElementById("id_document"); // there where counts may be entered
  if (wide.matches) fold.open = true;

  // Turning pages

  async function show(link) {
    const address = new URL(link.href);
    let answer;
    try {
      answer = await fetch(pane.dataset.paper + address.search, { redirect: "manual" });
    } catch { answer = null; }
    if (!answer?.ok) { location.href = link.href; return; }
    pane.innerHTML = await answer.text();
    history.replaceState(null, "", address);
    ready();
    const again = pane.querySelector(`[rel="${link.rel}"]`) ?? pane.querySelector('[aria-current="true"]');
    (link.rel && again ? again : pane.querySelector(".leaf") ?? pane).focus({ preventScroll: true });
  }

  pane.addEventListener("click", (event) => {
    const link = event.target.closest("nav a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(link);
  });

  // Choosing a cell

  const cells = (table) => [...table.rows].slice(1).map((row) => [...row.querySelectorAll("td")]);

  function ready() {
    for (const tab of pane.querySelectorAll('.tabs [aria-current="true"]')) {
      tab.parentElement.scrollLeft = tab.offsetLeft - tab.parentElement.offsetLeft - 40;
    }
    const picture = pane.querySelector("img.page");
    picture?.addEventListener("error", () => { pane.querySelector("[data-no-picture]").hidden = false; });
    if (picture) page(picture);
    const table = pane.querySelector("table[data-sheet]");
    if (!entering || !table) return;
    table.classList.add("picks");
    const first = table.querySelector("td[data-at]");
    if (first) first.tabIndex = 0;
    const said = document.createElement("p");
    said.className = "picking";
    said.setAttribute("role", "status");
    said.textContent = "Click the cell that a count is from; by keyboard: arrow keys and Enter.";
    pane.append(said);
  }

  // A page has no cells: a count is at a spot on it, in per cent across and down, or anywhere on it.
  function page(picture) {
    const frame = picture.parentElement;
    const spot = Object.assign(document.createElement("span"), { className: "spot", hidden: true });
    frame.append(spot);
    const mark = (at) => {
      const [across, down] = at.split(",");
      Object.assign(spot.style, { left: across, top: down });
      spot.hidden = false;
    };
    if (frame.dataset.spot) mark(frame.dataset.spot);
    if (!entering) return;
    const { sheet, document: paper } = frame.dataset;
    const said = Object.assign(document.createElement("p"), { className: "picking" });
    said.setAttribute("role", "status");
    said.textContent = "Click on the page where a count is.";
    const button = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: "It is on this page" });
    const place = (address) => {
      const asked = new CustomEvent("paper:asked", { detail: { label: "" } });
      document.dispatchEvent(asked);
      said.textContent = asked.detail.label
        ? `${asked.detail.label} is on ${sheet}${address ? `, ${address.replace(",", " across, ")} down` : ""}.`
        : "Go to a cell of the grid first, then say where it is.";
      document.dispatchEvent(new CustomEvent("paper:picked", { detail: { document: paper, sheet, address } }));
    };
    picture.classList.add("picks");
    picture.addEventListener("click", (event) => {
      const box = picture.getBoundingClientRect();
      const percent = (part, whole) => `${Math.min(100, Math.max(0, Math.round((100 * part) / whole)))}%`;
      const at = `${percent(event.clientX - box.left, box.width)},${percent(event.clientY - box.top, box.height)}`;
      mark(at);
      place(at);
    });
    button.addEventListener("click", () => { spot.hidden = true; place(""); });
    pane.append(said, button);
  }

  function pick(cell) {
    const { sheet, document: paper } = cell.closest("table").dataset;
    const address = cell.dataset.at;
    pane.querySelector(".picked")?.classList.remove("picked");
    cell.classList.add("picked");
    const asked = new CustomEvent("paper:asked", { detail: { label: "" } });
    document.dispatchEvent(asked);
    const text = cell.textContent.trim();
    const place = [sheet, address].filter(Boolean).join(" ") + (text ? ` (“${text.slice(0, 40)}”)` : "");
    pane.querySelector(".picking").textContent = asked.detail.label
      ? `${place} is where ${asked.detail.label} is.`
      : `${place}: go to a cell of the grid first, then choose where it is.`;
    document.dispatchEvent(new CustomEvent("paper:picked", { detail: { document: paper, sheet, address } }));
  }

  pane.addEventListener("click", (event) => {
    const cell = event.target.closest("table.picks td[data-at]");
    if (cell && !getSelection().toString()) pick(cell);
  });

  pane.addEventListener("keydown", (event) => {
    const cell = event.target.closest("table.picks td[data-at]");
    if (!cell) return;
    if (event.key === "Enter") { event.preventDefault(); pick(cell); return; }
    const step = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key];
    if (!step) return;
    event.preventDefault();
    const rows = cells(cell.closest("table"));
    const r = rows.findIndex((row) => row.includes(cell));
    const next = rows[r + step[0]]?.[rows[r].indexOf(cell) + step[1]];
    if (!next) return;
    cell.removeAttribute("tabindex");
    next.tabIndex = 0;
    next.focus();
  });

  ready();
})();
