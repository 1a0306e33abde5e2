/** For speech and line breaks: a text may have another language than the page. */
export const textLang = (text: string) => (/\p{Script=Hangul}/u.test(text) ? "ko" : "en");
