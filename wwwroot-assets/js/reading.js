// Knows how far down a text its reader is. The bar moves here, in the browser; only the end is told to the server.
export function watch(text, bar, reader) {
  const end = text.querySelector('[data-reading-end]');
  const move = () => {
    const box = text.getBoundingClientRect();
    const seen = Math.min(Math.max((innerHeight - box.top) / box.height, 0), 1);
    bar.value = Math.round(seen * 100);
  };
  const observer = new IntersectionObserver(entries => {
    if (!entries.some(entry => entry.isIntersecting)) return;
    observer.disconnect();
    reader.invokeMethodAsync('ReachedEndAsync').catch(() => {});
  });
  // Capturing: the page scrolls in an element of its own.
  document.addEventListener('scroll', move, { passive: true, capture: true });
  addEventListener('resize', move);
  observer.observe(end);
  move();
  return {
    stop() {
      observer.disconnect();
      document.removeEventListener('scroll', move, { capture: true });
      removeEventListener('resize', move);
    },
  };
}
