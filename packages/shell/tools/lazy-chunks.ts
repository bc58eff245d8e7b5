import { coreChunk } from './chunks.ts';

const imported = /^(?:let|const|var) (\w+) = require\("(node:[\w/]+|\.\/[^"]+)"\);$/gm;
const exported =
  /^Object\.defineProperty\(exports, "([\w$]+)", \{\n\s*enumerable: true,\n\s*get: function \(\) \{\n\s*return ([\w$]+);\n\s*\}\n\}\);$/gm;

/** Loads Node's own modules and our chunks when something of them is first used. */
export const lazyChunks = {
  name: 'lazy-chunks',
  renderChunk: (code: string, { name: chunk }: { readonly name: string }): string => {
    let text = plainExports(code, chunk);
    for (const [statement, name, module] of code.matchAll(imported)) {
      const isCore = module === `./${coreChunk}.cjs`;
      text = isCore ? withCore(text, { statement, name: name!, chunk }) : loadedLater(text, statement, name!);
    }
    return text;
  },
};

interface CoreImport {
  readonly statement: string;
  readonly name: string;
  readonly chunk: string;
}

/** What the core exports is taken at once: it is complete before any other chunk is loaded, which is checked. */
function withCore(code: string, { statement, name, chunk }: CoreImport): string {
  const used = new RegExp(String.raw`\b${name}\.([\w$]+)`, 'g');
  const members = new Set(Array.from(code.matchAll(used), ([, member]) => member!));
  const taken = [...members].map((member) => `${member}: ${name}$${member}`);
  const check = `if (!${name}$isComplete) throw Object.assign(new Error("The core needs ${chunk} to be made."), { chunk: "${chunk}" });`;
  return code
    .replace(
      statement,
      () =>
        `const { ${[`isComplete: ${name}$isComplete`, ...taken].join(', ')} } = require("./${coreChunk}.cjs");\n${check}`,
    )
    .replaceAll(used, (_all, member: string) => `${name}$${member}`);
}

function loadedLater(code: string, statement: string, name: string): string {
  const call = statement.slice(statement.indexOf('require('), -1);
  return code
    .replace(statement, () => `let ${name}$;\nconst ${name} = () => (${name}$ ??= ${call});`)
    .replaceAll(new RegExp(String.raw`\bnew ${name}\.([\w$]+)`, 'g'), `new (${name}().$1)`)
    .replaceAll(new RegExp(String.raw`\b${name}\.`, 'g'), `${name}().`);
}

/** Plain values instead of getters, but for what is assigned anew; those of the core are one object, as they are hundreds. */
function plainExports(code: string, chunk: string): string {
  const isAssigned = (local: string): boolean =>
    new RegExp(String.raw`^let ${local.replaceAll('$', String.raw`\$`)}\b`, 'm').test(code);
  const members: string[] = [];
  const rest = code.replaceAll(exported, (getter, name: string, local: string) => {
    if (isAssigned(local)) return getter;
    if (chunk !== coreChunk) return `exports.${name} = ${local};`;
    members.push(`${name}: ${local}`);
    return '';
  });
  return chunk === coreChunk ? `${rest}\n${wholeExports(rest, members)}` : rest;
}

/** What the core exports, told at its end: nothing else is loaded before. */
function wholeExports(code: string, members: readonly string[]): string {
  if (code.includes('Object.defineProperty(exports, "')) throw new Error('The core exports what is assigned anew.');
  return `module.exports = { isComplete: true, ${members.join(', ')} };\n`;
}
