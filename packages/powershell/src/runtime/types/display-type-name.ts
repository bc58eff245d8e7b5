/** A type's name as text: generic arguments without assemblies, as the name in full has them. */
export const displayTypeName = (name: string): string =>
  name === 'System.Management.Automation.PSCustomObject'
    ? name
    : name.replaceAll(/\[\[([^[\]]+)\]\]/g, '[$1]').replaceAll('],[', ',');
