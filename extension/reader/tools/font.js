// The font that comes with Lede. Only where it is chosen, its bytes are fetched from the background and made into faces:
// no address, so no policy of the page is asked, and a name that no page uses. They are taken back when another font is
// chosen, and on leaving.

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("font")) return;

  /** As reader.css has it. */
  const NAME = "lede-dyslexic";

  /** A page may have a picture named `fonts`. */
  const fontsOf = lede.property(Document.prototype, "fonts");

  lede.tools.set("font", (reader) => {
    /** @type {FontFace[]} */ let faces = [];
    /** Whether they are on their way, or there. */
    let isWanted = false;
    const follow = async () => {
      if (isWanted === (reader.settings.font === "dyslexic")) return;
      isWanted = !isWanted;
      if (!isWanted) return remove();
      const loaded = await load().catch(() => []);
      if (!isWanted || faces.length > 0) return;
      faces = loaded;
      for (const face of faces) fontsOf(document).add(face);
    };
    const remove = () => {
      isWanted = false;
      for (const face of faces) fontsOf(document).delete(face);
      faces = [];
    };
    // One whose extension has been reloaded since could not take them back.
    for (const face of [...fontsOf(document)]) if (face.family.includes(NAME)) fontsOf(document).delete(face);
    reader.changes.push(follow);
    reader.farewells.push(remove);
    follow();
  });

  /** Loaded before they are added: the page's fonts have nothing to tell of. @returns {Promise<FontFace[]>} */
  const load = async () => {
    const found = (await lede.ask("font")) ?? [];
    const faces = found.map((/** @type {any} */ { weight, style, base64 }) => {
      const { buffer } = /** @type {any} */ (Uint8Array).fromBase64(base64);
      return new FontFace(NAME, buffer, { weight, style, display: "block" });
    });
    for (const face of faces) await face.load();
    return faces;
  };
})();
