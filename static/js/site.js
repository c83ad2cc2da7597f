"use strict";

// Every page works without this file; it makes answering quick and reading remembered.
(() => {
  const LETTERS = "abcdef";
  const LONGEST_WAIT = 15000;
  const PLACE_EVERY = 4000;

  // Answering from the keyboard: A–F or 1–6 choose, Enter hands in and goes on.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target;
    if (target.matches("input:not([type=radio], [type=checkbox]), textarea, select")) return;
    if (event.key === "Enter") {
      if (target.closest("a, button, summary")) return;
      const form = document.querySelector("form[data-question]");
      const next = document.querySelector("[data-enter]");
      if (!form && !next) return;
      event.preventDefault();
      if (form) form.requestSubmit();
      else next.click();
      return;
    }
    const key = event.key.toLowerCase();
    const index = key >= "1" && key <= "9" ? Number(key) - 1 : LETTERS.indexOf(key);
    const rating = document.querySelectorAll("[data-rating]")[index];
    if (rating && /^\d$/.test(key)) {
      rating.click();
      return;
    }
    const option = document.querySelectorAll("form[data-question] .option input")[index];
    if (key.length === 1 && option) {
      option.checked = option.type === "radio" || !option.checked;
      option.focus();
    }
  });

  // Putting in order: no two things in one place; who loses theirs gets the only one that is left.
  document.addEventListener("change", (event) => {
    const moved = event.target;
    if (!moved.matches("select[data-place]")) return;
    const all = [...moved.form.querySelectorAll("select[data-place]")];
    const other = all.find((one) => one !== moved && one.value && one.value === moved.value);
    if (!other) return;
    const taken = all.filter((one) => one !== other).map((one) => one.value);
    const free = [...other.options].map((one) => one.value).filter((one) => one && !taken.includes(one));
    other.value = free.length === 1 ? free[0] : "";
    const note = moved.form.querySelector("[data-moved]");
    note.textContent = note.dataset.moved + other.labels[0].textContent;
  });

  // The focus is on the newest heading, so that a screen reader reads on: after a swap, and when
  // a key was quicker than htmx and the whole page was loaded.
  const focusNewest = (event) => {
    const swapped = event && event.detail.elt.id === "tools";
    const headings = document.querySelectorAll(swapped ? "#tools [data-said]" : "#panel [data-focus]");
    const heading = headings[headings.length - 1];
    if (!heading) return;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("htmx:afterSettle", focusNewest);
  if (document.querySelector(".panel-head")) focusNewest();

  // A lost network says so, keeps the choice, and sends again on its own.
  let wait = 1000;
  const show = (form, name, shown) => {
    const note = form.querySelector(`[data-${name}]`);
    if (note) note.hidden = !shown;
  };
  const later = (event) => {
    const form = event.detail.elt.closest("form[data-retry]");
    if (!form) return;
    show(form, "lost", true);
    let sent = false;
    const again = () => {
      if (sent || !form.isConnected) return;
      sent = true;
      form.requestSubmit();
    };
    window.addEventListener("online", again, { once: true });
    setTimeout(again, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  };
  document.addEventListener("htmx:sendError", later);
  document.addEventListener("htmx:timeout", later);
  document.addEventListener("htmx:responseError", (event) => {
    const form = event.detail.elt.closest("form[data-retry]");
    if (!form) return;
    if ([502, 503, 504].includes(event.detail.xhr.status)) later(event);
    else show(form, "failed", true);
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    const form = event.detail.elt.closest("form[data-retry]");
    if (form) show(form, "failed", false);
  });
  document.addEventListener("htmx:afterOnLoad", () => {
    wait = 1000;
  });

  // A challenge's clock: the server's decides; this one shows it, and hands in when time is up.
  setInterval(() => {
    const clock = document.querySelector("[data-seconds]");
    if (!clock) return;
    const form = document.querySelector("form[data-question]");
    clock.hidden = !form;
    if (!form || clock.dataset.seconds === "0") return;
    clock.dataset.seconds -= 1;
    clock.querySelector("strong").textContent = clock.dataset.seconds;
    if (clock.dataset.seconds === "0") form.requestSubmit();
  }, 1000);

  // The contents stand open where there is room beside the text.
  const outline = document.querySelector("[data-outline]");
  if (outline && matchMedia("(min-width: 60rem)").matches) outline.open = true;

  // Reading: the topmost paragraph on the screen is the place; the last one in view, the end.
  const lesson = document.querySelector("[data-place]");
  if (!lesson) return;
  const paragraphs = [...lesson.querySelectorAll("[data-offset]")];
  const finish = document.getElementById("finish");
  let kept = null;
  const place = () => {
    const last = paragraphs[paragraphs.length - 1];
    if (last && last.getBoundingClientRect().bottom <= window.innerHeight) return last;
    return paragraphs.find((paragraph) => paragraph.getBoundingClientRect().bottom > 0);
  };
  const keep = () => {
    const paragraph = place();
    if (!paragraph || !finish || paragraph.dataset.offset === kept) return;
    const body = new FormData(finish);
    body.set("offset", paragraph.dataset.offset);
    fetch(lesson.dataset.place, { method: "POST", body, keepalive: true })
      .then((response) => {
        if (response.ok) kept = paragraph.dataset.offset;
      })
      .catch(() => {}); // sent again with the next move
  };
  let timer = null;
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = null;
      keep();
    }, PLACE_EVERY);
  };
  document.addEventListener("scroll", soon, { passive: true });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) keep();
  });
  soon();
})();
