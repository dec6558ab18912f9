/**
 * Messages as background and pages of the extension see them: each parsed by its schema. The content
 * script takes `reader-messages.ts` instead.
 */
import { type MessageName, messages, type Request, type Response } from '#schema/messages.ts';
import { z } from '#schema/zod.ts';
import { type Border, messenger } from './messenger.ts';
import { transport } from './transport.ts';

export { MessageError, type Sender } from './messenger.ts';

export type Messages = {
  readonly [N in MessageName]: { request: Request<N>; response: Response<N> };
};

const schemas = new Map<string, { request: z.ZodMiniType; response: z.ZodMiniType }>(
  Object.entries(messages),
);

export const border: Border = {
  knows: (name) => schemas.has(name),
  parse: (name, part, value) => z.parse(schemas.get(name)![part], value),
};

export const { send, sendToTab, handle } = messenger<Messages>(border, transport);
