import type { ExtensionInChromium } from '#tests/browser/harness/chromium.ts';

const PATIENCE_MS = 10_000;

/** Sets the reader's country on the options page, and waits until another page reads it back. */
export async function chooseCountry(
  extension: ExtensionInChromium,
  country: string,
): Promise<void> {
  const chosen = await extension.openOwn('options.html');
  await chosen.getByLabel('Your country').selectOption(country);
  const end = Date.now() + PATIENCE_MS;
  for (let stored = ''; stored !== country; ) {
    if (Date.now() > end) throw new Error('The options page did not store the country.');
    const reread = await extension.openOwn('options.html');
    stored = await reread.getByLabel('Your country').inputValue();
    await reread.close();
  }
  await chosen.close();
}
