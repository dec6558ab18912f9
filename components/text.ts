/** Looks up an interface text by its key and fills its placeholders. */
export type Text = (key: string, params?: Record<string, string | number>) => string;
