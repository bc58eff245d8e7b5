/** Text that is markup already. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | readonly Html[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!);

const render = (part: Part): string => {
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part));
  return 'html' in part ? part.html : part.map(({ html: one }) => one).join('');
};

/** Markup with values in it; what is not markup itself is escaped. The indentation of the source does not stay. */
export function html(template: TemplateStringsArray, ...parts: Part[]): Html {
  const pieces = template.map((piece) => piece.replaceAll(/\n\s*/g, '\n'));
  return { html: pieces.reduce((text, piece, at) => text + render(parts[at - 1]!) + piece) };
}
