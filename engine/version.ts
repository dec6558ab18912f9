/** Number of this engine; signals that need a newer one (`minEngine`) are left out. */
export const ENGINE_VERSION = 1;
