const ownAssembly = 'System.Management.Automation, Version=7.6.5.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35';
const coreAssembly = 'System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e';

/** A type's name with its assembly, as it stands in the full name of a generic type. */
export const qualifiedName = (name: string): string =>
  `${name}, ${name.startsWith('System.Management.Automation.') ? ownAssembly : coreAssembly}`;

/** What methods of the language give that collect objects: Where(), ForEach(), Invoke(). */
export const objectCollection = `System.Collections.ObjectModel.Collection\`1[[${qualifiedName('System.Management.Automation.PSObject')}]]`;
