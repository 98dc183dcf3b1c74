/** What a drawing looks like is said by the page's styles: away from the page it must say so itself. */
const drawn = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'],
  ...['stroke-opacity', 'opacity', 'font-family', 'font-size', 'font-weight', 'letter-spacing', 'text-anchor'],
  ...['dominant-baseline', 'paint-order', 'visibility', 'display', 'font-feature-settings'],
];
/** Sharp on a projector too. */
const scale = 2;
const margin = 24;

export type PictureWords = { title: string; source: string; link: string; fileName: string };

function roomOf(svgs: readonly SVGSVGElement[]) {
  const boxes = svgs.map((svg) => svg.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const width = Math.max(...boxes.map((box) => box.right)) - left;
  const height = Math.max(...boxes.map((box) => box.bottom)) - top;
  return { left, top, width, height };
}

function copyStyles(from: Element, to: SVGElement): void {
  const style = getComputedStyle(from);
  for (const name of drawn) to.style.setProperty(name, style.getPropertyValue(name));
  const copies = [...to.children];
  [...from.children].forEach((child, index) => {
    const copy = copies[index];
    if (copy instanceof SVGElement) copyStyles(child, copy);
  });
}

async function imageOf(svg: SVGSVGElement): Promise<HTMLImageElement> {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copyStyles(svg, copy);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width * scale));
  copy.setAttribute('height', String(height * scale));
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}

/** Lines of a text that are no wider than the canvas. */
function linesOf(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && context.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

/**
 * Saves the drawings of an element as one PNG, in the look that is on the screen, under their title and over where they are
 * from. Throws where there is no drawing or the browser cannot draw.
 */
export async function savePicture(element: HTMLElement, words: PictureWords): Promise<void> {
  const svgs = [...element.querySelectorAll('svg')].filter((svg) => svg.parentElement?.closest('svg') === null);
  const whole = element.getBoundingClientRect().width;
  // Small ones are marks in a text.
  const large = svgs.filter((svg) => svg.getBoundingClientRect().width > whole / 3);
  if (large.length === 0) throw new Error('there is no drawing to save');
  const place = roomOf(large);
  const look = getComputedStyle(element);
  const token = (name: string) => look.getPropertyValue(name).trim();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws no pictures');

  const fonts = { title: `600 18px ${look.fontFamily}`, source: `12px ${look.fontFamily}` };
  context.font = fonts.title;
  const title = linesOf(context, words.title, place.width);
  context.font = fonts.source;
  const source = [...linesOf(context, words.source, place.width), words.link];
  const top = margin + title.length * 24 + 8;
  const bottom = top + place.height + 12;
  canvas.width = Math.ceil((place.width + 2 * margin) * scale);
  canvas.height = Math.ceil((bottom + source.length * 17 + margin) * scale);
  context.scale(scale, scale);
  context.fillStyle = token('--bg');
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.textBaseline = 'top';
  context.font = fonts.title;
  context.fillStyle = token('--ink-1');
  title.forEach((line, index) => {
    context.fillText(line, margin, margin + index * 24);
  });
  for (const svg of large) {
    const { left, top: above, width, height } = svg.getBoundingClientRect();
    context.drawImage(await imageOf(svg), margin + left - place.left, top + above - place.top, width, height);
  }
  context.font = fonts.source;
  context.fillStyle = token('--ink-3');
  source.forEach((line, index) => {
    context.fillText(line, margin, bottom + index * 17);
  });

  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('this browser saves no pictures');
  const address = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = `${words.fileName}.png`;
  anchor.click();
  // The browser has begun to save by then; kept longer the picture would stay in memory.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
