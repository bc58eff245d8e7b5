/** Cuts `Name <address>`, or a bare address or alias, which then is the name as well. */
export function parseAddress(text: string): { name: string; smtp: string } {
  const match = /^\s*(.*?)\s*<([^<>]*)>\s*$/.exec(text);
  if (match === null) return { name: text.trim(), smtp: text.trim() };
  const [, name = '', smtp = ''] = match;
  return { name: name === '' ? smtp : name, smtp };
}
