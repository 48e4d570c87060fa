// How the sites of this world look.

/** @type {Record<string, string>} */
const LAYOUTS = {
  float: ".page{width:1100px;margin:0 auto}.mid{float:left;width:700px}.page>aside{float:right;width:320px}.page::after{content:'';display:block;clear:both}",
  grid: ".page{display:grid;grid-template-columns:160px minmax(0,1fr) 300px;gap:28px;max-width:1240px;margin:0 auto}",
  flex: ".page{display:flex;gap:40px;max-width:1180px;margin:0 auto}.mid{flex:0 0 66%;min-width:0}.page>aside{flex:1}",
  table: "table.page{width:1160px;margin:0 auto;border-spacing:16px}td{vertical-align:top}td.left{width:160px}td.right{width:300px}",
  column: ".page{max-width:640px;margin:0 auto;padding:0 16px}",
};

const NARROW = "@media(max-width:760px){.page,table.page{display:block;width:auto;padding:0 16px}.page tbody,.page tr,.page td{display:block;width:auto!important}.mid,.page>aside{float:none;width:auto}nav ul{display:none!important}}";

/** @type {Record<string, string>} */
const TRAITS = {
  header: "header:first-child{position:sticky;top:0;z-index:50}",
  consent: "#consent{position:fixed;inset:0;z-index:9000;background:#000a;display:flex;align-items:center;justify-content:center}#consent div{background:#fff;color:#111;padding:32px;max-width:480px}body.locked{overflow:hidden;height:100vh}",
  wall: "#wall{position:fixed;inset:auto 0 0 0;height:70vh;z-index:9000;background:#fff;color:#111;border-top:4px solid #c00;padding:32px}html.noscroll{overflow:hidden}",
  player: ".mini{position:fixed;right:12px;bottom:12px;width:300px;height:170px;background:#222;z-index:800}",
  popup: "#popup{position:fixed;inset:20% 25%;background:#fff;color:#111;border:1px solid #888;z-index:5000;padding:24px}",
  paywall: ".paywall{border:2px solid #b80;padding:24px;text-align:center}",
  things: ".chart{border:1px solid #aaa}.quiz{background:#eee4;padding:16px}",
  live: ".post{border-inline-start:3px solid #c33;padding-inline-start:16px;margin:24px 0}",
};

/** @param {import("./sites.mjs").Site} site */
export function style({ lang, layout, traits, names }) {
  const first = (/** @type {string | undefined} */ name) => `.${String(name).split(" ")[0]}`;
  const face = lang === "ja" || lang === "ar" ? "sans-serif" : "Georgia,serif";
  return `*{box-sizing:border-box}body{margin:0;font:18px/1.6 ${face};color:#1b1b1b;background:#fdfdfb}@media(prefers-color-scheme:dark){body{color:#ddd;background:#16181c}a{color:#8cf}}
body>header{display:flex;gap:24px;align-items:center;padding:16px 32px;background:#123a5c;color:#fff;min-height:90px}body>header a{color:#fff}nav ul{display:flex;gap:16px;list-style:none;margin:0;padding:0}.brand{font-size:28px;font-weight:700}
body>footer{background:#222;color:#ccc;padding:40px}img{max-width:100%;height:auto}figure{margin:16px 0}h1{line-height:1.2}.standfirst{font-weight:700}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(200px,1fr));gap:16px}${first(names.ad)}{background:#ddd;color:#333;text-align:center}${first(names.share)}{padding:8px 0}
${LAYOUTS[layout]}${traits.map((trait) => TRAITS[trait] ?? "").join("")}${NARROW}`;
}
