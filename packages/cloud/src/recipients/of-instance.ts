/** The parameters of a call, with the parts of the right that was piped to it where they were not given. */
export function withInstance<P extends { readonly Instance?: object | undefined }>(parameters: P): P {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return { ...parameters.Instance, ...Object.fromEntries(given) } as P;
}
