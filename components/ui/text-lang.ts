/** The language to read a text out in, and to break its lines by: it need not be the page's. */
export const textLang = (text: string) => (/\p{Script=Hangul}/u.test(text) ? "ko" : "en");
