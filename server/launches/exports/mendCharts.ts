import JSZip from 'jszip';

/** An empty number where nothing is known: neither a chart nor a sheet has such a thing, a gap is no cell at all. */
const emptyPoint = /<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g;
const emptyCell = /<c r="[A-Z]+\d+"><v><\/v><\/c>/g;
const categories = /<c:catAx>.*?<\/c:catAx>/gs;
/** LibreOffice breaks level labels into lines and shows them all; turned by a 60,000th of a degree it shows those that fit. */
const hardlyTurned = '<a:bodyPr rot="1" vert="horz"/>';

async function mendBook(book: Uint8Array): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(book);
  for (const sheet of zip.file(/^xl\/worksheets\/[^/]+\.xml$/))
    zip.file(sheet.name, (await sheet.async('string')).replaceAll(emptyCell, ''));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** Takes out of a deck's charts and their workbooks what pptxgenjs 4.0 writes for a gap. */
export async function mendCharts(deck: Uint8Array): Promise<Buffer> {
  const zip = await JSZip.loadAsync(deck);
  for (const chart of zip.file(/^ppt\/charts\/[^/]+\.xml$/)) {
    const xml = (await chart.async('string')).replaceAll(emptyPoint, '');
    zip.file(
      chart.name,
      xml.replaceAll(categories, (axis) => axis.replaceAll('<a:bodyPr/>', hardlyTurned)),
    );
  }
  for (const book of zip.file(/^ppt\/embeddings\/[^/]+\.xlsx$/))
    zip.file(book.name, await mendBook(await book.async('uint8array')));
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}
