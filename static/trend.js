"use strict";

// Chart.js takes over from the server's SVG: the same bars and marks, and the words of the table's
// row on pointing at a year. Without JavaScript, on paper and in forced colours the SVG stays.
(() => {
  const narrow = matchMedia("(max-width: 39.99rem)");
  const narrowest = matchMedia("(max-width: 22rem)");

  const readColours = () => {
    const style = getComputedStyle(document.documentElement);
    const names = ["bar", "bar-hollow", "hatch", "grid", "axis", "chart-ink", "chart-soft", "page", "ink"];
    return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  };

  // Everything Chart.js has no bar for: gaps, stripes, dashes, numbers, breaks.
  const marksPlugin = (marks, colours, family) => {
    const dense = marks.crowding !== "";
    const crowded = marks.crowding === "crowded";
    const tight = () => dense && narrow.matches;
    const font = (size, weight = 400) => `${weight} ${size}px ${family}`;
    const isBar = (column) => column.kind !== "gap";

    const line = (ctx, x1, y1, x2, y2, colour, width, dash = []) => {
      ctx.beginPath();
      ctx.setLineDash(dash);
      ctx.strokeStyle = colour;
      ctx.lineWidth = width;
      ctx.moveTo(x1, y1);
      ctx.lineTo(x2, y2);
      ctx.stroke();
      ctx.setLineDash([]);
    };

    const words = (ctx, text, x, y, { size = 13, weight = 400, colour, align = "center", halo = false, upwards = false }) => {
      ctx.save();
      ctx.translate(x, y);
      if (upwards) ctx.rotate(-Math.PI / 2);
      ctx.font = font(size, weight);
      ctx.textAlign = align;
      ctx.textBaseline = "alphabetic";
      if (halo) {
        ctx.lineJoin = "round";
        ctx.lineWidth = 5;
        ctx.strokeStyle = colours.page;
        ctx.strokeText(text, 0, upwards ? 4 : 0);
      }
      ctx.fillStyle = colour;
      ctx.fillText(text, 0, upwards ? 4 : 0);
      ctx.restore();
    };

    const why = (ctx, text, x, y, more = {}) => words(ctx, text, x, y, { colour: colours["chart-soft"], halo: true, ...more });

    const numberSize = ({ newest }) => {
      if (tight()) return newest ? 15 : 12;
      if (crowded) return newest ? 15 : 13;
      return dense ? (newest ? 20 : 16) : newest ? 24 : 18;
    };

    const wrapped = (text, width) => text.split(" ").reduce((lines, word) => {
      const last = lines.at(-1);
      if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
      return lines;
    }, []);

    const geometry = (chart) => {
      const { left, right, top, bottom } = chart.chartArea;
      const slot = (right - left) / marks.columns.length;
      return { left, right, top, bottom, slot, middle: (index) => left + slot * (index + 0.5), y: (n) => chart.scales.y.getPixelForValue(n) };
    };

    const drawGap = (ctx, area, index) => {
      const width = area.slot * marks.hatch;
      const x = area.middle(index) - width / 2;
      ctx.save();
      ctx.beginPath();
      ctx.rect(x, area.top, width, area.bottom - area.top);
      ctx.clip();
      const height = area.bottom - area.top;
      for (let start = -height; start < width; start += 11.3) {
        line(ctx, x + start, area.bottom, x + start + height, area.top, colours.hatch, 1);
      }
      ctx.restore();
    };

    const drawReason = (ctx, area, column, index) => {
      const x = area.middle(index);
      if (dense) {
        why(ctx, column.under, x, area.bottom - 10, { align: "left", upwards: true });
        return;
      }
      wrapped(column.under, 10).reverse().forEach((text, n) => why(ctx, text, x, area.bottom - 14 - 18 * n));
    };

    const drawBar = (ctx, area, column, index, share) => {
      const x = area.middle(index);
      const width = area.slot * share;
      const foot = area.y(column.low);
      const stripe = (y) => line(ctx, x - width / 2, y, x + width / 2, y, colours.bar, 3);
      let head = foot;
      if (column.kind === "zero") {
        head = area.bottom - (column.hollow ? 5 : 3);
        ctx.fillStyle = column.hollow ? colours["bar-hollow"] : colours.bar;
        ctx.fillRect(x - width / 2, head, width, area.bottom - head);
        if (column.hollow) {
          ctx.strokeStyle = colours.bar;
          ctx.lineWidth = 1.5;
          ctx.strokeRect(x - width / 2, head, width, area.bottom - head);
        }
      } else if (column.kind === "part") {
        const narrowed = (width * column.months) / 12;
        ctx.setLineDash([5, 4]);
        ctx.lineWidth = 2.5;
        ctx.strokeStyle = colours.bar;
        ctx.strokeRect(x - narrowed / 2, foot, narrowed, area.bottom - foot);
        ctx.setLineDash([]);
      } else if (column.kind === "range") {
        head = area.y(column.high);
        for (let y = foot - 6; y > head + 5; y -= 7) stripe(y);
        stripe(head + 1.5);
      } else if (column.kind === "open") {
        marks.openStripes.forEach((above) => stripe(foot - above));
        head = foot - marks.noLimit;
      }
      drawLabel(ctx, area, column, x, head);
    };

    const drawLabel = (ctx, area, column, x, head) => {
      const style = { size: numberSize(column), weight: column.newest ? 700 : 650, colour: colours["chart-ink"] };
      let y = head - 10;
      if (column.under && dense) {
        const inside = head < marks.roomOver;
        why(ctx, column.under, x, inside ? area.bottom - 10 : head - 6, { align: "left", upwards: true });
        if (!inside) y -= 62;
      } else if (column.under) {
        why(ctx, column.under, x, head - 8);
        y -= 16;
      }
      if (tight() && marks.upright) {
        words(ctx, column.label, x, y + 2, { ...style, align: "left", upwards: true });
        return;
      }
      const stacked = dense || (narrow.matches && marks.columns.length > 2);
      const lines = stacked ? column.label.split(" ") : [column.label];
      lines.reverse().forEach((text, n) => words(ctx, text, x, y - (dense ? 14 : 19) * n, style));
    };

    return {
      id: "marks",
      beforeDatasetsDraw(chart) {
        const { ctx } = chart;
        const area = geometry(chart);
        marks.columns.forEach((column, index) => isBar(column) || drawGap(ctx, area, index));
        for (const tick of chart.scales.y.ticks) {
          if (!tick.value) continue;
          line(ctx, 0, area.y(tick.value), area.right, area.y(tick.value), colours.grid, 1);
          if (!tight()) words(ctx, tick.value.toLocaleString("en-GB"), 0, area.y(tick.value) - 4, { colour: colours["chart-soft"], align: "left" });
        }
      },
      afterDatasetsDraw(chart) {
        const { ctx } = chart;
        const area = geometry(chart);
        const share = chart.data.datasets[0].barPercentage;
        marks.columns.forEach((column, index) => {
          if (isBar(column)) drawBar(ctx, area, column, index, share);
          else drawReason(ctx, area, column, index);
        });
        for (const index of marks.breaks) {
          const x = area.left + area.slot * index;
          const before = index * 2 >= marks.columns.length;
          line(ctx, x, 14, x, area.bottom, colours.axis, 1.5, [2, 3]);
          why(ctx, marks.anotherWay, x + area.right * (before ? -0.012 : 0.012), 22, { align: before ? "right" : "left" });
        }
        line(ctx, 0, area.bottom, area.right, area.bottom, colours.axis, 1.5);
      },
    };
  };

  const draw = (frame) => {
    const { marks, ...config } = JSON.parse(document.getElementById(frame.dataset.chart).textContent);
    const svg = frame.querySelector(".plot-svg");
    const family = getComputedStyle(document.body).fontFamily;
    const colours = readColours();
    const count = marks.columns.length;
    const skipsYears = () => !marks.everyLabel || (marks.skipsOnPhones && narrow.matches);
    const yearSize = () => {
      if (narrowest.matches) return marks.crowding ? 12 : 14;
      return marks.crowding === "crowded" || (marks.crowding && narrow.matches) ? 13 : 15;
    };

    const canvas = document.createElement("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", `${svg.querySelector("title").textContent}. ${svg.querySelector("desc").textContent}`);
    frame.querySelector(".plot-canvas").append(canvas);
    frame.classList.add("plot-drawn");

    const column = (context) => marks.columns[context.dataIndex] ?? {};
    for (const set of config.data.datasets) {
      set.backgroundColor = (context) => (column(context).hollow || column(context).kind === "part" ? colours["bar-hollow"] : colours.bar);
      set.borderColor = () => colours.bar;
      set.borderWidth = (context) => (column(context).hollow && column(context).kind !== "part" && column(context).low ? 2.5 : 0);
      set.hoverBackgroundColor = set.backgroundColor;
    }

    const { x, y } = config.options.scales;
    x.border = { display: false };
    x.afterFit = (scale) => { scale.height = marks.foot; };
    x.ticks.color = () => colours["chart-ink"];
    x.ticks.padding = 5;
    x.ticks.font = ({ index }) => ({
      family,
      size: yearSize(),
      weight: marks.columns[index]?.newest ? 650 : 400,
    });
    x.ticks.callback = (value, index) => (skipsYears() && (count - 1 - index) % 2 ? "" : marks.columns[index].year);
    y.grid = { display: false };
    y.border = { display: false };
    y.afterFit = (scale) => { scale.width = marks.gutter * scale.chart.width; };
    y.ticks.callback = () => "";
    config.options.plugins.tooltip = {
      displayColors: false,
      backgroundColor: () => colours.ink,
      titleColor: () => colours.page,
      bodyColor: () => colours.page,
      titleFont: { family, size: 15 },
      bodyFont: { family, size: 15 },
      padding: 10,
      cornerRadius: 3,
      filter: (item, index, items) => items.findIndex((each) => each.dataIndex === item.dataIndex) === index,
      callbacks: { label: (item) => wrapWords(marks.columns[item.dataIndex].words) },
    };
    config.plugins = [marksPlugin(marks, colours, family)];

    const chart = new Chart(canvas, config);
    const redraw = () => {
      Object.assign(colours, readColours());
      chart.update("none");
    };
    for (const query of [matchMedia("(prefers-color-scheme: dark)"), narrow, narrowest]) query.addEventListener("change", redraw);
  };

  const wrapWords = (text) => text.split(" ").reduce((lines, word) => {
    if (`${lines.at(-1)} ${word}`.length <= 34) lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim();
    else lines.push(word);
    return lines;
  }, [""]);

  if (typeof Chart === "undefined") return;
  document.querySelectorAll("[data-chart]").forEach(draw);
})();
