/** Apart from the database, so that reading one row needs no Dexie. */
export const DATABASE_NAME = 'lurewatch';
