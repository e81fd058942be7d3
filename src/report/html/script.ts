/**
 * What the page does when scripts run: search, filters, sorting, opening and closing all. Without it everything that
 * is listed can still be read. It asks for nothing from anywhere and keeps nothing.
 *
 * It is a constant, since the page's Content-Security-Policy names it by its hash. Plain browser JavaScript: it is
 * not compiled. Text goes into the page as text only, never as markup.
 */
export const SCRIPT = `
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const list = byId("list");
  const filters = byId("filters");
  if (!list || !filters) return;
  const controls = { action: byId("f-action"), code: byId("f-code"), unit: byId("f-unit") };
  const search = byId("f-search");
  const order = byId("f-sort");
  const status = byId("status");
  const nobody = byId("nobody");

  // letters and digits only, without accents, so that "Nu'man" is found by "numan"
  const folded = (text) =>
    text.normalize("NFD").replace(/[\\u0300-\\u036f'\\u2019]/g, "").toLowerCase().replace(/[^\\p{L}\\p{N}]+/gu, " ").trim();

  const cases = Array.from(list.children, (node) => ({
    node,
    action: node.dataset.action,
    codes: node.dataset.code.split(" "),
    unit: node.querySelector(".opd").textContent,
    name: folded(node.querySelector("b").textContent),
    row: Number(node.dataset.row),
    text: null,
  }));
  const pressing = new Map(cases.map((item, place) => [item, place]));

  // names and numbers of the roster and of every source, not the sentences about them
  const valueOf = (part) => (part.nodeName === "SMALL" ? "" : part.textContent);
  const textOf = (item) => {
    if (item.text === null) {
      const cells = item.node.querySelectorAll("summary b, summary .nik, summary .opd, .side td");
      const texts = Array.from(cells, (cell) => Array.from(cell.childNodes, valueOf).join(""));
      item.text = " " + folded([item.node.id, ...texts].join(" "));
    }
    return item.text;
  };
  // the beginning of a word, or digits anywhere: "ida" is a name and not a part of "tidak"
  const has = (text, word) => text.includes(/^\\d+$/.test(word) ? word : " " + word);

  const addOptions = (select, values, labelOf) => {
    for (const value of values) {
      const option = document.createElement("option");
      option.value = value;
      option.textContent = labelOf(value);
      select.append(option);
    }
  };
  const labelled = (filter, occurs) => {
    const labels = new Map();
    for (const link of document.querySelectorAll('a[data-filter="' + filter + '"]')) {
      if (occurs(link.dataset.value)) labels.set(link.dataset.value, link.textContent);
    }
    addOptions(controls[filter], labels.keys(), (value) => labels.get(value));
  };
  labelled("action", (value) => cases.some((item) => item.action === value));
  labelled("code", (value) => cases.some((item) => item.codes.includes(value)));
  addOptions(controls.unit, [...new Set(cases.map((item) => item.unit))].sort(), (value) => value);

  const grouped = (count) => String(count).replace(/\\B(?=(\\d{3})+$)/g, status.dataset.group);

  const apply = () => {
    const words = folded(search.value).split(" ").filter((word) => word !== "");
    const { action, code, unit } = controls;
    let shown = 0;
    for (const item of cases) {
      const visible =
        (action.value === "" || item.action === action.value) &&
        (code.value === "" || item.codes.includes(code.value)) &&
        (unit.value === "" || item.unit === unit.value) &&
        (words.length === 0 || words.every((word) => has(textOf(item), word)));
      item.node.hidden = !visible;
      if (visible) shown++;
    }
    const chosen = Object.values(controls)
      .filter((select) => select.value !== "")
      .map((select) => select.selectedOptions[0].textContent);
    if (words.length > 0) chosen.unshift("\\u201c" + search.value.trim() + "\\u201d");
    const sentence = status.dataset.sentence.replace("{shown}", grouped(shown)).replace("{listed}", grouped(cases.length));
    status.textContent = [sentence, ...chosen].join(" \\u00b7 ");
    nobody.hidden = shown > 0;
    list.hidden = shown === 0;
  };

  const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
  const orders = {
    pressing: () => 0,
    name: (one, other) => compare(one.name, other.name),
    unit: (one, other) => compare(one.unit, other.unit),
    row: (one, other) => one.row - other.row,
  };
  const sort = () => {
    const before = orders[order.value];
    cases.sort((one, other) => before(one, other) || pressing.get(one) - pressing.get(other));
    list.append(...cases.map((item) => item.node));
  };

  const reset = () => {
    search.value = "";
    for (const select of Object.values(controls)) select.value = "";
  };
  const setOpen = (open) => {
    for (const item of cases) if (!item.node.hidden) item.node.firstElementChild.open = open;
  };
  // a case can be pointed at by its number: laporan.html#ABCD-EFGH
  const openTarget = () => {
    const item = cases.find(({ node }) => "#" + node.id === location.hash);
    if (!item) return;
    if (item.node.hidden) {
      reset();
      apply();
    }
    item.node.firstElementChild.open = true;
    item.node.scrollIntoView();
  };

  search.addEventListener("input", apply);
  for (const select of Object.values(controls)) select.addEventListener("change", apply);
  order.addEventListener("change", sort);
  byId("reset").addEventListener("click", () => {
    reset();
    apply();
    search.focus();
  });
  byId("open").addEventListener("click", () => setOpen(true));
  byId("close").addEventListener("click", () => setOpen(false));
  byId("print").addEventListener("click", () => print());
  // a figure of the overview leads to the cases it counts
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-filter]");
    if (!link) return;
    reset();
    controls[link.dataset.filter].value = link.dataset.value;
    if (controls[link.dataset.filter].value !== link.dataset.value) controls[link.dataset.filter].value = "";
    apply();
  });
  addEventListener("hashchange", openTarget);

  filters.hidden = false;
  apply();
  openTarget();
})();
`;
