/** Messages as background and pages of the extension see them: the whole map. */
import { messages } from '#schema/messages.ts';
import { messenger } from './messenger.ts';
import { transport } from './transport.ts';

export { MessageError, type Sender } from './messenger.ts';
export const { send, sendToTab, handle } = messenger(messages, transport);
