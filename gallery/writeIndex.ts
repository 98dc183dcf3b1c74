import { fileOf, sizes, type Wanted } from './picture.ts';

const titleOf = { en: 'English', fr: 'French' };

/** The gallery's page: each picture below its caption, in the order in which they were taken. */
export function writeIndex(pictures: readonly Wanted[]): string {
  const lines = [
    '# Gallery',
    '',
    'Every screen and state, taken from real servers with invented data by `npm run gallery`. Clocks stand still: a run changes a',
    'picture only when the product changed. Pictures of walls and laptops are smaller than the screens.',
  ];
  const names = [...new Set(pictures.map(({ shot }) => shot.name))];
  for (const name of names) {
    const own = pictures.filter(({ shot }) => shot.name === name);
    lines.push('', `## ${own[0]!.shot.caption}`, '');
    for (const picture of own) {
      const { size, look, language } = picture;
      const { width, height } = sizes[size];
      const what = `${size}, ${width} x ${height}, ${look}, ${titleOf[language]}`;
      lines.push(`${what}  `, `![${own[0]!.shot.caption}: ${what}](${fileOf(picture)})`, '');
    }
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
