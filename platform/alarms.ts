/** Being woken later. */
import { browser } from './browser.ts';

/** Wakes the background at a time (milliseconds since 1970); an alarm of the same name is moved. */
export async function wakeAt(name: string, time: number): Promise<void> {
  await browser.alarms.create(name, { when: time });
}

/** Forgets an alarm, if there is one. */
export async function cancelWake(name: string): Promise<void> {
  await browser.alarms.clear(name);
}

/** Is an alarm of this name set? Browsers may drop alarms when they close. */
export const isAlarmSet = async (name: string): Promise<boolean> =>
  (await browser.alarms.get(name)) !== undefined;

/** Calls back when an alarm goes off. */
export function onAlarm(name: string, listener: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) listener();
  });
}
