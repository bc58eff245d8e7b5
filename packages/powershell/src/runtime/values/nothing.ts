/** The result of what wrote nothing; as an operand it is `$null`, in a pipeline no object. Source: AutomationNull. */
export const nothing: unique symbol = Symbol('nothing');

/** The value as operators see it. */
export const valueOrNull = (value: unknown): unknown => (value === nothing || value === undefined ? null : value);
