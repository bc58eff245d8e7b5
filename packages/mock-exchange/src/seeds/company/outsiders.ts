import { stableRandom } from '../stable.ts';

/** Somebody whom the company writes with. */
export interface Outsider {
  readonly alias: string;
  readonly name: string;
  readonly company: string;
  readonly address: string;
}

const companies = [
  ['Fabrikam', 'fabrikam.com'],
  ['Northwind Traders', 'northwindtraders.com'],
  ['Adventure Works', 'adventure-works.com'],
  ['Trey Research', 'treyresearch.net'],
  ['Woodgrove Bank', 'woodgrovebank.com'],
  ['Bücher Überall', 'xn--bcher-berall-dlbf.example'],
] as const;
const givenNames = ['Maria', 'Søren', 'Chris', 'Aleš', 'Mei', 'Óscar', 'Fatma', 'Paul', 'Ingrid', 'Nuñez'];
const surnames = ['Ægidius', 'Lee', 'Novák', 'Wu', 'Gonçalves', 'Yılmaz', 'Grant', 'Ø', "D'Souza", 'van der Berg'];

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[æøı]/g, (letter) => ({ æ: 'ae', ø: 'o' })[letter] ?? 'i')
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, '');

/** Customers and suppliers; the address book shows them as contacts. */
export function outsidersOf(count: number, seed: number): Outsider[] {
  return Array.from({ length: count }, (_, index) => {
    const random = stableRandom('company', seed, 'outsider', index);
    const [company, domain] = random.pick(companies);
    const [given, surname] = [random.pick(givenNames), random.pick(surnames)];
    const local = `${plain(given)}.${plain(surname)}${index}`;
    return { alias: `ext-${local}`, name: `${given} ${surname}`, company, address: `${local}@${domain}` };
  });
}
