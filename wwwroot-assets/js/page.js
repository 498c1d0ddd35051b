// What every page needs, static or not: theme, language, menus, navigation drawer, and small helpers called from the server.
(() => {
  'use strict';
  const root = document.documentElement;

  const remember = (name, value) => {
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    document.cookie = `${name}=${value}; path=/; max-age=31536000; SameSite=Lax${secure}`;
  };

  const markTheme = menu => {
    for (const link of menu.querySelectorAll('[data-theme-to]')) {
      if (link.dataset.themeTo === root.dataset.theme) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };

  const closeMenus = except => {
    for (const menu of document.querySelectorAll('details.menu[open]')) if (menu !== except) menu.open = false;
  };

  const closeDrawer = () => {
    if (root.dataset.drawer !== 'open') return;
    delete root.dataset.drawer;
    document.querySelector('[data-nav-open]')?.focus();
  };

  document.addEventListener('click', event => {
    const target = event.target instanceof Element ? event.target : null;
    if (!target) return;
    closeMenus(target.closest('details.menu'));

    const theme = target.closest('[data-theme-to]');
    if (theme) {
      event.preventDefault();
      root.dataset.theme = theme.dataset.themeTo;
      remember('theme', theme.dataset.themeTo);
      closeMenus(null);
      return;
    }
    const back = target.closest('a[data-back]');
    if (back) {
      const address = new URL(back.href);
      address.searchParams.set('back', location.pathname + location.search);
      back.href = address.href;
    }
    if (target.closest('[data-nav-fold]')) {
      root.dataset.nav = root.dataset.nav === 'narrow' ? 'wide' : 'narrow';
      remember('nav', root.dataset.nav);
    }
    if (target.closest('[data-nav-open]')) {
      root.dataset.drawer = 'open';
      document.querySelector('.side a')?.focus();
    } else if (target.closest('[data-nav-close]') || target.closest('.side a')) {
      closeDrawer();
    }
    if (target.closest('.menu-list a')) closeMenus(null);
    if (target.closest('[data-skip]')) {
      event.preventDefault();
      document.getElementById('main')?.focus();
    }
    if (target.closest('[data-reload]')) {
      event.preventDefault();
      location.reload();
    }
  });

  document.addEventListener('toggle', event => {
    if (event.target instanceof HTMLDetailsElement && event.target.open) markTheme(event.target);
  }, true);

  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    const open = document.querySelector('details.menu[open]');
    if (open) {
      open.open = false;
      open.querySelector('summary').focus();
    }
    closeDrawer();
    document.querySelector('[data-tour-leave] button')?.click();
  });

  // Names the file drop while something is dragged over it.
  for (const [name, over] of [['dragover', true], ['dragleave', false], ['drop', false]]) {
    document.addEventListener(name, event => {
      if (event.target instanceof Element) event.target.closest('[data-file-drop]')?.classList.toggle('is-over', over);
    });
  }

  // The first-day tour: a light on one thing of the page and a card beside it, which follow it until told to stop.
  let tour = null;

  const inSight = selector => selector.split(',').map(s => s.trim()).flatMap(s => [...document.querySelectorAll(s)]).find(element => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth && getComputedStyle(element).visibility !== 'hidden';
  });

  const placeTour = () => {
    const spot = document.getElementById('tour-spot'), card = document.getElementById('tour-card');
    if (!tour || !spot || !card) return;
    const goal = inSight(tour.selector);
    spot.classList.toggle('is-lost', !goal);
    if (goal && goal !== tour.goal) {
      tour.goal = goal;
      // A tall one begins under the top bar, which stays where it is.
      if (goal.getBoundingClientRect().height > innerHeight / 2) scrollBy({ top: goal.getBoundingClientRect().top - 110 });
      else goal.scrollIntoView({ block: 'center', inline: 'nearest' });
    }
    const gap = 8, box = goal?.getBoundingClientRect() ?? { top: innerHeight / 3, bottom: innerHeight / 3, left: innerWidth / 2, right: innerWidth / 2, width: 0, height: 0 };
    const top = Math.max(box.top - gap, 4), bottom = Math.min(box.bottom + gap, innerHeight - 4);
    Object.assign(spot.style, { top: `${top}px`, left: `${Math.max(box.left - gap, 4)}px`, width: `${Math.min(box.width + gap * 2, innerWidth - 8)}px`, height: `${Math.max(bottom - top, 0)}px` });
    const size = card.getBoundingClientRect();
    const below = bottom + gap, above = top - gap - size.height;
    const y = below + size.height < innerHeight ? below : above > 0 ? above : innerHeight - size.height - gap * 2;
    const x = Math.min(Math.max(box.left + box.width / 2 - size.width / 2, gap), innerWidth - size.width - gap);
    Object.assign(card.style, { top: `${y}px`, left: `${x}px` });
  };

  const followTour = () => {
    if (!tour) return;
    placeTour();
    // A new page gives the focus to its heading; the card is what is to be read now.
    if (performance.now() < tour.focusUntil && !document.activeElement?.closest('#tour-card')) document.getElementById('tour-card')?.focus({ preventScroll: true });
    tour.frame = requestAnimationFrame(followTour);
  };

  const focusable = 'input, select, textarea, button, canvas[tabindex], [tabindex]';

  const acts = ['input:not([type=hidden])', 'select', 'textarea', 'button', 'a[href]'].map(a => `${a}:not([disabled])`).join(', ');

  window.mabarra = {
    focus: id => document.getElementById(id)?.focus(),
    // Its main act (data-first), else the first field of its form, else whatever can be pressed in it; of a group of answers the chosen one.
    focusIn: id => {
      const element = document.getElementById(id);
      const first = element && (element.matches(acts) ? element
        : element.querySelector('[data-first]:not([disabled])') ?? element.querySelector(`form :is(${acts})`) ?? element.querySelector(acts));
      const chosen = first?.type === 'radio' ? element.querySelector(`input[name="${CSS.escape(first.name)}"]:checked`) : null;
      const goal = chosen ?? first ?? element;
      goal?.focus({ preventScroll: true });
      goal?.scrollIntoView({ block: 'center' });
    },
    // Moves only the strip the element stands in, never the page.
    bringIntoStrip: id => {
      const element = document.getElementById(id), strip = element?.parentElement;
      if (!strip) return;
      const one = element.getBoundingClientRect(), all = strip.getBoundingClientRect();
      if (one.left < all.left || one.right > all.right) strip.scrollLeft += one.left + one.width / 2 - all.left - all.width / 2;
    },
    focusFirstInvalid: id => {
      const form = document.getElementById(id);
      const wrong = form?.querySelector('[aria-invalid="true"]');
      const field = wrong && (wrong.matches(focusable) ? wrong : wrong.querySelector(focusable));
      const goal = field ?? form?.querySelector('[data-form-message]');
      goal?.focus({ preventScroll: true });
      goal?.scrollIntoView({ block: 'center' });
    },
    download: async (name, file) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([await file.arrayBuffer()]));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    },
    // Null puts the light out.
    tour: selector => {
      if (tour) cancelAnimationFrame(tour.frame);
      tour = selector ? { selector, goal: null, frame: 0, focusUntil: performance.now() + 1500 } : null;
      if (!tour) return;
      followTour();
    },
    copy: async text => {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        return false;
      }
    },
  };
})();

// Printing straight from the page: the paper is fetched, put into a frame nobody sees, and handed to the browser's print dialog. Where that fails it opens in a tab of its own.
(() => {
  let frame = null;

  window.mabarra.printFile = async file => show(new Blob([await file.arrayBuffer()], { type: 'application/pdf' }));

  function show(paper) {
    frame?.remove();
    const address = URL.createObjectURL(paper);
    frame = document.createElement('iframe');
    frame.className = 'print-frame';
    frame.setAttribute('aria-hidden', 'true');
    frame.tabIndex = -1;
    frame.onload = () => {
      try {
        frame.contentWindow.focus();
        frame.contentWindow.print();
      } catch {
        window.open(address, '_blank', 'noopener');
      }
    };
    frame.src = address;
    document.body.append(frame);
    setTimeout(() => URL.revokeObjectURL(address), 10 * 60000);
  }

  async function print(address) {
    try {
      const answer = await fetch(address, { credentials: 'same-origin' });
      if (answer.ok && answer.headers.get('Content-Type') === 'application/pdf') {
        show(await answer.blob());
        return;
      }
    } catch {
      // The tab says what is wrong.
    }
    window.open(address, '_blank', 'noopener');
  }

  document.addEventListener('click', e => {
    const button = e.target.closest?.('[data-print]');
    if (button) print(button.dataset.print);
  });
})();
