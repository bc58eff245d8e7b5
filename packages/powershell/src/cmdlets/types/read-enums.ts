/** An enumeration as C# declares it. */
export interface EnumDeclaration {
  /** With its namespace. */
  readonly name: string;
  readonly flags: boolean;
  readonly members: Readonly<Record<string, number>>;
}

const comments = /\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
const declaration =
  /(?<attributes>(?:\[[^\]]*\]\s*)*)(?:public\s+|internal\s+)?enum\s+(?<name>\w+)\s*(?::\s*\w+\s*)?\{(?<body>[^{}]*)\}\s*;?/g;

/** The enumerations of a C# source; undefined where it has anything else, or values that are more than sums of flags. */
export function readEnums(source: string): readonly EnumDeclaration[] | undefined {
  const text = source.replace(comments, ' ').replace(/\busing\s+[\w.]+\s*;/g, ' ');
  const wrapped = /^\s*namespace\s+([\w.]+)\s*\{([\s\S]*)\}\s*$/.exec(text);
  const [prefix, inner] = wrapped ? [`${wrapped[1]}.`, wrapped[2]!] : ['', text];
  if (inner.replace(declaration, '').trim() !== '') return undefined;
  const found = Array.from(inner.matchAll(declaration), ({ groups }) => {
    const { attributes = '', name = '', body = '' } = groups!;
    const members = membersOf(body);
    return members && { name: prefix + name, flags: /\bFlags(?:Attribute)?\b/.test(attributes), members };
  });
  return found.length > 0 && found.every((each) => each !== undefined) ? found : undefined;
}

function membersOf(body: string): Readonly<Record<string, number>> | undefined {
  const members: Record<string, number> = {};
  let next = 0;
  for (const part of body.split(',').map((each) => each.trim())) {
    if (part === '') continue;
    const [, name, expression] = /^(\w+)(?:\s*=\s*(.+))?$/s.exec(part) ?? [];
    const value = expression === undefined ? next : valueOf(expression, members);
    if (name === undefined || value === undefined) return undefined;
    members[name] = value;
    next = value + 1;
  }
  return members;
}

/** Numbers, shifts of numbers and members that are already there, joined by `|`. */
function valueOf(expression: string, members: Readonly<Record<string, number>>): number | undefined {
  const parts = expression.split('|').map((each) => {
    const text = each.trim();
    const [, base, shift] = /^(-?\d+|0x[\da-f]+)(?:\s*<<\s*(\d+))?$/i.exec(text) ?? [];
    return base === undefined ? members[text] : Number(base) << Number(shift ?? 0);
  });
  return parts.reduce<number | undefined>(
    (sum, part) => (sum === undefined || part === undefined ? undefined : sum | part),
    0,
  );
}
