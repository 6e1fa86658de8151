/** Ordinary text of the languages that the documents are written in, and of those of their neighbours. */
export interface LanguageText {
  /** Continues "a wrong password in …". */
  readonly words: string;
  /** Eight characters or more, as people type them. */
  readonly text: string;
}

/** What decoders, normalisers and columns of the wrong character set change or refuse (ES-32, CK-32). */
export const LANGUAGE_TEXTS: readonly LanguageText[] = [
  { words: 'Hangul', text: '가을하늘공활한데' },
  { words: 'Hangul of single letters', text: '가을하늘공활한데'.normalize('NFD') },
  { words: 'hiragana', text: 'あきのそらたかくはれて' },
  { words: 'katakana with separate voicing marks', text: 'ガギグゲゴザジズゼゾ'.normalize('NFD') },
  { words: 'kanji', text: '秋空高晴渡電子契約' },
  { words: 'kanji outside the basic plane', text: '𠮷野家𩸽定食𠀋漢字' },
  { words: 'composed Latin letters', text: 'Crème-Brûlée-Äpfel' },
  { words: 'decomposed Latin letters', text: 'Crème-Brûlée-Äpfel'.normalize('NFD') },
];
