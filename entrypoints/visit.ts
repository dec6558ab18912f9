/**
 * In every page, where the reader has granted all websites: has its address compared with the list,
 * on this device. As small as can be, since nearly no page is listed.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handle, send } from '#platform/reader-messages.ts';

// The background finds the address by itself; what goes wrong stays without a consequence.
const ask = () => void send('reader.visit', {}).catch(() => {});

export default defineUnlistedScript(() => {
  handle({
    'page.restart': () => {
      ask();
      return {};
    },
  });
  ask();
});
