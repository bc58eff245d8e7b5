/** Where the details are kept: a record, or a holder of their own until they are given to one. */
interface DetailsHolder {
  details: string | undefined;
  recommendedAction?: string;
}

/** What an error record shows in place of its exception's message. Source: System.Management.Automation.ErrorDetails. */
export class ErrorDetails {
  readonly typeName = 'System.Management.Automation.ErrorDetails';
  readonly #holder: DetailsHolder;

  constructor(holder: DetailsHolder) {
    this.#holder = holder;
  }

  get message(): string {
    return this.#holder.details ?? '';
  }

  get recommendedAction(): string {
    return this.#holder.recommendedAction ?? '';
  }

  recommend(action: string): void {
    this.#holder.recommendedAction = action;
  }

  text(): string {
    return this.message;
  }
}
