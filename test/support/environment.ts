/** An environment in which a program sees nothing of this process's, but finds sources that were compiled before. */
export const environmentOf = (variables: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv => ({
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
  ...variables,
});
