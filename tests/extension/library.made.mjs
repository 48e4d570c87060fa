// Articles that are made up, for the library's tests and its bench: as many as are wanted, always the same ones.
// Words are as frequent as in real texts (Zipf), in six scripts.

/** A source of numbers from 0 to 1 that begins at a seed. @param {number} seed */
export function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const ONSETS = "b bl br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl st str t th tr v w".split(" ");
const VOWELS = "a e i o u ai ea ee oo ou".split(" ");
const ENDS = ["", "", "", "n", "r", "s", "t", "l", "nd", "st", "ck", "ng", "m"];
const VOCABULARY = 60_000;

/** Words of scripts that part none, and of Arabic: real ones, since dictionaries know them. */
const OTHERS = {
  ja: "川 橋 渡し船 船長 市場 新聞 図書館 東京 京都 大学 研究 電車 時刻表 山 海 雨 朝 夜 古い 新しい 歩く 読む 書く 人々 子供 学校 歴史 文化 音楽 言葉 国立公園 経済 政治 自然 科学 技術 会議 政府 社会 世界 問題 時間 今日 明日 昨日 家族 友人 仕事 会社 料理 魚 米 茶".split(" "),
  zh: "河流 桥梁 渡船 船长 市场 报纸 图书馆 北京 上海 大学 研究 火车 时刻表 高山 大海 雨水 早晨 夜晚 古老 新的 走路 读书 写字 人们 孩子 学校 历史 文化 音乐 语言 国家公园 经济 政治 自然 科学 技术 会议 政府 社会 世界 问题 时间 今天 明天 昨天 家庭 朋友 工作 公司".split(" "),
  th: "แม่น้ำ สะพาน เรือ กัปตัน ตลาด หนังสือพิมพ์ ห้องสมุด กรุงเทพ มหาวิทยาลัย วิจัย รถไฟ ตาราง ภูเขา ทะเล ฝน เช้า กลางคืน เก่า ใหม่ เดิน อ่าน เขียน ผู้คน เด็ก โรงเรียน ประวัติศาสตร์ วัฒนธรรม ดนตรี ภาษา เศรษฐกิจ การเมือง ธรรมชาติ วิทยาศาสตร์".split(" "),
  ar: "النهر الجسر العبّارة القبطان السوق الصحيفة المكتبة القاهرة الجامعة البحث القطار الجدول الجبل البحر المطر الصباح الليل قديم جديد يمشي يقرأ يكتب الناس الطفل المدرسة التاريخ الثقافة الموسيقى اللغة الاقتصاد السياسة الطبيعة العلم".split(" "),
  ru: "река мост паром капитан рынок газета библиотека город университет исследование поезд расписание гора море дождь утро ночь старый новый идти читать писать люди ребёнок школа история культура музыка язык экономика политика природа наука".split(" "),
};
/** Of ten articles six are in letters that we know, the others each in one of these. */
const LANGS = ["en", "en", "en", "en", "en", "en", "ja", "zh", "ar", "th"];
const SITES = ["Harbour Post", "Small Machines", "Al Diffa", "Sakanoue", "Slow Timetable", "The Mender", "Oder Weekly", "Field Notes"];

/** @param {() => number} random */
function word(random) {
  const pick = (/** @type {string[]} */ list) => list[Math.floor(random() * list.length)] ?? "";
  const syllables = 1 + Math.floor(random() * 3);
  return Array.from({ length: syllables }, () => pick(ONSETS) + pick(VOWELS)).join("") + pick(ENDS);
}

/** @type {string[] | undefined} */
let vocabulary;

/** A number below `most`, the small ones far oftener. @param {() => number} random @param {number} most */
const zipf = (random, most) => Math.min(most - 1, Math.floor(most ** random()) - 1);

/**
 * @param {number} index which one @param {{ words?: number }} how
 * @returns {any} an Article JSON
 */
export function madeArticle(index, { words = 800 } = {}) {
  if (vocabulary === undefined) {
    const random = numbers(7);
    vocabulary = [...new Set(Array.from({ length: VOCABULARY * 1.5 }, () => word(random)))].slice(0, VOCABULARY);
  }
  const random = numbers(index * 7919 + 13);
  const lang = LANGS[index % LANGS.length] ?? "en";
  const list = lang === "en" ? vocabulary : /** @type {Record<string, string[]>} */ (OTHERS)[lang] ?? [];
  const space = ["ja", "zh", "th"].includes(lang) ? "" : " ";
  const stop = ["ja", "zh"].includes(lang) ? "。" : ". ";
  const say = (/** @type {number} */ count) => Array.from({ length: count }, () => list[zipf(random, list.length)]).join(space);
  const length = Math.round(words * (0.4 + 1.2 * random()));
  const paragraphs = Array.from({ length: Math.max(1, Math.round(length / 70)) }, () => ({ paragraph: [{ text: Array.from({ length: 5 }, () => say(14)).join(stop) }] }));
  const site = SITES[index % SITES.length] ?? "";
  const host = `${site.toLowerCase().replace(/\W/g, "")}.example`;
  const author = `${capital(word(random))} ${capital(word(random))}`;
  return {
    format: 1,
    url: `https://${host}/story-${index}`,
    canonicalUrl: `https://${host}/story-${index}`,
    title: `${capital(say(6))} ${index}`,
    byline: author,
    authors: [author],
    siteName: site,
    publishedTime: new Date(Date.UTC(2020, 0, 1) + index * 3_600_000).toISOString(),
    lang,
    dir: lang === "ar" ? "rtl" : "ltr",
    excerpt: say(20),
    tags: [],
    wordCount: length,
    readingMinutes: Math.ceil(length / 200),
    body: [...paragraphs, { heading: { level: 2, content: [{ text: say(4) }] } }],
  };
}

/** @param {string} text */
const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
