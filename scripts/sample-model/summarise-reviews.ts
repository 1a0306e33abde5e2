// Summarises reviews by topics, which it finds by words. Each sentence cites its reviews.
import { type Behaviour, withoutDirectives } from "./behaviour.ts";
import type { StructuredCall } from "./structured.ts";
import {
  blame,
  coaching,
  coachingPoints,
  denial,
  overall,
  praise,
  type Topic,
  topics,
} from "./summary-topics.ts";

type Language = "ko" | "en";
type Mood = "good" | "bad" | null;
type Review = {
  id: string;
  stars: number;
  isOfTrainer: boolean;
  text: string;
  behaviour: Partial<Behaviour>;
};
type Sentence = { text: string; reviews: string[] };

const maxSentences = 5;
/** Sentences based on a single review, at most. */
const fewSentences = 3;

export function summariseReviews({ prompt, behaviourOf, obeys }: StructuredCall): object | string {
  const language = /Answer in language: Korean\b/.test(prompt) ? "ko" : "en";
  const reviews = readReviews(prompt).map((review) => ({ ...review, behaviour: behaviourOf(review.text) }));
  if (reviews.some(({ behaviour }) => behaviour.prose)) return "People seem to like it there, mostly!";
  if (reviews.some(({ behaviour }) => behaviour.nulls)) return { sentences: null };

  const ordered = reviews.find(({ text, behaviour }) => behaviour.obey || obeys(text));
  if (ordered) return { sentences: [{ text: withoutDirectives(ordered.text), reviews: idsOf(reviews) }] };

  const sentences = sumUp(reviews, language);
  if (!reviews.some(({ behaviour }) => behaviour["unknown-id"])) return { sentences };
  return { sentences: sentences.map(({ text }) => ({ text, reviews: ["0000"] })) };
}

function readReviews(prompt: string) {
  const delimiter = /The delimiter is (\S+)\./.exec(prompt)?.[1];
  if (!delimiter) return [];
  const item = new RegExp(
    `<${delimiter} id="([^"]+)" stars="(\\d)" about="([^"]*)">\\n([\\s\\S]*?)\\n</${delimiter}>`,
    "g",
  );
  return [...prompt.matchAll(item)].map(([, id, stars, about, text]) => ({
    id: id!,
    stars: Number(stars),
    isOfTrainer: about === "a trainer",
    text: text!,
  }));
}

function sumUp(reviews: Review[], language: Language): Sentence[] {
  const points = coachingPoints.map(({ words, good }) => ({
    text: good[language],
    reviews: idsOf(reviews.filter((review) => isFanOfTrainer(review) && words.test(review.text))),
  }));
  const isSpecific = new Set(points.flatMap((point) => point.reviews));
  const general = topics.flatMap((topic) => {
    const said = reviews.map((review) => ({ id: review.id, mood: moodAbout(topic, review) }));
    const isNews = (id: string) => topic !== coaching || !isSpecific.has(id);
    return [
      {
        text: topic.good[language],
        reviews: idsOf(said.filter(({ id, mood }) => mood === "good" && isNews(id))),
      },
      { text: topic.bad[language], reviews: idsOf(said.filter(({ mood }) => mood === "bad")) },
    ];
  });
  const found = [...points, ...general];
  const most = found
    .filter((sentence) => sentence.reviews.length > 0)
    .toSorted((a, b) => b.reviews.length - a.reviews.length)
    .filter((sentence, at) => sentence.reviews.length > 1 || at < fewSentences)
    .slice(0, maxSentences);
  return most.length > 0 ? most : sumUpByStars(reviews, language);
}

function sumUpByStars(reviews: Review[], language: Language): Sentence[] {
  const good = reviews.filter(({ stars }) => stars >= 3);
  const bad = reviews.filter(({ stars }) => stars < 3);
  return [
    { text: overall.good[language], reviews: idsOf(good) },
    { text: overall.bad[language], reviews: idsOf(bad) },
  ].filter((sentence) => sentence.reviews.length > 0);
}

const isFanOfTrainer = ({ isOfTrainer, stars }: Review) => isOfTrainer && stars > 3;

const moodOf = ({ stars }: Review): Mood => (stars > 3 ? "good" : stars < 3 ? "bad" : null);

function moodAbout(topic: Topic, review: Review): Mood {
  if (topic === coaching && review.isOfTrainer) return moodOf(review);
  const clauses = withoutDirectives(review.text)
    .split(/(?<=[.!?。\n,;:]|는데|은데|지만|다만)\s*/u)
    .filter((clause) => topic.words.test(clause));
  const isPraised = clauses.some(
    (clause) => denial.test(clause) || (praise.test(clause) && !blame.test(clause)),
  );
  const isBlamed = clauses.some((clause) => blame.test(clause) && !denial.test(clause));
  if (isPraised && isBlamed) return moodOf(review);
  return isPraised ? "good" : isBlamed ? "bad" : null;
}

const idsOf = (reviews: { id: string }[]) => reviews.map(({ id }) => id);
