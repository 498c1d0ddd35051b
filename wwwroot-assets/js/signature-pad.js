// A canvas to sign on, by mouse, finger or pen. Keeps strokes, not pixels, so that undo works and the picture is drawn afresh at a known size.
const INK = '#10241d';
const MAX_POINTS = 20000;
// One message to the server holds 32 KB.
const MAX_STROKE = 24000;

export function attach(canvas, page) {
  let strokes = [];
  let drawing = null;
  // How many strokes the server knows.
  let told = 0;
  let telling = false;
  const context = canvas.getContext('2d');

  const line = (target, stroke, scale, dx = 0, dy = 0) => {
    target.strokeStyle = INK;
    target.fillStyle = INK;
    target.lineCap = target.lineJoin = 'round';
    for (let i = 0; i < stroke.length; i++) {
      const p = stroke[i];
      const q = stroke[i - 1] ?? p;
      target.lineWidth = (1.2 + 2.2 * (p.pressure || 0.5)) * scale;
      target.beginPath();
      target.moveTo((q.x + dx) * scale, (q.y + dy) * scale);
      target.lineTo((p.x + dx) * scale + 0.01, (p.y + dy) * scale);
      target.stroke();
    }
  };

  const redraw = () => {
    const ratio = Math.min(window.devicePixelRatio || 1, 3);
    canvas.width = Math.round(canvas.clientWidth * ratio);
    canvas.height = Math.round(canvas.clientHeight * ratio);
    for (const stroke of strokes) line(context, stroke, ratio);
  };

  // "width:x,y,pressure;…": what was drawn on a wide pad fits a narrow one.
  const encode = stroke => {
    const write = points => `${Math.round(canvas.clientWidth)}:` + points.map(p => `${p.x.toFixed(1)},${p.y.toFixed(1)},${Math.round((p.pressure || 0) * 9)}`).join(';');
    let points = stroke;
    while (points.length > 2 && write(points).length > MAX_STROKE) points = points.filter((_, i) => i % 2 === 0);
    return write(points);
  };

  const decode = text => {
    const [width, points] = text.split(':');
    const scale = Math.min(1, canvas.clientWidth / (Number(width) || 1) || 1);
    return points.split(';').map(p => p.split(',').map(Number)).filter(p => p.every(Number.isFinite)).map(([x, y, pressure]) => ({ x: x * scale, y: y * scale, pressure: pressure / 9 }));
  };

  // Every stroke that has ended and that the server does not know yet; what fails while the connection is away is told with the next one.
  const tell = async () => {
    if (telling) return;
    telling = true;
    try {
      while (told < strokes.length && strokes[told] !== drawing?.stroke) {
        await page.invokeMethodAsync('StrokeAsync', told, encode(strokes[told]));
        told++;
      }
    } catch { } finally {
      telling = false;
    }
  };

  const tellLess = () => {
    told = Math.min(told, strokes.length);
    page.invokeMethodAsync('CountAsync', strokes.length).catch(() => { });
  };

  const point = event => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top, pressure: event.pressure };
  };

  const down = event => {
    if (drawing || (event.pointerType === 'mouse' && event.button !== 0) || canvas.closest('fieldset')?.disabled) return;
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    drawing = { id: event.pointerId, stroke: [point(event)] };
    strokes.push(drawing.stroke);
    line(context, drawing.stroke, canvas.width / canvas.clientWidth);
  };

  const move = event => {
    if (drawing?.id !== event.pointerId) return;
    const total = strokes.reduce((sum, s) => sum + s.length, 0);
    for (const step of event.getCoalescedEvents?.() ?? [event]) {
      if (total > MAX_POINTS) return;
      drawing.stroke.push(point(step));
      line(context, drawing.stroke.slice(-2), canvas.width / canvas.clientWidth);
    }
  };

  const up = event => {
    if (drawing?.id !== event.pointerId) return;
    drawing = null;
    tell();
  };

  const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up };
  for (const [name, listener] of Object.entries(listeners)) canvas.addEventListener(name, listener);
  const observer = new ResizeObserver(redraw);
  observer.observe(canvas);

  const area = () => {
    const points = strokes.flat();
    const left = Math.min(...points.map(p => p.x)) - 8;
    const top = Math.min(...points.map(p => p.y)) - 8;
    return { left, top, width: Math.max(...points.map(p => p.x)) + 8 - left, height: Math.max(...points.map(p => p.y)) + 8 - top };
  };

  return {
    undo() {
      strokes.pop();
      redraw();
      tellLess();
    },
    clear() {
      strokes = [];
      redraw();
      tellLess();
    },
    put(texts) {
      strokes = texts.map(decode).filter(s => s.length > 0);
      told = strokes.length;
      redraw();
    },
    // Trimmed, on white, at most 600 × 240: a few kilobytes whatever the screen.
    async png() {
      if (strokes.length === 0) return null;
      const { left, top, width, height } = area();
      const scale = Math.min(600 / width, 240 / height, 2);
      const picture = document.createElement('canvas');
      picture.width = Math.max(1, Math.round(width * scale));
      picture.height = Math.max(1, Math.round(height * scale));
      const paper = picture.getContext('2d');
      paper.fillStyle = '#fff';
      paper.fillRect(0, 0, picture.width, picture.height);
      for (const stroke of strokes) line(paper, stroke, scale, -left, -top);
      return await new Promise(done => picture.toBlob(done, 'image/png'));
    },
    detach() {
      observer.disconnect();
      for (const [name, listener] of Object.entries(listeners)) canvas.removeEventListener(name, listener);
    },
  };
}
