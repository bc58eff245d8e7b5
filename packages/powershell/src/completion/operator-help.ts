/** What the original says of each operator. Source: TabCompletionStrings.resx. */
export const operatorHelp: Readonly<Record<string, string>> = {
  and: 'Logical and. Returns TRUE when both statements are TRUE.',
  as: 'Converts the left operand to the specified .NET Framework type (right operand).',
  band: 'Bitwise AND',
  bnot: 'Bitwise NOT',
  bor: 'Bitwise OR (inclusive)',
  bxor: 'Bitwise OR (exclusive)',
  ccontains:
    'Containment operator - case sensitive. Returns TRUE only when the test value (right operand) exactly matches at least one of the values in the left operand.',
  ceq: 'Equal to - case sensitive. When the left operand is a collection, returns values from the collection that equal the right operand, otherwise returns TRUE if the left operand equals the right operand.',
  cge: 'Greater than or equal to - case sensitive. When the left operand is a collection, returns values from the collection that are greater than or equal to the right operand, otherwise returns TRUE if the left operand is greater than or equal to the right operand.',
  cgt: 'Greater than - case sensitive. When the left operand is a collection, returns values from the collection that are greater than the right operand, otherwise returns TRUE if the left operand is greater than the right operand.',
  cin: 'Containment operator - case sensitive. Returns TRUE when the test value (left operand) exactly matches at least one of the values in the right operand.',
  cle: 'Less than or equal to - case sensitive. When the left operand is a collection, returns values from the collection that are less than or equal to the right operand, otherwise returns TRUE if the left operand is less than or equal to the right operand.',
  clike:
    'Wildcard matching operator - case sensitive. When the left operand is a collection, returns values from the collection that match the right hand operand, otherwise returns TRUE if the left operand matches the right operand.',
  clt: 'Less than - case sensitive. When the left operand is a collection, returns values from the collection that are less than the right operand, otherwise returns TRUE if the left operand is less than the right operand.',
  cmatch:
    'Regular expression matching operator - case sensitive. When the left operand is a collection, returns values from the collection that match the right hand operand, otherwise returns TRUE if the left operand matches the right operand.',
  cne: 'Not equal to - case sensitive. When the left operand is a collection, returns values from the collection that do not equal the right operand, otherwise returns TRUE if the left operand does not equal the right operand.',
  cnotcontains:
    'Containment operator - case sensitive. Returns TRUE when the test value (right operand) exactly matches none of the values in the left operand.',
  cnotin:
    'Containment operator - case sensitive. Returns TRUE when the test value (left operand) exactly matches none of the values in the right operand.',
  cnotlike:
    'Wildcard matching operator - case sensitive. When the left operand is a collection, returns values from the collection that do not match the right hand operand, otherwise returns TRUE if the left operand does not match the right operand.',
  cnotmatch:
    'Regular expression matching operator - case sensitive. When the left operand is a collection, returns values from the collection that do not match the right hand operand, otherwise returns TRUE if the left operand does not match the right operand.',
  contains:
    'Containment operator - case insensitive. Returns TRUE when the test value (right operand) exactly matches at least one of the values in the left operand.',
  creplace:
    "Replace operator - case sensitive. Changes the left operand. Example: (dir *.ps1).FullName -replace '.ps1$','.ps1.bak'",
  csplit:
    'Split - case sensitive. Split one or more strings into substrings.\n-Split <String>\n\n<String> -Split <Delimiter>[,<Max-substrings>[,"<Options>"]]\n\n<String> -Split {<ScriptBlock>} [,<Max-substrings>]',
  eq: 'Equal to - case insensitive. When the left operand is a collection, returns values from the collection that equal the right operand, otherwise returns TRUE if the left operand equals the right operand.',
  f: 'Formats strings by using the format method of string objects.',
  ge: 'Greater than or equal to - case insensitive. When the left operand is a collection, returns values from the collection that are greater than or equal to the right operand, otherwise returns TRUE if the left operand is greater than or equal to the right operand.',
  gt: 'Greater than - case insensitive. When the left operand is a collection, returns values from the collection that are greater than the right operand, otherwise returns TRUE if the left operand is greater than the right operand.',
  icontains:
    'Containment operator - case insensitive. Returns TRUE when the test value (right operand) exactly matches at least one of the values in the left operand.',
  ieq: 'Equal to - case insensitive. When the left operand is a collection, returns values from the collection that equal the right operand, otherwise returns TRUE if the left operand equals the right operand.',
  ige: 'Greater than or equal to - case insensitive. When the left operand is a collection, returns values from the collection that are greater than or equal to the right operand, otherwise returns TRUE if the left operand is greater than or equal to the right operand.',
  igt: 'Greater than - case insensitive. When the left operand is a collection, returns values from the collection that are greater than the right operand, otherwise returns TRUE if the left operand is greater than the right operand.',
  iin: 'Containment operator - case insensitive. Returns TRUE when the test value (left operand) exactly matches at least one of the values in the right operand.',
  ile: 'Less than or equal to - case insensitive. When the left operand is a collection, returns values from the collection that are less than or equal to the right operand, otherwise returns TRUE if the left operand is less than or equal to the right operand.',
  ilike:
    'Wildcard matching operator - case insensitive. When the left operand is a collection, returns values from the collection that match the right hand operand, otherwise returns TRUE if the left operand matches the right operand.',
  ilt: 'Less than - case insensitive. When the left operand is a collection, returns values from the collection that are less than the right operand, otherwise returns TRUE if the left operand is less than the right operand.',
  imatch:
    'Regular expression matching operator - case insensitive. When the left operand is a collection, returns values from the collection that match the right hand operand, otherwise returns TRUE if the left operand matches the right operand.',
  in: 'Containment operator - case insensitive. Returns TRUE when the test value (left operand) exactly matches at least one of the values in the right operand.',
  ine: 'Not equal to - case insensitive. When the left operand is a collection, returns values from the collection that do not equal the right operand, otherwise returns TRUE if the left operand does not equal the right operand.',
  inotcontains:
    'Containment operator - case insensitive. Returns TRUE when the test value (right operand) exactly matches none of the values in the left operand.',
  inotin:
    'Containment operator - case insensitive. Returns TRUE when the test value (left operand) exactly matches none of the values in the right operand.',
  inotlike:
    'Wildcard matching operator - case insensitive. When the left operand is a collection, returns values from the collection that do not match the right hand operand, otherwise returns TRUE if the left operand does not match the right operand.',
  inotmatch:
    'Regular expression matching operator - case insensitive. When the left operand is a collection, returns values from the collection that do not match the right hand operand, otherwise returns TRUE if the left operand does not match the right operand.',
  ireplace:
    "Replace operator - case insensitive. Changes the left operand. Example: (dir *.ps1).FullName -replace '.ps1$','.ps1.bak'",
  is: 'Returns TRUE when the left operand is an instance of the specified .NET Framework type (right operand).',
  isnot: 'Returns TRUE when the left operand is not an instance of the specified .NET Framework type (right operand).',
  isplit:
    'Split - case insensitive. Split one or more strings into substrings.\n-Split <String>\n\n<String> -Split <Delimiter>[,<Max-substrings>[,"<Options>"]]\n\n<String> -Split {<ScriptBlock>} [,<Max-substrings>]',
  join: 'Join - combine multiple strings into a single string.\n-Join <String[]>\n<String[]> -Join <Delimiter>',
  le: 'Less than or equal to - case insensitive. When the left operand is a collection, returns values from the collection that are less than or equal to the right operand, otherwise returns TRUE if the left operand is less than or equal to the right operand.',
  like: 'Wildcard matching operator - case insensitive. When the left operand is a collection, returns values from the collection that match the right hand operand, otherwise returns TRUE if the left operand matches the right operand.',
  lt: 'Less than - case insensitive. When the left operand is a collection, returns values from the collection that are less than the right operand, otherwise returns TRUE if the left operand is less than the right operand.',
  match:
    'Regular expression matching operator - case insensitive. When the left operand is a collection, returns values from the collection that match the right hand operand, otherwise returns TRUE if the left operand matches the right operand.',
  ne: 'Not equal to - case insensitive. When the left operand is a collection, returns values from the collection that do not equal the right operand, otherwise returns TRUE if the left operand does not equal the right operand.',
  not: 'Logical not. Negates the statement that follows it.',
  notcontains:
    'Containment operator - case insensitive. Returns TRUE when the test value (right operand) exactly matches none of the values in the left operand.',
  notin:
    'Containment operator - case sensitive. Returns TRUE when the test value (left operand) exactly matches none of the values in the right operand.',
  notlike:
    'Wildcard matching operator - case insensitive. When the left operand is a collection, returns values from the collection that do not match the right hand operand, otherwise returns TRUE if the left operand does not match the right operand.',
  notmatch:
    'Regular expression matching operator - case insensitive. When the left operand is a collection, returns values from the collection that do not match the right hand operand, otherwise returns TRUE if the left operand does not match the right operand.',
  or: 'Logical or. TRUE when either or both statements are TRUE.',
  replace:
    "Replace operator - case insensitive. Changes the left operand. Example: (dir *.ps1).FullName -replace '.ps1$','.ps1.bak'",
  shl: 'Shift Left bit operator. Inserts zero in right-most bit position.',
  shr: 'Shift Right bit operator. Inserts zero in the left-most bit position. For signed values, sign bit is preserved.',
  split:
    'Split - case insensitive. Split one or more strings into substrings.\n-Split <String>\n\n<String> -Split <Delimiter>[,<Max-substrings>[,"<Options>"]]\n\n<String> -Split {<ScriptBlock>} [,<Max-substrings>]',
  xor: 'Logical exclusive or. Returns TRUE when one of the statements is TRUE and the other is FALSE.',
};
