// While words are typed, the part of the page that a form names is shown anew.
document.querySelectorAll("form[data-preview]").forEach((form) => {
  let asked = 0;
  form.addEventListener("input", async () => {
    const mine = (asked += 1);
    await new Promise((done) => setTimeout(done, 300));
    if (mine !== asked) return;
    const answer = await fetch(`?${new URLSearchParams(new FormData(form))}`);
    if (!answer.ok || mine !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.querySelector(form.dataset.preview).replaceWith(page.querySelector(form.dataset.preview));
  });
});
