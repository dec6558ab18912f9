/** Messages as the content script sees them: only its part of the map, to keep it small. */
import { pageMessages, readerMessages } from '#schema/messages.ts';
import { messenger } from './messenger.ts';
import { transport } from './transport.ts';

export { MessageError } from './messenger.ts';
export const { send, handle } = messenger({ ...readerMessages, ...pageMessages }, transport);
