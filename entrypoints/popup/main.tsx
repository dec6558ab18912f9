import { startPage } from '#components/page/start.ts';
import { Popup } from '#components/popup/popup.tsx';
import { popupStore } from './store.ts';

await startPage('app.name', (ui) => <Popup ui={ui} store={popupStore} />);
