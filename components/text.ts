import type { MessageKey, Params } from '#platform/translate.ts';

/** An interface text in the reader's language, its placeholders filled. */
export type Text = (key: MessageKey, params?: Params) => string;
