// Copies a sentence. Without it the sentence is selected and copied by hand.
(() => {
  "use strict";
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("button[data-copy]")) {
    const words = button.firstChild.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
      button.firstChild.textContent = "Copied";
      window.setTimeout(() => { button.firstChild.textContent = words; }, 2000);
    });
  }
})();
