// What is typed reaches the server after a pause, without a message per key: an input marked data-live raises the ordinary
// "change" event 400 ms (or as many as data-live says) after its last key, so a plain binding hears it and a lost circuit loses nothing.
(() => {
  'use strict';
  const waiting = new Map();

  const raise = field => {
    clearTimeout(waiting.get(field));
    waiting.delete(field);
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };

  const isLive = target => target instanceof HTMLElement && target.dataset.live !== undefined;

  document.addEventListener('input', event => {
    const field = event.target;
    if (!isLive(field) || event.isComposing) return;
    clearTimeout(waiting.get(field));
    waiting.set(field, setTimeout(() => raise(field), Number(field.dataset.live) || 400));
  });

  document.addEventListener('compositionend', event => {
    if (isLive(event.target)) waiting.set(event.target, setTimeout(() => raise(event.target), 400));
  });

  // The browser raises its own "change" on leaving the field.
  document.addEventListener('change', event => {
    clearTimeout(waiting.get(event.target));
    waiting.delete(event.target);
  }, true);

  const flush = () => [...waiting.keys()].forEach(raise);
  document.addEventListener('submit', flush, true);
  document.addEventListener('visibilitychange', flush);
  window.addEventListener('pagehide', flush);
  window.mabarra.flush = flush;
})();
