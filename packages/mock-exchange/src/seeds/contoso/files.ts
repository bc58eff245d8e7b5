import type { SeededRandom } from '@cutover/base';
import type { SeedAttachment } from '../seed-item.ts';
import { fileNames, sentences } from './words.ts';

const bytesOf = (text: string, encoding: BufferEncoding = 'latin1'): Uint8Array =>
  Uint8Array.from(Buffer.from(text, encoding));

/** A picture of one red pixel. */
export const pixel = bytesOf(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

const oleSignature = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

/** Something that begins like a Word document; nobody here opens it. */
function wordDocument(random: SeededRandom): SeedAttachment {
  const data = new Uint8Array(random.integer(6_000, 40_000));
  data.set(random.bytes(2048));
  for (let at = 2048; at < data.length; at += 2048) data.copyWithin(at, 0, Math.min(2048, data.length - at));
  data.set(oleSignature);
  return { name: random.pick(fileNames.document), mimeType: 'application/msword', data };
}

function sheet(random: SeededRandom): SeedAttachment {
  const rows = Array.from(
    { length: random.integer(5, 60) },
    (_, index) => `${index + 1};"${random.pick(sentences)}";${random.integer(100, 99_999) / 100}`,
  );
  const text = `\ufeffNr;Text;Wert\r\n${rows.join('\r\n')}\r\n`;
  return { name: random.pick(fileNames.sheet), mimeType: 'text/csv', data: bytesOf(text, 'utf8') };
}

function pdf(random: SeededRandom): SeedAttachment {
  const text = `BT /F1 12 Tf 72 720 Td (${random.pick(sentences).replaceAll(/[()\\]|[\u0080-\uffff]/g, '')}) Tj ET`;
  const body =
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font' +
    `/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Length ${text.length}>>stream\n${text}\nendstream endobj\n` +
    'trailer<</Root 1 0 R>>\n%%EOF\n';
  return { name: `Invoice ${random.integer(1000, 9999)}.pdf`, mimeType: 'application/pdf', data: bytesOf(body) };
}

/** A file of one kind or another. */
export const anyFile = (random: SeededRandom): SeedAttachment => random.pick([wordDocument, sheet, pdf])(random);
