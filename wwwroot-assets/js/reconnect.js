// The reconnect screen. The framework puts its state into the class of #components-reconnect-modal and says so in an event.
(() => {
  'use strict';
  const dialog = document.getElementById('components-reconnect-modal');
  if (!dialog) return;

  dialog.addEventListener('cancel', event => event.preventDefault());

  dialog.addEventListener('components-reconnect-state-changed', event => {
    const state = event.detail.state;
    if (state === 'hide') dialog.close();
    else if (state === 'rejected') location.reload();
    else {
      if (!dialog.open) dialog.showModal();
      if (state === 'failed') document.addEventListener('visibilitychange', whenVisible);
    }
  });

  const whenVisible = () => {
    if (document.visibilityState === 'visible') retry();
  };

  // The server may have kept the circuit, or only its state, or nothing: then the page opens anew and offers the draft.
  const retry = async () => {
    document.removeEventListener('visibilitychange', whenVisible);
    try {
      if (!await Blazor.reconnect() && !await Blazor.resumeCircuit()) location.reload();
      else dialog.close();
    } catch {
      document.addEventListener('visibilitychange', whenVisible);
    }
  };

  const resume = async () => {
    try {
      if (!await Blazor.resumeCircuit()) location.reload();
    } catch {
      dialog.classList.replace('components-reconnect-paused', 'components-reconnect-resume-failed');
    }
  };

  dialog.addEventListener('click', event => {
    const what = event.target instanceof Element ? event.target.closest('[data-reconnect]')?.dataset.reconnect : null;
    if (what === 'retry') retry();
    if (what === 'resume') resume();
    if (what === 'reload') location.reload();
  });
})();
