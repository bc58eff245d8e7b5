const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  411: 'Length Required',
  431: 'Request Header Fields Too Large',
  501: 'Not Implemented',
};

/** The reason phrase of a status that this server sends. */
export const reasonOf = (status: number): string => reasons[status] ?? 'Error';

/** A request that is answered by a status alone, after which the connection ends. */
export class HttpRefusal extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`HTTP ${status} ${reasonOf(status)}`);
    this.name = 'HttpRefusal';
    this.status = status;
  }
}

export const httpRefusal = (status: number): HttpRefusal => new HttpRefusal(status);
