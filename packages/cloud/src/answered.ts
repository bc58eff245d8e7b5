import { answeredError, type AnsweredCall, type BackendMessage } from '@cutover/core';

/** Gives each error of a call the id of the request that met it; `describe` is asked once there is one. */
export async function* answered(
  messages: AsyncIterable<BackendMessage>,
  describe: () => AnsweredCall,
): AsyncGenerator<BackendMessage> {
  let call: AnsweredCall | undefined;
  for await (const message of messages) {
    if (message.kind === 'error') {
      call ??= describe();
      yield { ...message, error: answeredError(message.error, call) };
    } else yield message;
  }
}
