"use strict";

// Reading a chart year by year, by pointer or arrow keys. The chart is the server's SVG: Chart.js lies
// over it, finds the year under the pointer and marks its column. Fetched once a chart is pointed at or
// focused (templates/chart_loader.js); without JavaScript and on paper nothing is missing.
(() => {
  const GAP = 10; // pixels between a number and the words beside it

  const draw = (frame) => {
    const { marks, ...config } = JSON.parse(document.getElementById(frame.dataset.chart).textContent);
    const svg = frame.querySelector(".plot-svg");
    const last = marks.columns.length - 1;
    const newest = marks.columns.findIndex((column) => column.newest);
    let shown = -1;

    const tip = document.createElement("p");
    tip.className = "plot-tip";
    tip.setAttribute("role", "status");
    const canvas = document.createElement("canvas");
    canvas.setAttribute("aria-hidden", "true");
    frame.querySelector(".plot-canvas").append(canvas);
    frame.append(tip);

    // The place of each word over or in a column, within the frame.
    const slot = () => (svg.clientWidth * (1 - marks.gutter)) / marks.columns.length;
    const words = () => {
      const { left, top } = frame.getBoundingClientRect();
      return [...svg.querySelectorAll(".t-number, .t-why")]
        .map((text) => ({ box: text.getBoundingClientRect(), isNumber: text.matches(".t-number") }))
        .filter(({ box }) => box.width > 0)
        .map(({ box, isNumber }) => ({ left: box.left - left, right: box.right - left, top: box.top - top, bottom: box.bottom - top, isNumber }))
        .map((box) => ({ ...box, index: Math.floor(((box.left + box.right) / 2 - svg.clientWidth * marks.gutter) / slot()) }));
    };
    const around = (boxes) => ({
      left: Math.min(...boxes.map((box) => box.left)),
      right: Math.max(...boxes.map((box) => box.right)),
      top: Math.min(...boxes.map((box) => box.top)),
      bottom: Math.max(...boxes.map((box) => box.bottom)),
    });

    // Beside the number, else over or under it: where there is room and fewest other numbers are covered.
    const place = (index) => {
      const boxes = words();
      const middle = svg.clientWidth * marks.gutter + slot() * (index + 0.5);
      const own = boxes.filter((box) => box.index === index);
      const number = own.length ? around(own) : { left: middle, right: middle, top: 40, bottom: 40 };
      const { offsetWidth: width, offsetHeight: height } = tip;
      const top = Math.max(0, (number.top + number.bottom - height) / 2);
      const inFrame = Math.min(Math.max(0, middle - width / 2), frame.clientWidth - width);
      const places = [
        { left: number.right + GAP, top },
        { left: number.left - GAP - width, top },
        { left: inFrame, top: number.top - GAP - height },
      ].filter((at) => at.left >= 0 && at.left + width <= frame.clientWidth && at.top >= 0);
      const covers = (at) => boxes.filter((box) => box.isNumber && box.left < at.left + width && box.right > at.left && box.top < at.top + height && box.bottom > at.top).length;
      const [best] = [...places, { left: inFrame, top: number.bottom + GAP }].sort((a, b) => covers(a) - covers(b));
      tip.style.left = `${best.left}px`;
      tip.style.top = `${best.top}px`;
    };

    const show = (index) => {
      if (index === shown) return;
      shown = index;
      tip.replaceChildren();
      if (index < 0) return;
      const year = document.createElement("b");
      year.textContent = marks.columns[index].year;
      tip.append(year, ` ${marks.columns[index].words}`);
      place(index);
    };

    // Behind the bars one column a year, the missing ones too: what is pointed at, and its mark.
    const column = {
      data: marks.columns.map(() => config.options.scales.y.max),
      grouped: false,
      barPercentage: 1,
      categoryPercentage: 1,
      backgroundColor: "transparent",
      hoverBackgroundColor: () => getComputedStyle(frame).color.replace(/^rgb\((.*)\)$/, "rgba($1, .1)"),
    };
    for (const set of config.data.datasets) Object.assign(set, { backgroundColor: "transparent", hoverBackgroundColor: "transparent" });
    config.data.datasets.push(column);
    config.options.scales.y.afterFit = (scale) => { scale.width = marks.gutter * scale.chart.width; };
    config.options.plugins.tooltip = {
      enabled: false,
      external: ({ tooltip }) => show(tooltip.opacity ? tooltip.dataPoints[0].dataIndex : -1),
    };
    const chart = new Chart(canvas, config);

    const choose = (index) => {
      const active = index < 0 ? [] : [{ datasetIndex: config.data.datasets.length - 1, index }];
      chart.setActiveElements(active);
      chart.tooltip.setActiveElements(active, { x: 0, y: 0 });
      chart.update("none");
      show(index);
    };
    const steps = {
      ArrowLeft: () => Math.max(0, shown - 1),
      ArrowRight: () => Math.min(last, shown + 1),
      Home: () => 0,
      End: () => last,
      Escape: () => -1,
    };
    frame.addEventListener("keydown", (event) => {
      if (!(event.key in steps)) return;
      event.preventDefault();
      choose(steps[event.key]());
    });
    const begin = () => { if (frame.matches(":focus-visible")) choose(newest < 0 ? last : newest); };
    frame.addEventListener("focus", begin);
    frame.addEventListener("blur", () => choose(-1));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => chart.update("none"));
    requestAnimationFrame(begin);
  };

  document.querySelectorAll("[data-chart]").forEach(draw);
})();
