//! What tells languages apart: scripts, and the words that each language uses most.

/// A script and the languages that are written in it.
pub struct Script {
    /// Ranges of code points, both ends included.
    pub ranges: &'static [(u32, u32)],
    /// The languages; where there are several, [`WORDS`] tells them apart.
    pub langs: &'static [&'static str],
}

/// Scripts other than Latin, Han and kana.
pub const SCRIPTS: &[Script] = &[
    script(&[(0xAC00, 0xD7AF), (0x1100, 0x11FF)], &["ko"]),
    script(&[(0x370, 0x3FF), (0x1F00, 0x1FFF)], &["el"]),
    script(&[(0x400, 0x52F)], &["ru", "uk", "bg", "sr", "mk", "be", "kk"]),
    script(&[(0x530, 0x58F)], &["hy"]),
    script(&[(0x590, 0x5FF)], &["he"]),
    script(&[(0x600, 0x6FF), (0x750, 0x77F), (0xFB50, 0xFDFF)], &["ar", "fa", "ur", "ps"]),
    script(&[(0x900, 0x97F)], &["hi", "mr", "ne"]),
    script(&[(0x980, 0x9FF)], &["bn"]),
    script(&[(0xA00, 0xA7F)], &["pa"]),
    script(&[(0xA80, 0xAFF)], &["gu"]),
    script(&[(0xB00, 0xB7F)], &["or"]),
    script(&[(0xB80, 0xBFF)], &["ta"]),
    script(&[(0xC00, 0xC7F)], &["te"]),
    script(&[(0xC80, 0xCFF)], &["kn"]),
    script(&[(0xD00, 0xD7F)], &["ml"]),
    script(&[(0xD80, 0xDFF)], &["si"]),
    script(&[(0xE00, 0xE7F)], &["th"]),
    script(&[(0xE80, 0xEFF)], &["lo"]),
    script(&[(0x1000, 0x109F)], &["my"]),
    script(&[(0x10A0, 0x10FF)], &["ka"]),
    script(&[(0x1200, 0x137F)], &["am"]),
    script(&[(0x1780, 0x17FF)], &["km"]),
];

const fn script(ranges: &'static [(u32, u32)], langs: &'static [&'static str]) -> Script {
    Script { ranges, langs }
}

/// Function words of each language, parted by spaces: those that stand among its most frequent and in few others.
pub const WORDS: &[(&str, &str)] = &[
    (
        "en",
        "the of and to in is that for it was with as his on be at by this had not are but from they which you were have has their would been will",
    ),
    (
        "de",
        "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über",
    ),
    (
        "fr",
        "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son aux d'un cette mais nous ont été",
    ),
    (
        "es",
        "de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este fue ha sí porque esta entre cuando muy",
    ),
    (
        "pt",
        "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até",
    ),
    (
        "it",
        "di e il la che in un a per è una sono con non si da come le dei del della più ma al alla nel gli lo ha anche questo delle dal degli",
    ),
    (
        "nl",
        "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog naar heeft hij ze wordt door over",
    ),
    (
        "pl",
        "w i na z do nie się to że jest o od po jak za przez dla ale są tym co by być oraz który jego już czy tak tylko także",
    ),
    (
        "cs",
        "a v se na je že s z do o ve k i to jako za by ale po si podle pro jsou od byl už jeho který tak nebo jen jsem také při",
    ),
    (
        "sk",
        "a v sa na je že s z do o vo k i to ako za by ale po si podľa pre sú od bol už jeho ktorý tak alebo len som aj pri",
    ),
    ("hu", "a az és hogy nem is egy ez meg csak már de van volt el mint azt még vagy ha ki lehet szerint majd után"),
    ("ro", "de și în a la cu pe nu că o se din este mai un care pentru sunt au fi ca lui am dar fost prin sau după"),
    ("tr", "ve bir bu da de için ile olarak çok daha olan ne gibi kadar en ama o var sonra her değil ancak göre yeni"),
    ("sv", "och i att det som en på är av för med den till inte har om ett han men var jag sig från vi så kan när"),
    ("da", "og i at det er en til af på for som med den der ikke de har et han var jeg men om fra ved også efter"),
    ("no", "og i det er på en som til at av for med de den ikke har et han var jeg men om fra ved også etter seg ble"),
    ("fi", "ja on ei että se hän oli ovat myös mutta joka kun niin kuin sen ole tai mukaan jo vain ollut sekä hänen"),
    ("et", "ja on ei et see ta oli ka kui mis aga siis oma või ning selle ma nii kes"),
    ("lv", "un ir ka ar par no uz lai bet tas arī kas ne to vai tiek pēc kā bija"),
    ("lt", "ir kad yra į tai su iš buvo bet kaip o ne jis už nuo apie dar tik pat gali"),
    (
        "id",
        "yang dan di dari untuk dengan ini itu pada tidak dalam akan adalah ke oleh juga sebagai telah tersebut bisa karena ada kata mereka saat bahwa kepada tahun lebih hanya",
    ),
    (
        "ms",
        "yang dan di dari untuk dengan ini itu pada tidak dalam akan adalah ke oleh juga sebagai telah tersebut boleh kerana ada kata mereka ketika bahawa kepada tahun lebih hanya beliau berkata katanya pihak",
    ),
    ("tl", "ang ng sa na mga at ay ni si para hindi ito kung may siya nang mula ayon"),
    ("vi", "và của là có không cho các được với một trong người này đã để khi những về từ đến"),
    ("sw", "na ya wa kwa ni katika la za kuwa hiyo cha huo huyo baada alisema watu"),
    ("hr", "i u je se na da za su od s o kao koji što ne će bi nije ili iz te do koje"),
    (
        "sr",
        "i u je se na da za su od s o kao koji što ne će bi nije ili iz te do koje и у је се на да за су од као који што не ће",
    ),
    ("sl", "in je v da na se so za ki pa z ne bi tudi ni kot po še od pri ali"),
    ("sq", "të e në dhe për me një është që nga si ka do më ai nuk edhe por"),
    ("ca", "de la el i que a en les per un és amb una del els no al es més com però han"),
    ("eu", "eta da ez du bat ere dira hori izan baina dute egin zen"),
    ("gl", "de a o que e do da en un para é con non unha os no se na por máis as dos como"),
    ("af", "die en van in is het 'n dat te met nie om hy vir op was sal wat aan ook"),
    ("cy", "y yn a i o ar yr mae ei wedi am gan bod oedd hefyd"),
    ("ga", "an na agus a i ar is go le tá do ag bhí sé don"),
    ("is", "og að í á er sem við það en til um ekki hann var með fyrir af"),
    ("mt", "li ta il u ma dan din kien minn biex huwa fil"),
    ("az", "və bir bu ki ilə üçün olan da də o daha isə edib görə"),
    ("uz", "va bu bilan bir uchun ham bo'lgan edi deb shu"),
    ("ru", "и в не на что с по это как но из он за от к для его так а о же был у бы год только еще или"),
    ("uk", "і в не на що з у до та як але й за про від це його він для є був по або також які"),
    ("bg", "и на в да се за от не е с че по са ще като как но това или беше към"),
    ("mk", "и на во да се за од не е со дека по ќе како но ова или беше"),
    ("be", "і ў не на што з у да як але за пра ад гэта яго ён для быў па"),
    ("kk", "және бұл мен да де үшін деп бір осы еді болып"),
    ("ar", "في من على إلى أن التي الذي عن مع هذا كان هذه ما لا بعد قال كما أو وقد قد ذلك بين خلال"),
    ("fa", "و در به از که این را با است برای آن یک خود تا بر هم نیز شده می های اما بود شد کرد"),
    ("ur", "کے میں کی سے ہے کا اور نے کو پر یہ کہ ہیں بھی اس تھا ایک"),
    ("ps", "د په او چې له کې ته دی دا سره یې هم"),
    ("hi", "के में की है से का और को ने पर यह हैं भी कि इस एक था नहीं हो कर लिए"),
    ("mr", "आहे आणि या च्या आहेत होते ते मध्ये हे तर की असे होता"),
    ("ne", "छ र को मा ले गरेको पनि हो यो भएको छन् तर गर्ने"),
];
