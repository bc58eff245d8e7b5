const imported = /^(?:let|const|var) (\w+) = require\("(node:[\w/]+)"\);$/gm;

/** Loads Node's own modules when they are first used: some take longer than all the rest of a start. */
export const lazyBuiltins = {
  name: 'lazy-builtins',
  renderChunk: (code: string): string => {
    const names = Array.from(code.matchAll(imported), ([, name]) => name!);
    const declared = code.replaceAll(
      imported,
      (_all, name: string, module: string) =>
        `let ${name}$;\nconst ${name} = () => (${name}$ ??= require("${module}"));`,
    );
    return names.reduce(
      (text, name) =>
        text
          .replaceAll(new RegExp(`\\bnew ${name}\\.(\\w+)`, 'g'), `new (${name}().$1)`)
          .replaceAll(new RegExp(`\\b${name}\\.`, 'g'), `${name}().`),
      declared,
    );
  },
};
