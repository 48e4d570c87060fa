// Each picture is kept once, and counts the articles that show it.

/** An article shows a picture more, or one less. @param {any} transaction @param {string} hash @param {1 | -1} by @param {any} [fresh] */
export async function use(transaction, hash, by, fresh) {
  const store = transaction.objectStore("pictures");
  const picture = (await store.get(hash)) ?? (fresh && { ...fresh, uses: 0 });
  if (picture === undefined) return;
  const uses = picture.uses + by;
  if (uses > 0) await store.put({ ...picture, uses });
  else await store.delete(hash);
}

/** @param {any} transaction @param {LedeEntry} entry its pictures are no longer shown by it */
export async function release(transaction, entry) {
  for (const { hash } of onceEach(entry.pictures)) await use(transaction, hash, -1);
}

/** @template {{ hash: string }} P @param {P[]} pictures @returns {P[]} */
export const onceEach = (pictures) => [...new Map(pictures.map((picture) => [picture.hash, picture])).values()];
