// The telephone's page: photos are gathered one after another, shown small, and sent together with their progress. Without it the plain form does the same.
(() => {
  'use strict';
  const form = document.querySelector('form[data-phone]');
  if (!form) return;
  const list = form.querySelector('[data-photos]');
  const sending = form.querySelector('[data-sending]');
  const failed = form.querySelector('[data-failed]');
  const button = form.querySelector('button[type=submit]');
  const most = Number(form.dataset.most);
  let photos = [];
  // The photos are shown here: of the fields only their labels stay, as buttons.
  form.classList.add('is-live');

  const show = () => {
    for (const image of list.querySelectorAll('img')) URL.revokeObjectURL(image.src);
    list.replaceChildren(...photos.map((photo, i) => {
      const item = document.createElement('li');
      const image = document.createElement('img');
      image.src = URL.createObjectURL(photo);
      image.alt = '';
      const remove = document.createElement('button');
      remove.type = 'button';
      remove.className = 'btn btn-quiet btn-small btn-icon';
      remove.textContent = '×';
      remove.setAttribute('aria-label', form.dataset.remove.replace('#', String(i + 1)));
      remove.addEventListener('click', () => {
        photos = photos.filter(p => p !== photo);
        show();
      });
      item.append(image, remove);
      return item;
    }));
    list.hidden = photos.length === 0;
  };

  form.addEventListener('change', event => {
    if (event.target.type !== 'file') return;
    photos = [...photos, ...event.target.files].slice(0, most);
    // The next photo is added, it does not take this one's place.
    event.target.value = '';
    failed.hidden = true;
    show();
  });

  const busy = now => {
    button.disabled = now;
    sending.hidden = !now;
  };

  form.addEventListener('submit', event => {
    if (photos.length === 0) return;
    event.preventDefault();
    const body = new FormData();
    photos.forEach((photo, i) => body.append('photo', photo, photo.name || `photo-${i + 1}.jpg`));
    const request = new XMLHttpRequest();
    const fail = () => {
      busy(false);
      failed.hidden = false;
    };
    request.upload.addEventListener('progress', e => {
      if (e.lengthComputable) sending.querySelector('progress').value = Math.round(e.loaded * 100 / e.total);
    });
    request.addEventListener('load', () => request.status === 200 ? location.replace(request.responseURL) : fail());
    request.addEventListener('error', fail);
    request.open('POST', form.action);
    failed.hidden = true;
    busy(true);
    request.send(body);
  });
})();
