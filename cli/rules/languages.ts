/** Languages a phrase file may be named after; `zh` holds both scripts, `xx` fits any language. */
export const LANGUAGES = new Set(
  'en ms id th vi fil zh my km lo hi bn ta si ne ur sw am ar ru ko ja pt es fr de pl it tr uk ml xx'.split(
    ' ',
  ),
);
