import { createDoc, type Doc, normalize, tokenFlags, tokenKinds, wordAt } from '../normalize.ts';
import type { ApartWords } from '../terms/apartWords.ts';
import { createOfferedTerms, offerTerms } from '../terms/offerTerms.ts';
import { createReading, readWords } from '../vocabulary.ts';
import { askedSentence, writtenSentence } from './askedSentence.ts';

/** What a question is after, said by the word that asks; `whether`: yes or no. */
export type QuestionClass = 'what' | 'who' | 'where' | 'when' | 'why' | 'how' | 'amount' | 'which' | 'whether';

const classes = new Map<string, QuestionClass>();
const askingWords: Record<QuestionClass, string> = {
  what: 'what whats quoi que quel quelle quels quelles',
  who: 'who whos qui',
  where: 'where wheres ou',
  when: 'when whens quand',
  why: 'why pourquoi',
  how: 'how hows comment',
  amount: 'combien',
  which: 'which lequel laquelle lesquels lesquelles',
  whether: '',
};
for (const [name, words] of Object.entries(askingWords))
  for (const word of words.split(' ')) if (word !== '') classes.set(word, name as QuestionClass);
const amounts = new Set(['much', 'many', 'long', 'big', 'far', 'old']);

/** Words that every question may hold, beside the stop words: they say that something is asked, not what. */
const asking = new Set(
  `anyone anybody someone somebody everyone everybody know knows known tell does doing guys hey hi hello question
   wondering wonder help idea ideas else quelqu quelqu'un sait savez sais question peux peut pouvez dire svp stp`.split(
    /\s+/,
  ),
);
/** "bit.ly/147p1?": the mark belongs to what the link asks a machine. */
const endsInLink = /\w\/[\w-]*\?$/;
/** More words than these make a speech, which is like no other. */
const mostWords = 12;

/** `unnamed`: the text with "…" for the words that are set apart. */
export type Question = { text: string; unnamed: string; class: QuestionClass; words: readonly string[] };

/**
 * What a post asks: its first sentence that does, the class of its question word and its words of content, folded and
 * without a plural's ending, sorted. Only languages whose questions our words know; null where nothing is asked, or nothing
 * in particular ("Why?").
 */
export function createQuestionReader(apart: ApartWords) {
  const doc = createDoc();
  const sentenceDoc = createDoc();
  const reading = createReading();
  const offered = createOfferedTerms();

  return function questionOf(post: { text: string; title: string | null; lang: string }): Question | null {
    if (post.lang !== 'en' && post.lang !== 'fr' && post.lang !== '') return null;
    normalize(post.text, post.title ?? '', doc);
    const sentence = askedSentence(doc, readWords(doc, reading));
    if (!sentence) return null;
    const text = writtenSentence(doc, sentence);
    if (endsInLink.test(text)) return null;
    normalize(text, '', sentenceDoc);
    const { count, token, words: lengths } = offerTerms(sentenceDoc, post.lang, apart, offered);
    const words = new Set<string>();
    for (let k = 0; k < count; k++) {
      const first = token[k]!;
      if (lengths[k] === 1) {
        const word = wordAt(sentenceDoc, first);
        if (!asking.has(word) && !classes.has(word)) words.add(singular(word));
      } else if (sentenceDoc.kinds[first + 1] === tokenKinds.number)
        words.add(`${wordAt(sentenceDoc, first)} ${wordAt(sentenceDoc, first + 1)}`);
    }
    if (words.size === 0 || words.size > mostWords) return null;
    return { text, unnamed: unnamedIn(sentenceDoc, apart), class: classOf(sentenceDoc), words: [...words].sort() };
  };
}

/** "charges", "prix": enough to bring one and several together. */
const singular = (word: string) => (word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word);

/** Neighbours make one "…": "Has anyone here used #…?" */
function unnamedIn(doc: Doc, apart: ApartWords): string {
  let text = '';
  let end = 0;
  for (let token = 0; token < doc.count; token++) {
    if (!apart(doc, token)) continue;
    const sigil = (doc.flags[token]! & tokenFlags.hashtag) === 0 ? 0 : 1;
    const between = doc.text.slice(end, doc.from[token]! + sigil);
    if (end === 0 || between.trim() !== '') text += `${between}…`;
    end = doc.to[token]!;
  }
  return text + doc.text.slice(end);
}

function classOf(doc: Doc): QuestionClass {
  for (let token = 0; token < doc.count; token++) {
    const found = classes.get(wordAt(doc, token));
    if (!found) continue;
    if (found === 'how' && token + 1 < doc.count && amounts.has(wordAt(doc, token + 1))) return 'amount';
    return found;
  }
  return 'whether';
}
