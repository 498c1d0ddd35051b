// Shortcuts by the key's place (KeyboardEvent.code), so that they work on the Arabic layout too. An element says which keys press it:
// data-shortcut="KeyN", "Shift+Slash", "Alt+KeyN" or, one after the other, "KeyG KeyH". Also: tabs, and the results under the search box.
(() => {
  'use strict';
  let first = '';
  let firstAt = 0;

  const isTyping = target => target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select'));

  // Wherever the layout has its question mark.
  const isHelp = event => event.key === '?' || event.key === '؟';

  const pressed = event => isHelp(event) ? 'Shift+Slash' : (event.ctrlKey || event.metaKey ? 'Ctrl+' : '') + (event.altKey ? 'Alt+' : '') + (event.shiftKey ? 'Shift+' : '') + event.code;

  const press = element => {
    if (element.matches('input, select, textarea')) {
      element.focus();
      element.select?.();
    } else {
      element.click();
    }
  };

  const find = keys => [...document.querySelectorAll(`[data-shortcut="${CSS.escape(keys)}"]`)].find(e => !e.disabled);

  const save = event => {
    const form = document.activeElement?.closest('form[data-save]') ?? document.querySelector('.mud-dialog form[data-save]') ?? document.querySelector('form[data-save]');
    if (!form) return false;
    event.preventDefault();
    window.mabarra.flush();
    // What stands in the field counts; a file that was picked would be sent again.
    if (document.activeElement?.type !== 'file') document.activeElement?.dispatchEvent(new Event('change', { bubbles: true }));
    form.requestSubmit();
    return true;
  };

  const moveTab = event => {
    const list = event.target instanceof Element && event.target.closest('[role=tablist]');
    if (!list) return false;
    const tabs = [...list.querySelectorAll('[role=tab]')];
    const forward = getComputedStyle(list).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const at = tabs.indexOf(document.activeElement);
    const next = { [forward]: at + 1, [backward]: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (next === undefined) return false;
    event.preventDefault();
    const tab = tabs[(next + tabs.length) % tabs.length];
    tab.focus();
    tab.click();
    return true;
  };

  const moveOption = event => {
    const box = event.target;
    if (!(box instanceof HTMLElement) || box.getAttribute('role') !== 'combobox') return false;
    const frame = box.parentElement;
    if (event.key === 'Escape') {
      // The first closes, the second lets the browser clear the field.
      if (!frame.classList.contains('is-closed') && frame.querySelector('[role=option]')) event.preventDefault();
      frame.classList.add('is-closed');
      return true;
    }
    frame.classList.remove('is-closed');
    const options = [...frame.querySelectorAll('[role=option]')];
    const at = options.findIndex(o => o.getAttribute('aria-selected') === 'true');
    if (event.key === 'Enter') {
      // Results of an earlier text must not be taken for this one: ask now, and the next Enter takes.
      const list = document.getElementById(box.getAttribute('aria-controls'));
      if (list && !list.hidden && list.dataset.for !== box.value) {
        event.preventDefault();
        window.mabarra.flush();
        return true;
      }
      const chosen = options[at] ?? options[0];
      if (!chosen) return false;
      event.preventDefault();
      chosen.click();
      box.blur();
      return true;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || options.length === 0) return false;
    event.preventDefault();
    options[at]?.setAttribute('aria-selected', 'false');
    const next = options[(at + step + options.length) % options.length] ?? options[0];
    next.setAttribute('aria-selected', 'true');
    next.scrollIntoView({ block: 'nearest' });
    box.setAttribute('aria-activedescendant', next.id);
    return true;
  };

  // Escape leaves the small form the focus stands in, by its own button (data-leave).
  const leave = event => {
    if (event.key !== 'Escape' || document.querySelector('dialog[open], .mud-dialog, details.menu[open]')) return false;
    const button = event.target instanceof Element && event.target.closest('form')?.querySelector('[data-leave]:not([disabled])');
    if (!button) return false;
    event.preventDefault();
    button.click();
    return true;
  };

  document.addEventListener('keydown', event => {
    if (event.isComposing || moveTab(event) || moveOption(event) || leave(event)) return;
    const keys = pressed(event);
    if ((keys === 'Ctrl+KeyS' || keys === 'Alt+KeyS') && save(event)) return;
    if (isTyping(event.target) && !event.ctrlKey && !event.altKey && !event.metaKey) return;
    const pair = performance.now() - firstAt < 1200 && first ? `${first} ${keys}` : '';
    const element = (pair && find(pair)) || find(keys);
    first = element ? '' : keys;
    firstAt = performance.now();
    if (!element || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    press(element);
  });
})();
