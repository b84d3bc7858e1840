// The entry grid by keyboard. What a text means is decided by the server only (data-read): the
// same code that reads a save reads each cell as it is typed.
"use strict";

(() => {
  const form = document.getElementById("grid-form");
  const tables = [...form.querySelectorAll("table[data-grid]")].map((table) =>
    [...table.querySelectorAll("tr[data-row]")].map((row) => [...row.querySelectorAll("td.cell input")])
  );
  const place = new Map(); // input → its place in the grid
  tables.forEach((rows, t) => rows.forEach((row, r) => row.forEach((input, c) => place.set(input, { t, r, c }))));
  const inputs = [...place.keys()];
  const byId = (id) => document.getElementById(id);
  // What is safe when the page is left: what is stored, or what the draft holds.
  const safe = (input) => "draft" in form.dataset ? input.defaultValue : input.dataset.stored;
  const placeOf = (input) => input.closest("td").querySelector(".at"); // in the paper
  let leaving = false;

  // Moving

  function go(input, step) {
    let { t, r, c } = place.get(input);
    r += step;
    if (r < 0 && t > 0) { t -= 1; r = tables[t].length - 1; }
    else if (r >= tables[t].length && t + 1 < tables.length) { t += 1; r = 0; }
    const row = tables[t][r];
    if (row) (row[c] ?? row.at(-1)).focus();
  }

  form.addEventListener("keydown", (event) => {
    const input = event.target;
    if (!place.has(input) || event.isComposing) return;
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) { event.preventDefault(); go(input, event.shiftKey ? -1 : 1); }
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); go(input, event.key === "ArrowUp" ? -1 : 1); }
    else if (event.key === "Escape" && (input.value !== input.dataset.stored || placeOf(input))) {
      event.preventDefault();
      placeOf(input)?.remove();
      input.value = input.dataset.stored;
      input.select();
      ask();
    }
  });
  form.addEventListener("focusin", (event) => { if (place.has(event.target)) event.target.select(); });

  // Pasting a block

  function cellsOf(text) { // tabs between cells, line ends between rows, quotes around either
    const rows = [[]];
    const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;
    while (cell.lastIndex < text.length) {
      const [, quoted, plain, end] = cell.exec(text) ?? (cell.lastIndex = text.length, ["", undefined, text, ""]);
      rows.at(-1).push((quoted?.replaceAll('""', '"') ?? plain).trim());
      if (end && end !== "\t") rows.push([]);
      else if (end === "\t" && cell.lastIndex >= text.length) rows.at(-1).push("");
    }
    if (rows.at(-1).length === 0) rows.pop();
    return rows;
  }

  form.addEventListener("paste", (event) => {
    const input = event.target;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!place.has(input) || !/[\t\r\n]/.test(text)) return;
    event.preventDefault();
    const { t, r, c } = place.get(input);
    let filled = 0, emptied = 0;
    const outside = [];
    cellsOf(text).forEach((row, down) => row.forEach((value, across) => {
      const target = tables[t][r + down]?.[c + across];
      if (!target) { if (value) outside.push(value); return; }
      if (value) filled += 1; else if (target.value) emptied += 1;
      target.value = value;
    }));
    const said = [`${filled} ${filled === 1 ? "cell" : "cells"} filled.`];
    if (emptied) said.push(`${emptied} emptied: type - where the force left a cell blank.`);
    if (outside.length) said.push(`${outside.length} did not fit into this table: ${outside.map((v) => `“${v}”`).join(", ")}.`);
    byId("pasted").textContent = said.join(" ");
    byId("pasted").hidden = false;
    ask();
  });

  // What the server reads

  let timer = 0, pending = null;

  function ask() {
    clearTimeout(timer);
    timer = setTimeout(read, 250);
  }

  async function read() {
    pending?.abort();
    const mine = (pending = new AbortController());
    let answer;
    try {
      const response = await fetch(form.dataset.read, { method: "POST", body: new FormData(form), redirect: "manual", signal: mine.signal });
      if (!response.ok) {
        tell("These cells cannot be read now: you may have been logged out. Keep this page, log in again in another tab, then save here.");
        return;
      }
      answer = await response.json();
    } catch (error) {
      if (error.name !== "AbortError") tell("These cells cannot be read now: there is no connection. Keep this page; nothing you typed is lost.");
      return;
    }
    if (mine === pending) show(answer);
  }

  const saidAtFirst = byId("notice").textContent; // who was here when the page opened

  function tell(text) {
    byId("notice").textContent = text;
    byId("notice").hidden = !text;
  }

  function show({ cells, sums, verdicts, wholes, problems, notice }) {
    for (const [id, { mark, echo }] of Object.entries(cells)) {
      const input = byId(id);
      if (!input) continue;
      input.closest("td").className = `cell ${mark}`;
      if (mark === "stop") input.setAttribute("aria-invalid", "true"); else input.removeAttribute("aria-invalid");
      put(`e-${id}`, echo);
      if (byId(`d-${id}`)) byId(`d-${id}`).hidden = input.value === input.dataset.stored;
    }
    for (const [key, { words, without }] of Object.entries(sums)) { put(`s-${key}`, words); put(`w-${key}`, without); }
    for (const [row, said] of [["v", verdicts], ["t", wholes]]) {
      for (const [key, { kind, words }] of Object.entries(said)) {
        const cell = byId(`${row}-${key}`);
        if (cell) { cell.className = kind; put(cell.id, words); }
      }
    }
    const list = byId("problems");
    if (list.dataset.shown !== problems) { list.dataset.shown = problems; list.innerHTML = problems.trim(); }
    tell(notice || saidAtFirst);
  }

  function put(id, text) {
    const element = byId(id);
    if (element && element.textContent !== text) element.textContent = text;
  }

  form.addEventListener("input", (event) => { if (place.has(event.target)) ask(); });

  // A sentence about a cell leads into it
  byId("problems").addEventListener("click", (event) => {
    const target = event.target.closest("a")?.hash.slice(1);
    if (target && byId(target)) { event.preventDefault(); byId(target).focus(); byId(target).scrollIntoView({ block: "center" }); }
  });

  // Nothing typed is lost by a slip
  form.addEventListener("submit", () => { leaving = true; });
  addEventListener("beforeunload", (event) => {
    if (!leaving && inputs.some((input) => input.value !== safe(input))) event.preventDefault();
  });

  // The place of a count: the cell that is chosen in the paper (paper.js) goes with the grid's cell

  let last = null; // the cell of the grid that one was in
  form.addEventListener("focusin", (event) => { if (place.has(event.target)) last = event.target; });

  document.addEventListener("paper:picked", ({ detail: { document: paper, sheet, address } }) => {
    // The fields are for every cell without a place of its own: what was chosen there stays.
    const [all, named] = [byId("id_document"), byId("id_sheet")];
    if (!last || !all.value) all.value = paper;
    if (!last || (!named.value && all.value === paper)) named.value = sheet;
    if (!last) return;
    const at = placeOf(last) ?? document.createElement("span");
    at.className = "echo at";
    const field = Object.assign(document.createElement("input"), { type: "hidden", name: `at-${last.id}`, value: `${paper}|${address}|${sheet}` });
    at.replaceChildren(`from ${[sheet, address].filter(Boolean).join(" ")}`, field);
    byId(`e-${last.id}`).after(at);
    last.focus();
  });
  document.addEventListener("paper:asked", ({ detail }) => { detail.label = last?.getAttribute("aria-label") ?? ""; });

  const first = byId("refused") ?? byId("questions");
  if (first) first.focus();
  else if (matchMedia("(pointer: fine)").matches) inputs.find((input) => !input.value)?.focus();
})();
