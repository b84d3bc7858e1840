// The boxes that find a row while one types have no name for those who hear a page: each gets the
// words of its label.
"use strict";

(() => {
  const nameAll = () => {
    for (const select of document.querySelectorAll("select.admin-autocomplete")) {
      const label = select.labels[0];
      const box = select.nextElementSibling;
      if (!label || !box || !box.classList.contains("select2")) continue;
      label.id ||= `${select.id}-label`;
      const words = label.textContent.trim().replace(/:$/, "");
      for (const field of box.querySelectorAll(".select2-search__field")) {
        field.setAttribute("aria-label", words);
      }
      for (const shown of box.querySelectorAll(".select2-selection, .select2-selection__rendered")) {
        if (shown.getAttribute("role")) shown.setAttribute("aria-labelledby", label.id);
      }
    }
  };
  // After the admin's own script has made the boxes, and again for each row that is added.
  window.django?.jQuery?.(nameAll);
  document.addEventListener("formset:added", () => setTimeout(nameAll));
})();
