// Checks a text while it is typed. Without this script it is checked when it is saved.
"use strict";

(() => {
  const panel = document.getElementById("verdicts");
  const headline = document.getElementById("id_headline");
  const parts = [...document.querySelectorAll("[name=text]")];
  if (!panel || !headline || !parts.length) return;
  let waiting = 0;
  let asked = 0;
  const check = async () => {
    const number = ++asked;
    const typed = new FormData();
    typed.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    typed.set("headline", headline.value);
    typed.set("text", parts.map((part) => part.value).join(""));
    try {
      const answer = await fetch(panel.dataset.check, { method: "POST", body: typed });
      if (answer.ok && number === asked) panel.innerHTML = await answer.text();
    } catch {
      // The next key asks once more; saving checks it in any case.
    }
  };
  for (const box of [headline, ...parts]) {
    box.addEventListener("input", () => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(check, 700);
    });
  }
})();
